import { ajouterJours, annee, type DateCivile, dateCivile } from './date-civile'

const FIXES = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'] as const
/** Écarts en jours au dimanche de Pâques : lundi de Pâques, Ascension, lundi de Pentecôte. */
const MOBILES = [1, 39, 50] as const

const deuxChiffres = (n: number): string => String(n).padStart(2, '0')

/** Dimanche de Pâques du calendrier grégorien (calcul de Meeus, Jones et Butcher). */
export function paques(an: number): DateCivile {
  const cycle = an % 19
  const siecle = Math.floor(an / 100)
  const reste = an % 100
  const correction = Math.floor((siecle - Math.floor((siecle + 8) / 25) + 1) / 3)
  const epacte = (19 * cycle + siecle - Math.floor(siecle / 4) - correction + 15) % 30
  const jour = (32 + 2 * (siecle % 4) + 2 * Math.floor(reste / 4) - epacte - (reste % 4)) % 7
  const retrait = Math.floor((cycle + 11 * epacte + 22 * jour) / 451)
  const rang = epacte + jour - 7 * retrait + 114
  return dateCivile(`${an}-${deuxChiffres(Math.floor(rang / 31))}-${deuxChiffres((rang % 31) + 1)}`)
}

const parAnnee = new Map<number, ReadonlySet<DateCivile>>()

/** Les onze jours fériés de métropole (lecture 6 du contrat), calculés. */
export function joursFeries(an: number): ReadonlySet<DateCivile> {
  const connus = parAnnee.get(an)
  if (connus !== undefined) return connus
  const dimanche = paques(an)
  const jours = new Set([
    ...FIXES.map((jour) => dateCivile(`${an}-${jour}`)),
    ...MOBILES.map((ecart) => ajouterJours(dimanche, ecart)),
  ])
  parAnnee.set(an, jours)
  return jours
}

export const estFerie = (jour: DateCivile): boolean => joursFeries(annee(jour)).has(jour)
