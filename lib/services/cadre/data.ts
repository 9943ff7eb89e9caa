import type { DateCivile } from '@/lib/rules/date/date-civile'
import { aujourdhui } from '@/lib/server/clock'
import { env } from '@/lib/server/env'
import { type Organisme, organisme } from '@/lib/server/organisme'

/** What every page of this deployment says about itself. */
export interface Cadre {
  readonly organisme: Organisme
  readonly jour: DateCivile
  readonly demonstration: boolean
}

export const lireCadre = (): Cadre => ({
  organisme: organisme(),
  jour: aujourdhui(),
  demonstration: env().PORTAIL_DEMO === '1',
})
