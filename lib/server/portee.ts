import type { RoleCompte } from '@/generated/prisma/enums'

/**
 * Who acts, and what the database lets them touch. A Portee can only be made here, from a session found in the base, and every read
 * and write asks for one: nothing reaches the tables without saying for whom.
 */
declare const marque: unique symbol

export type RoleGestion = Exclude<RoleCompte, 'ADHERENT'>

export interface PorteeAdherent {
  readonly [marque]: true
  readonly type: 'ADHERENT'
  readonly compteId: string
  readonly personneId: string
  /** Adhésions of which the person is membre participant. */
  readonly adhesions: readonly string[]
  /** Adhésions that cover the person as ayant droit. */
  readonly adhesionsLues: readonly string[]
  /** Somebody of the staff looks at the space of this person: the database refuses every write. */
  readonly lectureSeule?: true
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
