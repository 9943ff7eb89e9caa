import type { Reglement } from '@/lib/rules/reglement/reglement'

import { mieuxEtre } from './mieux-etre/reglement'
import { mutamePlus } from './mutame-plus/reglement'
import { mutameSmb } from './mutame-smb/reglement'
import { mutami } from './mutami/reglement'
import { ocianeCollectif } from './ociane-collectif/reglement'

export { exemples } from './socle/exemples'
export { socle } from './socle/socle'

/** La seule liste des règlements, par leur code. */
export const reglements = {
  mutami,
  'mutame-smb': mutameSmb,
  'ociane-collectif': ocianeCollectif,
  'mutame-plus': mutamePlus,
  'mieux-etre': mieuxEtre,
} as const satisfies Readonly<Record<string, Reglement>>
