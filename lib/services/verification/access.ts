import type { Portee } from '@/lib/server/portee'

const estDe = (acteur: Portee, roles: readonly string[]): boolean =>
  acteur.type === 'GESTION' && roles.includes(acteur.role)

export const peutVerifier = (acteur: Portee): boolean => estDe(acteur, ['GESTIONNAIRE', 'SUPERVISEUR'])

/** The medical adviser reads what waits, and decides nothing. */
export const peutLireVerifications = (acteur: Portee): boolean =>
  peutVerifier(acteur) || estDe(acteur, ['MEDECIN_CONSEIL'])
