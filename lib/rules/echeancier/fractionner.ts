import { annee, type DateCivile, mois } from '../date/date-civile'
import { type Montant, plus } from '../montant/montant'
import type { MoisDu } from './compter-du'
import type { Periodicite } from './regle-echeancier'

/** Une fraction de la cotisation, exigible d'avance le jour de son échéance. */
export interface Fraction {
  readonly echeance: DateCivile
  readonly montant: Montant
}

const MOIS_PAR_FRACTION: Readonly<Record<Periodicite, number>> = {
  MENSUELLE: 1,
  TRIMESTRIELLE: 3,
  SEMESTRIELLE: 6,
  ANNUELLE: 12,
}

/** Rang de la fraction qui contient ce jour : des trimestres, des semestres et des années civils. */
export const rangDeFraction = (jour: DateCivile, periodicite: Periodicite): number => {
  const duree = MOIS_PAR_FRACTION[periodicite]
  return annee(jour) * (12 / duree) + Math.floor((mois(jour) - 1) / duree)
}

/** Groupe les mois dus en fractions : leur somme est ce qui est dû, au centime. */
export function fractionner(dus: readonly MoisDu[], periodicite: Periodicite): Fraction[] {
  const fractions = new Map<number, Fraction>()
  for (const { jour, montant } of dus) {
    const rang = rangDeFraction(jour, periodicite)
    const connue = fractions.get(rang)
    fractions.set(rang, {
      echeance: connue?.echeance ?? jour,
      montant: connue === undefined ? montant : plus(connue.montant, montant),
    })
  }
  return [...fractions.values()]
}
