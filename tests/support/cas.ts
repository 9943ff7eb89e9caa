import type { Decision } from '@/lib/rules/decision/decision'
import type { CodeErreur } from '@/lib/rules/decision/erreur'
import type { Reglement } from '@/lib/rules/reglement/reglement'

/** Une question posée à la commande, et la réponse exacte avec les articles qu'elle cite, dans l'ordre. */
export interface CasRepondu {
  readonly nom: string
  readonly question: string
  readonly faits: Readonly<Record<string, unknown>>
  readonly attendu: Readonly<Record<string, unknown>>
  readonly articles: readonly string[]
}

/** Une question à laquelle le règlement ne peut pas répondre. */
export interface CasImpossible {
  readonly nom: string
  readonly question: string
  readonly faits: Readonly<Record<string, unknown>>
  readonly erreur: CodeErreur
  readonly chemin?: string
}

/** Une règle que la commande ne pose pas : appelée directement, verdict et valeur attendus. */
export interface CasDirect {
  readonly nom: string
  readonly decide: (reglement: Reglement) => Decision<unknown, unknown>
  readonly verdict: 'ACCORDEE' | 'REFUSEE' | 'INCOMPLETE'
  readonly valeur?: unknown
  readonly codes: readonly string[]
}

export type Cas = CasRepondu | CasImpossible | CasDirect
