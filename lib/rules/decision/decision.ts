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

export type Accord<V> = Extract<Decision<V>, { verdict: 'ACCORDEE' }>
export type Refus<R> = Extract<Decision<never, R>, { verdict: 'REFUSEE' }>
export type Attente<P extends string> = Extract<Decision<never, never, P>, { verdict: 'INCOMPLETE' }>

/** @throws {Error} sans motif : une décision muette est un défaut du programme, pas un cas. */
export function auMoinsUnMotif(motifs: readonly Motif[]): Motifs {
  const [premier, ...suite] = motifs
  if (premier === undefined) throw new Error('décision sans motif')
  return [premier, ...suite]
}

export const accorder = <V>(valeur: V, ...motifs: Motifs): Accord<V> => ({
  verdict: 'ACCORDEE',
  valeur,
  motifs,
})
export const refuser = <R>(valeur: R, ...motifs: Motifs): Refus<R> => ({ verdict: 'REFUSEE', valeur, motifs })
export const attendre = <P extends string>(manque: readonly [P, ...P[]], ...motifs: Motifs): Attente<P> => ({
  verdict: 'INCOMPLETE',
  manque,
  motifs,
})
