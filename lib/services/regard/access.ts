import type { Portee } from '@/lib/server/portee'

/** Those who answer members. */
export const peutRegarder = (acteur: Portee): boolean =>
  acteur.type === 'GESTION' && ['GESTIONNAIRE', 'SUPERVISEUR'].includes(acteur.role)
