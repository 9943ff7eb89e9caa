import type { Portee } from '@/lib/server/portee'

/** The staff who answer for what was promised to be sent. */
export const peutSuivreCourriels = (acteur: Portee): boolean =>
  acteur.type === 'GESTION' && ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'].includes(acteur.role)
