import { ageAu, type DateCivile } from '../date/date-civile'
import { accorder, type Decision, refuser } from '../decision/decision'
import { type ArticleId, enNombre, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Ce que change l'âge de seize ans ; chaque droit par son article, null si la source n'en parle pas. */
export interface ParametresSeizeAns {
  readonly age: number
  readonly article: ArticleId
  /** Perçoit ses prestations, sauf refus exprès. */
  readonly paiementDirect: ArticleId | null
  /** Peut adhérer sans son représentant légal. */
  readonly adhesionPropre: ArticleId | null
  /** Doit envoyer sa propre attestation de droits. */
  readonly attestationPropre: ArticleId | null
}

export interface DroitsDuMineur {
  readonly paiementDirect: boolean
  readonly adhesionPropre: boolean
  readonly attestationPropre: boolean
}

/** Droits propres d'un ayant droit à partir de seize ans. */
export function emanciperMineur(
  reglement: Reglement,
  faits: { readonly dateNaissance: DateCivile; readonly date: DateCivile; readonly refusExpres: boolean },
): Decision<DroitsDuMineur> {
  const regle = regleEnVigueur(reglement.seizeAns, faits.date, 'droits à seize ans')
  verifierOrdre(['dateNaissance', faits.dateNaissance], ['date', faits.date])
  const age = { age: enNombre(regle.age, 'ans') }
  if (ageAu(faits.dateNaissance, faits.date) < regle.age) {
    return refuser(null, motif('SEIZE_ANS_A_VENIR', regle.article, age))
  }
  const valeur = {
    paiementDirect: regle.paiementDirect !== null && !faits.refusExpres,
    adhesionPropre: regle.adhesionPropre !== null,
    attestationPropre: regle.attestationPropre !== null,
  }
  return accorder(valeur, motif('SEIZE_ANS_REVOLUS', regle.article, age))
}
