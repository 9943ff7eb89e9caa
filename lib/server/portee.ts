import type { EtendueDelegation, RoleCompte } from '@/generated/prisma/enums'

/**
 * Who acts, and what the database lets them touch. A Portee can only be made here, from a session found in the base, and every read
 * and write asks for one: nothing reaches the tables without saying for whom.
 */
declare const marque: unique symbol

export type RoleGestion = Exclude<RoleCompte, 'ADHERENT'>

/** Under what somebody else is at the keyboard. */
export interface PorteeDeleguee {
  readonly id: string
  /** The account that logged in: the delegate's. */
  readonly compteId: string
  readonly etendue: EtendueDelegation
}

export interface PorteeAdherent {
  readonly [marque]: true
  readonly type: 'ADHERENT'
  readonly compteId: string
  readonly personneId: string
  /** Adhésions of which the person is membre participant. */
  readonly adhesions: readonly string[]
  /** Adhésions that cover the person as ayant droit. */
  readonly adhesionsLues: readonly string[]
  /** Somebody looks at the space of this person, of the staff or by a delegation to see only: the database refuses every write. */
  readonly lectureSeule?: true
  /** The person is acted for: everything above is theirs, the hands are another's. */
  readonly delegation?: PorteeDeleguee
}

export interface PorteeGestion {
  readonly [marque]: true
  readonly type: 'GESTION'
  readonly compteId: string
  readonly role: RoleGestion
}

/** Logins, imports, jobs. Named modules only (tests/architecture). */
export interface PorteeSysteme {
  readonly [marque]: true
  readonly type: 'SYSTEME'
}

export type Portee = PorteeAdherent | PorteeGestion | PorteeSysteme
/** Someone who logged in. */
export type Acteur = PorteeAdherent | PorteeGestion

type SansMarque<P> = Omit<P, typeof marque>

export const frapperAdherent = (portee: SansMarque<PorteeAdherent>): PorteeAdherent =>
  portee as PorteeAdherent
export const frapperGestion = (portee: SansMarque<PorteeGestion>): PorteeGestion => portee as PorteeGestion
export const SYSTEME = { type: 'SYSTEME' } as PorteeSysteme

const RANG: Readonly<Record<EtendueDelegation, number>> = { VOIR: 0, DEMANDER: 1, RECEVOIR: 2 }

/** Whether this may be done by these hands: always by one's own, for another as far as the delegation goes. */
export const mainsPermettent = (acteur: Acteur, geste: EtendueDelegation | null): boolean =>
  acteur.type !== 'ADHERENT' ||
  acteur.delegation === undefined ||
  (geste !== null && RANG[acteur.delegation.etendue] >= RANG[geste])

/** The account whose password was typed. */
export const compteAuClavier = (acteur: Acteur): string =>
  acteur.type === 'ADHERENT' ? (acteur.delegation?.compteId ?? acteur.compteId) : acteur.compteId
