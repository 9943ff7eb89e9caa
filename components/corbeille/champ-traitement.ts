import type { ChampSaisie } from '@/lib/services/nature-demande/schema'

/** A question of a form by which staff treats a demande. */
export type ChampTraitement = ChampSaisie

/** A ready-made text that a long field may take. */
export interface TextePret {
  readonly code: string
  readonly titre: string
  readonly texte: string
}
