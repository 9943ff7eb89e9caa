import { annee, type DateCivile, trenteEtUnDecembre } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { enDate, motif } from '../decision/motif'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

export interface BorneSuspension {
  /** Dernier jour d'effet possible ; null : jusqu'au paiement ou à la résiliation. */
  readonly jusquAu: DateCivile | null
}

/** Jusqu'où une suspension produit ses effets, au plus tard. L'année est celle de la fraction impayée. */
export function bornerSuspension(reglement: Reglement, dateEcheance: DateCivile): Decision<BorneSuspension> {
  const regle = regleEnVigueur(reglement.impaye, dateEcheance, 'suspension pour impayé')
  if (regle.finAnnuelle === null)
    return accorder({ jusquAu: null }, motif('SUSPENSION_SANS_TERME', regle.article))
  const jusquAu = trenteEtUnDecembre(annee(dateEcheance))
  return accorder({ jusquAu }, motif('SUSPENSION_BORNEE', regle.finAnnuelle, { fin: enDate(jusquAu) }))
}
