import type { EtatDelegation, PassageDelegation } from '@/generated/prisma/enums'

/**
 * The life of a delegation: what each passage does to each state. The database refuses the others with the same table (garder_etat,
 * prisma/migrations); a test compares the two.
 */
export const PASSAGES_DELEGATION = {
  PROPOSER: {},
  /** By the one who will act. */
  ACCEPTER: { PROPOSEE: 'ACTIVE' },
  /** By the mutuelle, which has seen the title. */
  ACCORDER: { PROPOSEE: 'ACTIVE' },
  REFUSER: { PROPOSEE: 'REFUSEE' },
  REVOQUER: { PROPOSEE: 'REVOQUEE', ACTIVE: 'REVOQUEE' },
  /** By time: its last day is past, or nobody answered. */
  FINIR: { PROPOSEE: 'FINIE', ACTIVE: 'FINIE' },
} as const satisfies Readonly<
  Record<PassageDelegation, Readonly<Partial<Record<EtatDelegation, EtatDelegation>>>>
>

export const etatApres = (etat: EtatDelegation, passage: PassageDelegation): EtatDelegation | null => {
  const issues: Readonly<Partial<Record<EtatDelegation, EtatDelegation>>> = PASSAGES_DELEGATION[passage]
  return issues[etat] ?? null
}
