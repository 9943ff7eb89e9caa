import { annee, type DateCivile, trenteEtUnDecembre } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { type ArticleId, enDate, enNombre, motif } from '../decision/motif'
import { prevu } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Formules réservées jusqu'au 31 décembre de l'année d'un anniversaire de l'adhérent. */
export interface ParametresFormuleParAge {
  readonly formules: readonly string[]
  readonly anniversaire: number
  readonly article: ArticleId
}

/** Dernier jour d'une formule réservée par l'âge ; null quand elle ne l'est pas. */
export function sortirDeFormule(
  reglement: Reglement,
  formule: string,
  dateNaissance: DateCivile,
): Decision<{ readonly jusquAu: DateCivile | null }> {
  const regle = prevu(reglement.formuleParAge, "formule réservée par l'âge")
  const age = enNombre(regle.anniversaire, 'ans')
  if (!regle.formules.includes(formule)) {
    return accorder({ jusquAu: null }, motif('FORMULE_SANS_AGE', regle.article, { age }))
  }
  const jusquAu = trenteEtUnDecembre(annee(dateNaissance) + regle.anniversaire)
  return accorder(
    { jusquAu },
    motif('FORMULE_JUSQU_A_L_AGE', regle.article, { age, jusquAu: enDate(jusquAu) }),
  )
}
