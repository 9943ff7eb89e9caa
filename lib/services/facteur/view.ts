import type { NatureFacteur } from '@/generated/prisma/enums'

export interface FacteurLu {
  readonly id: string
  readonly nature: NatureFacteur
  readonly nom: string
  readonly creeLe: Date
  /** Null: begun, not proven yet. */
  readonly confirmeLe: Date | null
  readonly dernierUsageLe: Date | null
  readonly codesRestants: number
}

/** What an application must be told: the picture and the same as text. */
export interface GraineVue {
  readonly facteurId: string
  /** `otpauth://…` */
  readonly uri: string
  /** Base32, by groups of four. */
  readonly cle: string
}

/** How a form asks who is there. */
export interface ConfirmationVue {
  /** Nothing to ask: it was proven less than five minutes ago. */
  readonly fraiche: boolean
  /** The factor is asked too. */
  readonly code: boolean
  /** A passkey may answer instead of both. */
  readonly cle: boolean
  /** The act needs a factor, and the account has none. */
  readonly installer: boolean
  /** In the demonstration only: the code of the moment. */
  readonly codeDemonstration: string | null
}
