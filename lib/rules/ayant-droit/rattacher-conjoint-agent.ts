import { accorder, type Decision, refuser } from '../decision/decision'
import { type ArticleId, motif } from '../decision/motif'
import { prevu } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Deux agents d'un même couple adhèrent chacun pour soi. */
export interface ParametresCouple {
  readonly article: ArticleId
}

/** Le conjoint d'un agent territorial peut-il être son ayant droit ? Pas s'il est lui-même agent. */
export function rattacherConjointAgent(
  reglement: Reglement,
  faits: { readonly adherentAgentTerritorial: boolean; readonly conjointAgentTerritorial: boolean },
): Decision<{ readonly rattache: true }> {
  const { article } = prevu(reglement.couple, "conjoint d'un agent territorial")
  return faits.adherentAgentTerritorial && faits.conjointAgentTerritorial
    ? refuser(null, motif('COUPLE_D_AGENTS', article))
    : accorder({ rattache: true }, motif('CONJOINT_NON_AGENT', article))
}
