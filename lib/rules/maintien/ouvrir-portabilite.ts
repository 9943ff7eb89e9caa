import { accorder, type Decision, refuser } from '../decision/decision'
import { type ArticleId, motif } from '../decision/motif'
import { prevu } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

export type FinDeContrat = 'LICENCIEMENT' | 'FIN_CDD' | 'DEMISSION' | 'RETRAITE' | 'RUPTURE_CONVENTIONNELLE'

/** Les fins de contrat de travail qui ouvrent la portabilité, quand la source les cite. */
export interface ParametresOuverturePortabilite {
  readonly fins: readonly FinDeContrat[]
  readonly article: ArticleId
}

/** La fin de ce contrat de travail ouvre-t-elle la portabilité ? Sinon il faut un contrat individuel. */
export function ouvrirPortabilite(
  reglement: Reglement,
  fin: FinDeContrat,
): Decision<{ readonly portabilite: true }> {
  const { fins, article } = prevu(reglement.ouverturePortabilite, 'ouverture de la portabilité')
  return fins.includes(fin)
    ? accorder({ portabilite: true }, motif('PORTABILITE_OUVERTE', article))
    : refuser(null, motif('PORTABILITE_FERMEE', article))
}
