import { accorder, type Decision } from '../decision/decision'
import { type ArticleId, motif } from '../decision/motif'
import { prevu } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** L'enfant d'un ayant droit : l'adhésion se scinde, son parent devient adhérent. */
export interface ParametresScission {
  readonly article: ArticleId
}

export interface Scission {
  readonly parent: 'MEMBRE_PARTICIPANT'
  readonly enfant: 'AYANT_DROIT_DU_PARENT'
}

/** Ce que deviennent un ayant droit et l'enfant qui lui naît. */
export function scinderPourNaissance(reglement: Reglement): Decision<Scission> {
  const { article } = prevu(reglement.scission, "enfant d'un ayant droit")
  return accorder(
    { parent: 'MEMBRE_PARTICIPANT', enfant: 'AYANT_DROIT_DU_PARENT' },
    motif('SCISSION_DE_L_ADHESION', article),
  )
}
