import type { RoleCompte, StatutCompte } from '@/generated/prisma/enums'

export interface CompteConnu {
  readonly id: string
  readonly role: RoleCompte
  readonly statut: StatutCompte
  readonly motDePasse: string | null
}

/**
 * The one account that an identifier designates, among those that answer to it. An e-mail shared by several members designates none of
 * them (the code does); a staff account has no code, so its e-mail always designates it. An account that is not confirmed yet never hides
 * one that is: anybody can type anybody's address.
 */
export function designerCompte(comptes: readonly CompteConnu[]): CompteConnu | null {
  const personnel = comptes.filter((compte) => compte.role !== 'ADHERENT')
  const confirmes = comptes.filter((compte) => compte.statut !== 'EN_ATTENTE')
  const [seul, ...autres] = personnel.length > 0 ? personnel : confirmes.length > 0 ? confirmes : comptes
  return seul !== undefined && autres.length === 0 ? seul : null
}
