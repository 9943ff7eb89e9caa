import type { DateCivile } from '../date/date-civile'
import type { ArticleId } from '../decision/motif'

/** Un article d'une source de droit, tel que les motifs le citent. */
export interface Article {
  readonly id: ArticleId
  /** Numéro tel qu'imprimé : « art. 8 », « R. 871-2 ». */
  readonly numero: string
  readonly titre: string
  /** Ce qu'il décide, en une ligne, dans nos mots. */
  readonly decide: string
  readonly depuis: DateCivile
  readonly jusquAu: DateCivile | null
  /** Fichier ou texte d'où il vient. */
  readonly source: string
}
