import type { PorteeGestion } from '@/lib/server/portee'

/** Who owes what: staff that answers members, and those who keep the money. Not the médecin-conseil. */
const ROLES: readonly PorteeGestion['role'][] = ['GESTIONNAIRE', 'COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR']

export const peutSuivreCotisations = (acteur: PorteeGestion): boolean => ROLES.includes(acteur.role)
