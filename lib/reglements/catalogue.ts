import type { Reglement } from '@/lib/rules/reglement/reglement'
import { mutami } from './mutami/reglement'

export { socle } from './socle/socle'

/** La seule liste des règlements, par leur code. */
export const reglements = {
  mutami,
} as const satisfies Readonly<Record<string, Reglement>>
