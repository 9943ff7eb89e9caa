import { annee, type DateCivile, trenteEtUnDecembre } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { type ArticleId, enDate, motif } from '../decision/motif'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** L'agent qui quitte sa collectivité garde son contrat ; la participation de l'employeur cesse. */
export interface ParametresDepartCollectivite {
  readonly article: ArticleId
}

export interface DepartCollectivite {
  readonly contratConserve: true
  readonly cotisationInchangeeJusquAu: DateCivile
  readonly participationEmployeur: false
}

/** Ce que devient le contrat d'un agent qui quitte sa collectivité. */
export function quitterCollectivite(
  reglement: Reglement,
  dateDepart: DateCivile,
): Decision<DepartCollectivite> {
  const { article } = regleEnVigueur(reglement.departCollectivite, dateDepart, "départ d'un agent")
  const jusquAu = trenteEtUnDecembre(annee(dateDepart))
  const donnees = { depart: enDate(dateDepart), jusquAu: enDate(jusquAu) }
  return accorder(
    { contratConserve: true, cotisationInchangeeJusquAu: jusquAu, participationEmployeur: false },
    motif('DEPART_COLLECTIVITE', article, donnees),
  )
}
