import type { Decision } from '@/lib/rules/decision/decision'
import type { Motifs } from '@/lib/rules/decision/motif'

export type Sortie = Readonly<Record<string, unknown>>

/** Ce qu'une question répond : les clés du contrat, et les motifs qui les fondent. */
export interface Resultat {
  readonly result: Sortie
  readonly motifs: Motifs
}

/** Met une décision à plat ; un refus ou une attente ajoute sa `raison`, le code du premier motif. */
export function resultat<V, R, P extends string>(
  decision: Decision<V, R, P>,
  accordee: (valeur: V) => Sortie,
  sinon: (valeur: R | null) => Sortie = () => ({}),
): Resultat {
  const { motifs } = decision
  if (decision.verdict === 'ACCORDEE') return { result: accordee(decision.valeur), motifs }
  const valeur = decision.verdict === 'REFUSEE' ? decision.valeur : null
  return { result: { ...sinon(valeur), raison: motifs[0].code }, motifs }
}

/** Retire les clés facultatives qui ne s'appliquent pas. */
export const sansNul = (sortie: Sortie): Sortie =>
  Object.fromEntries(Object.entries(sortie).filter(([, valeur]) => valeur !== null))
