import type { Motif } from '@/lib/rules/decision/motif'
import type { Donnees } from './donnees'
import { motifsAdhesion } from './motifs/adhesion'
import { motifsAyantDroit } from './motifs/ayant-droit'
import { motifsCollectif } from './motifs/collectif'
import { motifsDelai } from './motifs/delai'
import { motifsDepart } from './motifs/depart'
import { motifsOption } from './motifs/option'

/** Code de motif → phrase faite de ses données. */
export const motifs: Readonly<Record<string, (donnees: Donnees) => string>> = {
  ...motifsAdhesion,
  ...motifsAyantDroit,
  ...motifsCollectif,
  ...motifsDelai,
  ...motifsDepart,
  ...motifsOption,
}

/** @throws {Error} pour un code sans phrase : un motif muet est un défaut du programme. */
export function expliquerMotif(motif: Motif): string {
  const phrase = motifs[motif.code]
  if (phrase === undefined) throw new Error(`motif sans phrase : ${motif.code}`)
  return phrase(motif.donnees)
}
