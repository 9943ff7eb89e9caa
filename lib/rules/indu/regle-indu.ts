import type { ArticleId } from '../decision/motif'

/** Ce qu'il advient d'une prestation versée à tort. */
export interface ParametresIndu {
  /** L'obligation de rendre. */
  readonly article: ArticleId
  /** Ce qui permet de retenir la somme sur les prestations suivantes. */
  readonly retenue: ArticleId
}
