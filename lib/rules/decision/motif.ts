import type { Montant } from '../montant/montant'

/**
 * Identifiant d'un article : source de droit, puis numéro tel qu'imprimé (`mutami/art-13`, `css/R871-2`).
 * Chaque identifiant est une entrée d'un `articles.ts` ; un test les parcourt tous.
 */
export type ArticleId = `${string}/${string}`

/** Une valeur citée dans un motif. Les montants restent des centimes, le français les écrit. */
export type Donnee =
  | { readonly type: 'montant'; readonly valeur: Montant }
  | { readonly type: 'date'; readonly valeur: string }
  | { readonly type: 'pourcentage'; readonly valeur: number }
  | { readonly type: 'nombre'; readonly valeur: number; readonly unite?: string }
  | { readonly type: 'code'; readonly valeur: string }

/** Le pourquoi d'un verdict, ou une étape d'un calcul : un code, l'article, les chiffres. Jamais une phrase. */
export interface Motif {
  readonly code: string
  readonly article: ArticleId
  readonly donnees: Readonly<Record<string, Donnee>>
}

export type Motifs = readonly [Motif, ...Motif[]]

export function motif(code: string, article: ArticleId, donnees: Record<string, Donnee> = {}): Motif {
  return { code, article, donnees }
}

export const enMontant = (valeur: Montant): Donnee => ({ type: 'montant', valeur })
export const enDate = (valeur: string): Donnee => ({ type: 'date', valeur })
export const enPourcentage = (valeur: number): Donnee => ({ type: 'pourcentage', valeur })
export const enCode = (valeur: string): Donnee => ({ type: 'code', valeur })
export const enNombre = (valeur: number, unite?: string): Donnee =>
  unite === undefined ? { type: 'nombre', valeur } : { type: 'nombre', valeur, unite }
