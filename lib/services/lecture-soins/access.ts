import type { Acteur } from '@/lib/server/portee'

/** Only the person who is cared for agrees, for a contract that covers them. */
export const peutAccorderLecture = (acteur: Acteur, adhesionId: string): boolean =>
  acteur.type === 'ADHERENT' && acteur.adhesionsLues.includes(adhesionId)
