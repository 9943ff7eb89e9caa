import { ajouterMois, annee, type DateCivile, laPlusTardive, premierJanvier } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { type ArticleId, enDate, enNombre, motif } from '../decision/motif'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Option facultative d'un contrat collectif : ouverte quelques mois, puis au premier janvier suivant. */
export interface ParametresGarantieOptionnelle {
  readonly fenetreMois: number
  readonly article: ArticleId
}

/**
 * Effet d'une garantie optionnelle demandée après l'affiliation obligatoire. Dans la fenêtre la source n'écrit pas
 * de date : lecture la plus favorable, le jour de la demande, jamais avant l'affiliation.
 */
export function souscrireGarantieOptionnelle(
  reglement: Reglement,
  faits: { readonly dateEffetAffiliation: DateCivile; readonly dateReception: DateCivile },
): Decision<{ readonly dateEffet: DateCivile }> {
  const regle = regleEnVigueur(reglement.garantieOptionnelle, faits.dateReception, 'garantie optionnelle')
  const limite = ajouterMois(faits.dateEffetAffiliation, regle.fenetreMois)
  const aTemps = faits.dateReception <= limite
  const dateEffet = aTemps
    ? laPlusTardive(faits.dateReception, faits.dateEffetAffiliation)
    : premierJanvier(annee(faits.dateReception) + 1)
  const donnees = {
    fenetre: enNombre(regle.fenetreMois, 'mois'),
    limite: enDate(limite),
    effet: enDate(dateEffet),
  }
  const code = aTemps ? 'OPTION_DANS_LA_FENETRE' : 'OPTION_APRES_LA_FENETRE'
  return accorder({ dateEffet }, motif(code, regle.article, donnees))
}
