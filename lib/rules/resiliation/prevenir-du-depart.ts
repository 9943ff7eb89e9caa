import { accorder, type Decision } from '../decision/decision'
import { type ArticleId, motif } from '../decision/motif'
import { prevu } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Ce qu'on perd en quittant certaines formules. */
export interface ParametresDepart {
  readonly formules: readonly string[]
  readonly perte: 'INDEMNITES_JOURNALIERES' | 'NOUVELLE_ADHESION'
  readonly article: ArticleId
}

/** Ce que l'adhérent doit savoir avant de quitter sa formule ; une perte vide se dit aussi. */
export function prevenirDuDepart(
  reglement: Reglement,
  formule: string,
): Decision<{ readonly perte: ParametresDepart['perte'] | null }> {
  const regle = prevu(reglement.depart, 'conséquences du départ')
  return regle.formules.includes(formule)
    ? accorder({ perte: regle.perte }, motif(`DEPART_${regle.perte}`, regle.article))
    : accorder({ perte: null }, motif('DEPART_SANS_PERTE', regle.article))
}
