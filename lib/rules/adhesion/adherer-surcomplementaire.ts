import { accorder, auMoinsUnMotif, type Decision, refuser } from '../decision/decision'
import { type ArticleId, motif } from '../decision/motif'
import { prevu } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Une garantie qui s'ajoute à une complémentaire, pour toute la famille ou pour l'adhérent seul. */
export interface ParametresSurcomplementaire {
  readonly article: ArticleId
  readonly articleAyantsDroit: ArticleId
}

export interface FaitsSurcomplementaire {
  readonly dejaCouvert: boolean
  /** Une autre surcomplémentaire de la même mutuelle est en cours. */
  readonly autreSurcomplementaire: boolean
  /** Elle a déjà été prise, puis quittée. */
  readonly dejaQuittee: boolean
  readonly ayantsDroit: number
  readonly ayantsDroitAffilies: number
}

/** Peut-on prendre la surcomplémentaire ? Tous les refus sont dits. */
export function adhererSurcomplementaire(
  reglement: Reglement,
  faits: FaitsSurcomplementaire,
): Decision<{ readonly admis: true }> {
  const { article, articleAyantsDroit } = prevu(reglement.surcomplementaire, 'surcomplémentaire')
  const enPartie = faits.ayantsDroitAffilies > 0 && faits.ayantsDroitAffilies < faits.ayantsDroit
  const refus = [
    ...(faits.dejaCouvert ? [] : [motif('SURCOMPLEMENTAIRE_SANS_COMPLEMENTAIRE', article)]),
    ...(faits.autreSurcomplementaire ? [motif('SURCOMPLEMENTAIRE_DEJA_PRISE', article)] : []),
    ...(faits.dejaQuittee ? [motif('SURCOMPLEMENTAIRE_QUITTEE', article)] : []),
    ...(enPartie ? [motif('SURCOMPLEMENTAIRE_POUR_TOUS', articleAyantsDroit)] : []),
  ]
  if (refus.length > 0) return refuser(null, ...auMoinsUnMotif(refus))
  return accorder(
    { admis: true },
    motif('SURCOMPLEMENTAIRE_POSSIBLE', article),
    motif('SURCOMPLEMENTAIRE_POUR_TOUS', articleAyantsDroit),
  )
}
