import type { EquipeGestion, RoleCompte } from '@/generated/prisma/enums'
import type { Portee, RoleGestion } from '@/lib/server/portee'
import { enRegard } from '../regard/access'

/** Who works on what each team has. A superviseur helps everywhere, but opens no medical piece. */
const EQUIPES: Readonly<Record<EquipeGestion, readonly RoleCompte[]>> = {
  ADHESIONS: ['GESTIONNAIRE', 'SUPERVISEUR'],
  PRESTATIONS: ['GESTIONNAIRE', 'SUPERVISEUR'],
  COTISATIONS: ['GESTIONNAIRE', 'COMPTABLE', 'SUPERVISEUR'],
  MEDICAL: ['MEDECIN_CONSEIL'],
  RECLAMATIONS: ['GESTIONNAIRE', 'SUPERVISEUR'],
}

export const equipesDe = (role: RoleGestion): EquipeGestion[] =>
  (Object.keys(EQUIPES) as EquipeGestion[]).filter((equipe) => EQUIPES[equipe].includes(role))

export const peutTraiter = (acteur: Portee, { equipe }: { readonly equipe: EquipeGestion }): boolean =>
  acteur.type === 'SYSTEME' || (acteur.type === 'GESTION' && EQUIPES[equipe].includes(acteur.role))

/** It is theirs: they wrote it. */
export const estSienne = (acteur: Portee, { compteId }: { readonly compteId: string }): boolean =>
  acteur.type === 'ADHERENT' && acteur.compteId === compteId

/** A medical piece is opened by who sent it and by the médecin-conseil; staff who look at a space take no file out of it. */
export const peutOuvrirPiece = (
  acteur: Portee,
  piece: { readonly medicale: boolean; readonly compteId: string; readonly equipe: EquipeGestion },
): boolean => {
  if (acteur.type === 'ADHERENT') return acteur.compteId === piece.compteId && !enRegard(acteur)
  if (acteur.type !== 'GESTION') return false
  return piece.medicale ? acteur.role === 'MEDECIN_CONSEIL' : peutTraiter(acteur, piece)
}

/** Who may have what each team has. */
export const ROLES_DES_EQUIPES: Readonly<Record<EquipeGestion, readonly RoleCompte[]>> = EQUIPES

/** Answers for the team: hands a demande to somebody else, frees it, undoes, whoever has it. Nobody but a médecin-conseil is over one. */
export const peutAttribuer = (acteur: Portee, demande: { readonly equipe: EquipeGestion }): boolean =>
  acteur.type === 'GESTION' &&
  peutTraiter(acteur, demande) &&
  (acteur.role === 'SUPERVISEUR' || demande.equipe === 'MEDICAL')
