import type { Portee } from '@/lib/server/portee'

/** Staff who answer members or keep the money write a mandate that came on paper. Not the médecin-conseil. */
const ROLES = ['GESTIONNAIRE', 'COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] as const

export const peutTenirMandats = (acteur: Portee): boolean =>
  acteur.type === 'SYSTEME' || (acteur.type === 'GESTION' && ROLES.some((role) => role === acteur.role))

/** A contract is paid by its membre participant: an ayant droit signs nothing for it. */
export const peutChoisirPaiement = (acteur: Portee, adhesionId: string): boolean =>
  acteur.type === 'ADHERENT' ? acteur.adhesions.includes(adhesionId) : peutTenirMandats(acteur)
