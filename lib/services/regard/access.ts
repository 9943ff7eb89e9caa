import type { Portee } from '@/lib/server/portee'

/** Those who answer members. */
export const peutRegarder = (acteur: Portee): boolean =>
  acteur.type === 'GESTION' && ['GESTIONNAIRE', 'SUPERVISEUR'].includes(acteur.role)

/** Staff look at this space: its owner is not there. A delegate who only sees is the owner's choice, not this. */
export const enRegard = (acteur: Portee): boolean =>
  acteur.type === 'ADHERENT' && acteur.lectureSeule === true && acteur.delegation === undefined
