import type { PorteeGestion } from '@/lib/server/portee'

/** Money: the accountant and who is above; a gestionnaire or a médecin-conseil moves none. */
const COMPTABLES: readonly PorteeGestion['role'][] = ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR']

export const peutPreparerLot = (acteur: PorteeGestion): boolean => COMPTABLES.includes(acteur.role)

export type RefusValidation = 'ROLE' | 'MEME_PERSONNE' | 'ETAT'

/** Four eyes: who prepared does not check. Null when nothing forbids it. */
export function refusValidation(
  acteur: PorteeGestion,
  lot: { readonly etat: string; readonly prepareParId: string | null },
): RefusValidation | null {
  if (!peutPreparerLot(acteur)) return 'ROLE'
  if (lot.etat !== 'PREPARE') return 'ETAT'
  return lot.prepareParId === acteur.compteId ? 'MEME_PERSONNE' : null
}
