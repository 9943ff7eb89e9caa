import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Montant } from '@/lib/rules/montant/montant'

/**
 * REJET: refused before settlement (pain.002). RETOUR: sent back after settlement. REMBOURSEMENT: taken back by the debtor within eight
 * weeks (MD06). CREDIT, DEBIT: any other line of the account.
 */
export type NatureRetour = 'REJET' | 'RETOUR' | 'REMBOURSEMENT' | 'CREDIT' | 'DEBIT'

export interface RetourBancaire {
  readonly nature: NatureRetour
  /**
   * MESSAGE: the whole file sent is refused. GROUPE: one PmtInf of it is refused, or booked in one line (CREDIT, DEBIT). The operations of a
   * refused file or group may be listed besides, each with its own reason.
   */
  readonly portee: 'MESSAGE' | 'GROUPE' | 'OPERATION'
  readonly messageId: string | null
  readonly groupeId: string | null
  readonly endToEndId: string | null
  /** RUM. */
  readonly mandat: string | null
  /** Never negative; null where the bank does not say it again (a reject). */
  readonly montant: Montant | null
  /** How the organisme's account moved; null for a reject, which moves nothing. */
  readonly sens: 'CREDIT' | 'DEBIT' | null
  readonly date: DateCivile
  /** ISO code; « CFONB-xx » when a statement gives only the bank's two digits. */
  readonly codeMotif: string | null
  /** The bank's own reference of the line. */
  readonly referenceBanque: string | null
  /** Account of the organisme: IBAN, or bank-branch-account of a CFONB statement. */
  readonly compte: string | null
  /** Text that came with a CREDIT or a DEBIT; it may name someone. */
  readonly libelle: string | null
}

/** A line that was not taken, for staff to look at. */
export interface EcartBancaire {
  readonly code: 'NON_COMPTABILISE' | 'DEVISE' | 'MONTANT_ABSENT' | 'SOMME_DIFFERENTE' | 'STATUT_INCONNU'
  /** « écriture 3 » */
  readonly lieu: string
}

export interface LectureBancaire {
  /** « camt.054.001.08 », « CFONB120 » */
  readonly format: string
  /** The bank's identifier of its message; null for a CFONB statement, which has none. */
  readonly message: string | null
  readonly retours: readonly RetourBancaire[]
  readonly ecarts: readonly EcartBancaire[]
}

export type CodeRefusBanque =
  | 'TROP_GRAND'
  | 'ENCODAGE'
  | 'DTD'
  | 'XML_INVALIDE'
  | 'FORMAT_INCONNU'
  | 'CHAMP_ABSENT'
  | 'MONTANT_ILLISIBLE'
  | 'DATE_ILLISIBLE'
  | 'TOTAUX_FAUX'
  | 'LIGNE_INVALIDE'

/** The whole file is refused: a part of what a bank says is worse than nothing. */
export class RefusBanque extends Error {
  override readonly name = 'RefusBanque'

  constructor(
    readonly code: CodeRefusBanque,
    readonly lieu?: string,
  ) {
    super(lieu === undefined ? code : `${code} : ${lieu}`)
  }
}
