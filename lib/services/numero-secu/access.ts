import type { Portee } from '@/lib/server/portee'

/** Those who answer members, and compare a number with the one on their card. */
export const peutVoirNumeros = (acteur: Portee): boolean =>
  acteur.type === 'GESTION' && ['GESTIONNAIRE', 'SUPERVISEUR'].includes(acteur.role)
