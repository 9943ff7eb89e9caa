import type { Acteur, Portee } from '@/lib/server/portee'

/** Members send papers, for the contract they hold or the one that covers them. Null: no contract, nothing to send to. */
export const adhesionDuDepot = (acteur: Acteur): string | null =>
  acteur.type === 'ADHERENT' ? (acteur.adhesions[0] ?? acteur.adhesionsLues[0] ?? null) : null

/** Those who handle members' files. */
export const peutLireDepots = (acteur: Portee): boolean =>
  acteur.type === 'GESTION' && ['GESTIONNAIRE', 'SUPERVISEUR'].includes(acteur.role)
