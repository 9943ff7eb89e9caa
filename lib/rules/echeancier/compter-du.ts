import {
  ajouterJours,
  ajouterMois,
  annee,
  type DateCivile,
  dernierDuMois,
  jourDuMois,
  joursEntre,
  laPlusProche,
  laPlusTardive,
  premierDuMois,
  premierDuMoisSuivant,
  premierJanvier,
  trenteEtUnDecembre,
} from '../date/date-civile'
import { type Montant, minimum, moins, montant, plus, ZERO } from '../montant/montant'
import { auProrata } from '../montant/produit'
import { repartir } from '../montant/repartir'
import type { Palier, PolitiqueDecompte } from './regle-echeancier'

/** Ce qu'un mois doit, exigible d'avance : à son premier jour, ou au premier jour couvert s'il commence en route. */
export interface MoisDu {
  readonly jour: DateCivile
  readonly montant: Montant
}

export const joursDeLAnnee = (an: number): number => joursEntre(premierJanvier(an), premierJanvier(an + 1))

/**
 * Part d'un tout due de `du` à la fin de la période, arrondie une fois. Ce qui précède est le reste : deux parts
 * coupées à un jour quelconque redonnent toujours le tout.
 */
const jusquALaFin = (tout: Montant, joursRestants: number, jours: number): Montant =>
  auProrata(tout, joursRestants, jours)

/** Ce que doit un palier dans l'année civile, au prorata de ses jours. */
function duAnnuel({ du, au, mensuelle }: Palier): Montant {
  const an = annee(du)
  const fin = premierJanvier(an + 1)
  const jours = joursDeLAnnee(an)
  const annuelle = montant(mensuelle * 12)
  const depuis = (jour: DateCivile): Montant => jusquALaFin(annuelle, joursEntre(jour, fin), jours)
  return moins(depuis(du), depuis(ajouterJours(au, 1)))
}

/** Ce que doit un palier dans un mois, au prorata des jours du mois. */
function duMensuel({ du, au, mensuelle }: Palier): Montant {
  const jours = jourDuMois(dernierDuMois(du))
  const apres = jours - jourDuMois(au)
  return moins(
    jusquALaFin(mensuelle, jours - jourDuMois(du) + 1, jours),
    jusquALaFin(mensuelle, apres, jours),
  )
}

/** Premiers jours des mois d'un palier ; celui où il commence en route compte s'il ouvre l'année ou tient en un mois. */
function moisDuPalier({ du, au }: Palier, ouvreLAnnee: boolean): DateCivile[] {
  const mois = ouvreLAnnee || jourDuMois(du) === 1 ? [du] : []
  for (let jour = premierDuMoisSuivant(du); jour <= au; jour = ajouterMois(jour, 1)) mois.push(jour)
  return mois.length === 0 ? [du] : mois
}

/**
 * Un palier qui va au 31 décembre se partage également entre ses mois, centimes en trop aux premiers. Un palier
 * interrompu garde à ses mois la mensuelle déjà appelée, et le dernier prend le reste : le passé ne bouge pas.
 */
function partager(palier: Palier, parts: number): Montant[] {
  const du = duAnnuel(palier)
  if (palier.au === trenteEtUnDecembre(annee(palier.au))) return repartir(du, parts)
  const montants: Montant[] = []
  let reste = du
  for (let rang = 1; rang < parts; rang += 1) {
    const part = minimum(palier.mensuelle, reste)
    montants.push(part)
    reste = moins(reste, part)
  }
  return [...montants, reste]
}

function parJoursDeLAnnee(paliers: readonly Palier[]): MoisDu[] {
  return paliers.flatMap((palier, rang) => {
    const mois = moisDuPalier(palier, rang === 0)
    const parts = partager(palier, mois.length)
    return mois.map((jour, i) => ({ jour, montant: parts[i] ?? ZERO }))
  })
}

function parJoursDuMois(paliers: readonly Palier[]): MoisDu[] {
  return paliers.flatMap((palier) => {
    const mois: MoisDu[] = []
    for (let jour = palier.du; jour <= palier.au; jour = premierDuMoisSuivant(jour)) {
      const au = laPlusProche(dernierDuMois(jour), palier.au)
      mois.push({ jour, montant: duMensuel({ ...palier, du: laPlusTardive(jour, palier.du), au }) })
    }
    return mois
  })
}

/** Ce que les paliers d'une année civile doivent, mois par mois, dans l'ordre ; un mois n'apparaît qu'une fois. */
export function dusParMois(politique: PolitiqueDecompte, paliers: readonly Palier[]): MoisDu[] {
  const dus = politique === 'JOURS_DE_L_ANNEE' ? parJoursDeLAnnee(paliers) : parJoursDuMois(paliers)
  const parMois = new Map<DateCivile, MoisDu>()
  for (const du of dus) {
    if (du.montant === 0) continue
    const mois = premierDuMois(du.jour)
    const connu = parMois.get(mois)
    parMois.set(mois, connu === undefined ? du : { ...connu, montant: plus(connu.montant, du.montant) })
  }
  return [...parMois.values()]
}
