import type { DateCivile } from '@/lib/rules/date/date-civile'
import { moins, somme } from '@/lib/rules/montant/montant'
import type { Consommation, FaitsRemboursement, Soin } from '@/lib/rules/remboursement/faits'
import type { Remboursement } from '@/lib/rules/remboursement/resultat'
import { estAudio } from './soin'

/** A hearing aid is renewed ear by ear, whatever the class of the one before. */
const memeOreille = (soin: Soin, c: Consommation): boolean => estAudio(c.ligne) && c.oreille === soin.oreille

/** The facts with the day of the last hearing aid that was paid for that ear. */
export function avecDernierAppareil(faits: FaitsRemboursement): FaitsRemboursement {
  const { soin, dateSoins, consommations = [] } = faits
  if (!estAudio(soin.ligne) || soin.oreille === undefined) return faits
  const jours = consommations.filter((c) => memeOreille(soin, c) && c.date <= dateSoins).map((c) => c.date)
  const dernier = jours.sort().at(-1)
  return dernier === undefined ? faits : { ...faits, soin: { ...soin, dernierAppareil: dernier } }
}

/**
 * What a hearing aid took, and that it was paid at all: the rules count its forfait, but an aid paid without one (class I, ticket
 * modérateur alone) must be remembered too.
 */
export function consommationsAppareil(
  { ligne, oreille }: Soin,
  jour: DateCivile,
  { amc, consommations }: Pick<Remboursement, 'amc' | 'consommations'>,
): readonly Consommation[] {
  const surForfaits = somme(consommations.map((c) => c.montant))
  if (ligne === 'optique.equipement' || !estAudio(ligne) || oreille === undefined || amc === 0) {
    return consommations
  }
  return [...consommations, { ligne, date: jour, montant: moins(amc, surForfaits), oreille }]
}
