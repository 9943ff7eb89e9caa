import type { Portee } from '@/lib/server/portee'

/** The command line, jobs, and the staff who handle décomptes. */
export const peutImporterFlux = (acteur: Portee): boolean =>
  acteur.type === 'SYSTEME' ||
  (acteur.type === 'GESTION' && ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'].includes(acteur.role))
