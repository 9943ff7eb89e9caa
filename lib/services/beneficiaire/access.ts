import type { Acteur, Portee } from '@/lib/server/portee'

/** Contracts that the person holds, or that cover them; the base leaves an ayant droit only their own lines. */
export const contratsLisibles = (acteur: Acteur): readonly string[] =>
  acteur.type === 'ADHERENT' ? [...acteur.adhesions, ...acteur.adhesionsLues] : []

/** Only the ayant droit answers for where their money goes. */
export const peutRefuserPaiementDirect = (acteur: Acteur, adhesionId: string): boolean =>
  acteur.type === 'ADHERENT' && acteur.adhesionsLues.includes(adhesionId)

/** Those who handle members' files, and the system. */
export const peutConstater = (acteur: Portee): boolean =>
  acteur.type === 'SYSTEME' ||
  (acteur.type === 'GESTION' && ['GESTIONNAIRE', 'SUPERVISEUR'].includes(acteur.role))
