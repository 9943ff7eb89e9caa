import type { Motif } from '@/lib/rules/decision/motif'
import { motifsAdhesion } from './motifs/adhesion'
import { motifsAide } from './motifs/aide'
import { motifsAyantDroit } from './motifs/ayant-droit'
import { motifsCollectif } from './motifs/collectif'
import { motifsCotisation } from './motifs/cotisation'
import { motifsDelai } from './motifs/delai'
import { motifsDepart } from './motifs/depart'
import { motifsEcheancier } from './motifs/echeancier'
import { motifsIndu } from './motifs/indu'
import { motifsLiquidation } from './motifs/liquidation'
import { motifsOption } from './motifs/option'
import { motifsRemboursement } from './motifs/remboursement'
import type { Phrase } from './phrase'

/** Code de motif → phrase faite de ses données. */
export const motifs: Readonly<Record<string, Phrase>> = {
  ...motifsAdhesion,
  ...motifsAide,
  ...motifsAyantDroit,
  ...motifsCollectif,
  ...motifsCotisation,
  ...motifsDelai,
  ...motifsDepart,
  ...motifsEcheancier,
  ...motifsIndu,
  ...motifsLiquidation,
  ...motifsOption,
  ...motifsRemboursement,
}

/** @throws {Error} pour un code sans phrase : un motif muet est un défaut du programme. */
export function expliquerMotif(motif: Motif): string {
  const phrase = motifs[motif.code]
  if (phrase === undefined) throw new Error(`motif sans phrase : ${motif.code}`)
  return phrase(motif.donnees)
}
