import type { RoleGestion } from '@/lib/server/portee'

/** Who answers members may send somebody a new code; it leaves by post, to the address of the file. */
export const peutRenouvelerCode = (role: RoleGestion): boolean =>
  role === 'GESTIONNAIRE' || role === 'SUPERVISEUR'
