import type { Portee } from '@/lib/server/portee'

/** Jobs, and the staff who answer for what is sent to members. */
export const peutFaireReleves = (acteur: Portee): boolean =>
  acteur.type === 'SYSTEME' ||
  (acteur.type === 'GESTION' && ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'].includes(acteur.role))
