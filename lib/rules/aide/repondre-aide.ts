import { ajouterAnnees, type DateCivile } from '../date/date-civile'
import { accorder, auMoinsUnMotif, refuser } from '../decision/decision'
import { type ArticleId, enDate, enNombre, type Motif, motif } from '../decision/motif'
import type { DecisionAide, OuvertureAide } from './regle-aide'

/** Tous les refus d'abord ; sans aucun, l'aide est ouverte. */
export const repondre = (refus: readonly Motif[], valeur: OuvertureAide, ...pour: Motif[]): DecisionAide =>
  refus.length > 0 ? refuser(null, ...auMoinsUnMotif(refus)) : accorder(valeur, ...auMoinsUnMotif(pour))

export const si = (
  vrai: boolean,
  code: string,
  article: ArticleId,
  donnees: Motif['donnees'] = {},
): Motif[] => (vrai ? [motif(code, article, donnees)] : [])

/** « Plus de soixante ans » : le lendemain de l'anniversaire au plus tôt. */
export const tropJeune = (
  naissance: DateCivile,
  plusDe: number,
  jour: DateCivile,
  article: ArticleId,
): Motif[] => {
  const anniversaire = ajouterAnnees(naissance, plusDe)
  return si(jour <= anniversaire, 'AIDE_AGE_MINIMUM', article, {
    age: enNombre(plusDe, 'ans'),
    anniversaire: enDate(anniversaire),
  })
}

/** Réservée à qui est à la retraite. */
export const pasRetraite = (retraite: boolean, article: ArticleId): Motif[] =>
  si(!retraite, 'AIDE_RESERVEE_AUX_RETRAITES', article)

export const dejaVersee = (combien: number, code: string, article: ArticleId): Motif[] =>
  si(combien > 0, code, article)

export const due = (montant: OuvertureAide['montant'], quantite = 1): OuvertureAide => ({
  latitude: 'DUE',
  montant,
  quantite,
})
