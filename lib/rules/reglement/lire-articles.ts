import type { DateCivile } from '../date/date-civile'
import type { Article } from './article'

/** Un article écrit en une ligne : clé, numéro tel qu'imprimé, titre, ce qu'il décide, repère dans la source. */
export type ArticleEcrit = readonly [
  cle: string,
  numero: string,
  titre: string,
  decide: string,
  repere?: string,
]

/** Les articles d'une source à partir de leur liste ; la clé devient `prefixe/cle`. */
export function lireArticles(
  prefixe: string,
  source: string,
  depuis: DateCivile,
  ecrits: readonly ArticleEcrit[],
): readonly Article[] {
  return ecrits.map(([cle, numero, titre, decide, repere]) => ({
    id: `${prefixe}/${cle}`,
    numero,
    titre,
    decide,
    depuis,
    jusquAu: null,
    source: repere === undefined ? source : `${source}, ${repere}`,
  }))
}
