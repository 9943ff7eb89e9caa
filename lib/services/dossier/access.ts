import type { Portee } from '@/lib/server/portee'

/** Those who answer members open their files; the médecin-conseil too, for the pieces that are theirs alone. */
export const peutOuvrirDossier = (acteur: Portee): boolean =>
  acteur.type === 'GESTION' && ['GESTIONNAIRE', 'SUPERVISEUR', 'MEDECIN_CONSEIL'].includes(acteur.role)
