import type { RoleCompte } from '@/generated/prisma/enums'

/** What was verified of whoever says they lost their factor; two at least, by a way that is not the mailbox. */
export const VERIFICATIONS = ['RAPPEL', 'PIECE_IDENTITE', 'CARTE', 'DOSSIER', 'PRESENCE'] as const
export type Verification = (typeof VERIFICATIONS)[number]
export const VERIFICATIONS_MIN = 2

/** A member's is taken off by who answers members; a colleague's by an administrator. Never one's own. */
export function peutLever(role: RoleCompte, cible: RoleCompte): boolean {
  if (cible !== 'ADHERENT') return role === 'ADMINISTRATEUR'
  return role === 'GESTIONNAIRE' || role === 'SUPERVISEUR'
}
