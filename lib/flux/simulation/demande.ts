import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Montant } from '@/lib/rules/montant/montant'
import type { MotifRenouvellement } from '@/lib/rules/remboursement/faits'

/** One act that somebody is about to have, as the AMO would name it. */
export interface ActeDemande {
  readonly code: string
  /** For all of `quantite`; null = the price that the law sets. */
  readonly prix: Montant | null
  /** For all of `quantite`; null = the base of the act that day. */
  readonly base: Montant | null
  readonly quantite: number
  readonly cote: 'DROIT' | 'GAUCHE' | null
}

export type Situation = 'HABITUELLE' | 'ALD' | 'MATERNITE' | 'ACCIDENT_TRAVAIL'

/** A care that has not taken place. */
export interface SoinDemande {
  readonly jour: DateCivile
  readonly actes: readonly ActeDemande[]
  /** Without a known base, the AMO counts on the price itself. */
  readonly baseEstPrix: boolean
  /** The AMO counts on a base: false for what it never reimburses. */
  readonly rembourse: boolean
  readonly dptam: boolean
  readonly parcours: boolean
  readonly situation: Situation
  /** Complémentaire santé solidaire: nothing is withheld. */
  readonly css: boolean
  /** Alsace-Moselle: the régime local pays before the mutuelle, on the same décompte. */
  readonly regimeLocal: boolean
  /** Over how many days the acts are, for ceilings of a day. */
  readonly joursDeSoins: number
  /** Why glasses are renewed before their time. */
  readonly renouvellement: MotifRenouvellement | null
  /** In a maternity ward. */
  readonly maternite: boolean
  /** What a first mutuelle pays of it. */
  readonly autres: Montant
  /** The day on which a child, born or adopted on `jour`, joins the contract; null for any other care. */
  readonly enfantLe: DateCivile | null
}
