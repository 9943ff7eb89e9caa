import type { DateCivile } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { enDate, enMontant, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import type { Montant } from '../montant/montant'
import type { Reglement } from '../reglement/reglement'
import type { Socle } from '../remboursement/socle'

export interface FaitsIndu {
  readonly montant: Montant
  readonly constateLe: DateCivile
  /** Fin du temps laissé pour répondre ; rien n'est retenu avant. */
  readonly retenueDes: DateCivile
}

/** Ce qui fonde la reprise d'une prestation versée à tort : le règlement, ou la loi où il se tait. */
export function recupererIndu(
  reglement: Reglement,
  socle: Socle,
  faits: FaitsIndu,
): Decision<{ readonly retenueDes: DateCivile }> {
  verifierOrdre(['constateLe', faits.constateLe], ['retenueDes', faits.retenueDes])
  const regle = reglement.indu ?? socle.indu
  return accorder(
    { retenueDes: faits.retenueDes },
    motif('PRESTATION_A_RENDRE', regle.article, { montant: enMontant(faits.montant) }),
    motif('INDU_RETENU_ENSUITE', regle.retenue, { des: enDate(faits.retenueDes) }),
  )
}
