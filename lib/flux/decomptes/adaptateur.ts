import type { Anomalie } from './anomalie'
import type { Controle, Entete, LigneRecue } from './format'

/** Opens the file anew: a file is read twice, envelope and totals first. */
export type Ouvrir = () => AsyncIterable<Uint8Array>

export interface Enveloppe {
  readonly entete: Entete
  readonly controle: Controle
}

/** One line of the file. `brut`: what was read, in canonical JSON, bounded; `rang` starts at 1. */
export type LigneLue =
  | { readonly rang: number; readonly ligne: LigneRecue; readonly brut: string }
  | { readonly rang: number; readonly anomalie: Anomalie; readonly brut: string }

/**
 * An outside format. A mutuelle that holds the specification of another one (NOEMIE, B2…) writes an adapter that gives the same lines,
 * and adds it to ADAPTATEURS.
 */
export interface AdaptateurFlux {
  readonly nom: string
  /** From the first bytes of the file. */
  reconnait(tete: Uint8Array): boolean
  /** First pass: the envelope, checked against the totals of all the lines. @throws {RefusFlux} */
  controler(ouvrir: Ouvrir): Promise<Enveloppe>
  /** Second pass: the lines, each right or with its anomaly. */
  lire(ouvrir: Ouvrir, enveloppe: Enveloppe): AsyncIterable<LigneLue>
}
