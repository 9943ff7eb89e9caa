import { ajouterMois, type DateCivile, dernierDuMois } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { type ArticleId, enDate, motif } from '../decision/motif'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Ce que deviennent les ayants droit au décès de l'adhérent. */
export type ParametresApresDeces =
  /** Ils choisissent dans le délai de devenir adhérents ; sans réponse, ils peuvent être radiés. */
  | { readonly politique: 'CHOIX_DANS_LE_DELAI'; readonly delaiMois: number; readonly article: ArticleId }
  /** Ils restent couverts jusqu'à la fin du mois suivant, puis peuvent adhérer. */
  | { readonly politique: 'COUVERTS_LE_MOIS_SUIVANT'; readonly article: ArticleId }

export interface ApresDeces {
  readonly couvertsJusquAu: DateCivile | null
  readonly choixAvant: DateCivile | null
}

/** Dates qui s'ouvrent aux ayants droit au décès de l'adhérent. */
export function maintenirApresDeces(reglement: Reglement, dateDeces: DateCivile): Decision<ApresDeces> {
  const regle = regleEnVigueur(reglement.apresDeces, dateDeces, "ayants droit d'un adhérent décédé")
  const deces = enDate(dateDeces)
  if (regle.politique === 'CHOIX_DANS_LE_DELAI') {
    const choixAvant = ajouterMois(dateDeces, regle.delaiMois)
    const ground = motif('APRES_DECES_CHOIX', regle.article, { deces, avant: enDate(choixAvant) })
    return accorder({ couvertsJusquAu: null, choixAvant }, ground)
  }
  const couvertsJusquAu = dernierDuMois(ajouterMois(dateDeces, 1))
  const ground = motif('APRES_DECES_COUVERTS', regle.article, { deces, jusquAu: enDate(couvertsJusquAu) })
  return accorder({ couvertsJusquAu, choixAvant: null }, ground)
}
