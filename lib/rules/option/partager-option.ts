import { accorder, type Decision, refuser } from '../decision/decision'
import { type ArticleId, enCode, motif } from '../decision/motif'
import { prevu } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** L'option de l'adhérent s'impose à ses ayants droit. */
export interface ParametresPartage {
  readonly article: ArticleId
}

/** Les ayants droit ont-ils l'option de l'adhérent ? */
export function partagerOption(
  reglement: Reglement,
  faits: { readonly optionAdherent: string; readonly optionsAyantsDroit: readonly string[] },
): Decision<{ readonly option: string }, { readonly option: string }> {
  const { article } = prevu(reglement.partageOption, 'option de la famille')
  const option = faits.optionAdherent
  const donnees = { option: enCode(option) }
  return faits.optionsAyantsDroit.every((autre) => autre === option)
    ? accorder({ option }, motif('OPTION_PARTAGEE', article, donnees))
    : refuser({ option }, motif('OPTION_DIFFERENTE', article, donnees))
}
