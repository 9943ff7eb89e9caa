import type { Reglement } from '@/lib/rules/reglement/reglement'
import { mutami } from './mutami/reglement'

export { socle } from './socle/socle'

/** Les règlements connus, par identifiant : la seule liste. */
export const reglements: ReadonlyMap<string, Reglement> = new Map([[mutami.id, mutami]])
