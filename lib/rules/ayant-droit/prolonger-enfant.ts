import { annee, type DateCivile, trenteEtUnDecembre } from '../date/date-civile'
import { enDate, enNombre, type Motif, motif } from '../decision/motif'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Jusqu'où une situation justifiée garderait un enfant encore couvert sans condition ; null si rien ne prolonge. */
export function prolongerEnfant(
  reglement: Reglement,
  faits: { readonly dateNaissance: DateCivile; readonly date: DateCivile },
): { readonly jusquAu: DateCivile; readonly motif: Motif } | null {
  const { enfant } = regleEnVigueur(reglement.ayantDroit, faits.date, "qualité d'ayant droit")
  if (enfant?.politique !== 'AGE_PUIS_SITUATION') return null
  const naissance = annee(faits.dateNaissance)
  if (annee(faits.date) > naissance + enfant.ageSansCondition) return null
  const jusquAu = trenteEtUnDecembre(naissance + enfant.ageAvecSituation)
  const donnees = { age: enNombre(enfant.ageAvecSituation, 'ans'), limite: enDate(jusquAu) }
  return { jusquAu, motif: motif('PROLONGATION_POSSIBLE', enfant.article, donnees) }
}
