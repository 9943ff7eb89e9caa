import type { DateCivile } from '../date/date-civile'
import type { GarantiesReglement } from '../remboursement/table'
import type { Article } from './article'

/**
 * Un règlement : des données et des noms de politiques, aucune fonction. Chaque sujet de `lib/rules` déclare le type
 * de ce qu'il lit ici ; un sujet que la source ne traite pas vaut `null` et la réponse est NON_PREVU.
 */
export interface Reglement {
  readonly id: string
  readonly nom: string
  /** Premier jour connu : avant, HORS_PERIODE. */
  readonly connuDepuis: DateCivile
  readonly articles: readonly Article[]
  /** Tableaux de garanties ; null si la source n'en donne pas. */
  readonly garanties: GarantiesReglement | null
}
