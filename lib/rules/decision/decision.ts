import type { Motif, Motifs } from './motif'

/**
 * La réponse d'une règle. Trois verdicts, chacun avec ses motifs :
 * accordée (la valeur) ; refusée (tous les motifs de refus, et dans `valeur` ce qui serait possible et quand) ;
 * incomplète (ce qui manque pour décider).
 */
export type Decision<V, R = null, P extends string = string> =
  | { readonly verdict: 'ACCORDEE'; readonly valeur: V; readonly motifs: Motifs }
  | { readonly verdict: 'REFUSEE'; readonly valeur: R; readonly motifs: Motifs }
  | { readonly verdict: 'INCOMPLETE'; readonly manque: readonly [P, ...P[]]; readonly motifs: Motifs }

/** @throws {Error} sans motif : une décision muette est un défaut du programme, pas un cas. */
export function auMoinsUnMotif(motifs: readonly Motif[]): Motifs {
  const [premier, ...suite] = motifs
  if (premier === undefined) throw new Error('décision sans motif')
  return [premier, ...suite]
}
