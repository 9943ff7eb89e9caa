import type { Motif } from '@/lib/rules/decision/motif'
import { motifsLiquidation } from './motifs/liquidation'
import { motifsRemboursement } from './motifs/remboursement'
import type { Phrase } from './phrase'

/** Code de motif → phrase faite de ses données. */
export const motifs: Readonly<Record<string, Phrase>> = {
  ...motifsRemboursement,
  ...motifsLiquidation,
}

/** @throws {Error} pour un code sans phrase : un motif muet est un défaut du programme. */
export function expliquerMotif(motif: Motif): string {
  const phrase = motifs[motif.code]
  if (phrase === undefined) throw new Error(`motif sans phrase : ${motif.code}`)
  return phrase(motif.donnees)
}
