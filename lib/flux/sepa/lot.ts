import type { LIBELLES_PAIEMENT } from '@/lib/lexique/banque'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Montant } from '@/lib/rules/montant/montant'

export type FormatPrelevement = 'pain.008.001.02' | 'pain.008.001.08'
export type FormatVirement = 'pain.001.001.03' | 'pain.001.001.09'

/** Order of collections under a mandate. The first one may be RCUR (since November 2016): a setting of the bank. */
export type Sequence = 'FRST' | 'RCUR' | 'OOFF' | 'FNAL'

/** Read twice (control, then writing): each call starts again from the first operation, in the same order. */
export type Source<T> = () => AsyncIterable<T> | Iterable<T>

export interface Titulaire {
  readonly nom: string
  readonly iban: string
  readonly bic?: string
}

export interface Creancier extends Titulaire {
  /** Identifiant créancier SEPA. */
  readonly ics: string
}

/** What a bank reads of the purpose: an object of a closed list, a month, a reference. Never an act, a care or a person. */
export type ObjetPaiement = keyof typeof LIBELLES_PAIEMENT

export interface Libelle {
  readonly objet: ObjetPaiement
  /** « 2026-10 » */
  readonly periode?: string
  /** Opaque: capital letters, digits, dots and dashes, 20 at most, and never a NIR. */
  readonly reference: string
}

/** What changed in the mandate since the last collection. SMNDA: the account changed, its former number is not said. */
export interface ModificationMandat {
  readonly ancienneRum?: string
  readonly ancienIcs?: string
  readonly ancienNomCreancier?: string
  readonly ancienCompte?: string | 'SMNDA'
}

export interface Mandat {
  readonly rum: string
  readonly dateSignature: DateCivile
  readonly modification?: ModificationMandat
}

export interface Prelevement {
  readonly endToEndId: string
  readonly montant: Montant
  readonly debiteur: Titulaire
  readonly mandat: Mandat
  readonly libelle: Libelle
}

export interface Virement {
  readonly endToEndId: string
  readonly montant: Montant
  readonly beneficiaire: Titulaire
  readonly libelle: Libelle
}

export interface GroupePrelevements {
  readonly sequence: Sequence
  readonly dateEcheance: DateCivile
  readonly operations: Source<Prelevement>
}

export interface GroupeVirements {
  readonly dateExecution: DateCivile
  readonly operations: Source<Virement>
}

interface Lot {
  /** 31 characters at most: the groups are numbered after it. */
  readonly messageId: string
  readonly creeLe: Date
  /** One credit (or debit) a group on the organisme's statement (true) or one an operation. */
  readonly comptabilisationGlobale?: boolean
}

/** One group for a (sequence, due date): the bank refuses two. */
export interface LotPrelevements extends Lot {
  readonly creancier: Creancier
  readonly groupes: readonly GroupePrelevements[]
}

/** One group for an execution date. */
export interface LotVirements extends Lot {
  readonly donneurOrdre: Titulaire
  readonly groupes: readonly GroupeVirements[]
}
