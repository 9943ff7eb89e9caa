import type { Portee } from '@/lib/server/portee'

/** Staff who follow contributions: they read, and may hold a step back. */
export const peutSuivreImpayes = (acteur: Portee): boolean =>
  acteur.type === 'GESTION' &&
  ['GESTIONNAIRE', 'COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'].includes(acteur.role)

/** Ending somebody's contract is not an everyday act. */
export const peutResilierPourImpaye = (acteur: Portee): boolean =>
  acteur.type === 'GESTION' && ['SUPERVISEUR', 'ADMINISTRATEUR'].includes(acteur.role)
