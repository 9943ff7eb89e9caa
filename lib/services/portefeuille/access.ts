import type { Portee } from '@/lib/server/portee'

/** The command line, or the staff who set the mutuelle up. */
export const peutImporterPortefeuille = (acteur: Portee): boolean =>
  acteur.type === 'SYSTEME' ||
  (acteur.type === 'GESTION' && (acteur.role === 'ADMINISTRATEUR' || acteur.role === 'SUPERVISEUR'))
