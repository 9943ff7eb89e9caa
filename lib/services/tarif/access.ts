import type { Portee } from '@/lib/server/portee'

/** Tariffs: who answers for them before the members. The loading of a mutuelle enters its own. */
export const peutSaisirTarif = (acteur: Portee): boolean =>
  acteur.type === 'SYSTEME' ||
  (acteur.type === 'GESTION' && (acteur.role === 'SUPERVISEUR' || acteur.role === 'ADMINISTRATEUR'))
