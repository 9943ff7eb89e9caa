import type { Portee } from '@/lib/server/portee'

/** Those who answer for what the others do. */
export const peutLireJournal = (acteur: Portee): boolean =>
  acteur.type === 'GESTION' && ['SUPERVISEUR', 'ADMINISTRATEUR'].includes(acteur.role)
