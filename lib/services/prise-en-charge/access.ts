import type { Portee } from '@/lib/server/portee'

/** Those who handle members' files; the portal itself for what a request or a file brings. */
export const peutGererPrises = (acteur: Portee): boolean =>
  acteur.type === 'SYSTEME' ||
  (acteur.type === 'GESTION' && (acteur.role === 'GESTIONNAIRE' || acteur.role === 'SUPERVISEUR'))

/** A membre participant reads those of the contract, an ayant droit their own, staff who handle files all. */
export function peutLirePrise(
  acteur: Portee,
  prise: { readonly adhesionId: string; readonly personneId: string },
): boolean {
  if (acteur.type !== 'ADHERENT') return peutGererPrises(acteur)
  return acteur.adhesions.includes(prise.adhesionId) || prise.personneId === acteur.personneId
}
