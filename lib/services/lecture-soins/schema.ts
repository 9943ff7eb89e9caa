import { z } from 'zod'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Montant } from '@/lib/rules/montant/montant'

/** Letting the membre participant of a contract read one's care, or no longer. */
export const accordLectureSchema = z.object({ adhesion: z.uuid(), choix: z.enum(['ACCORDER', 'RETIRER']) })

/** What was paid on one day, to the account of the contract, for the care of somebody who keeps its detail. */
export interface VersementReserve {
  readonly personneId: string
  readonly payeeLe: DateCivile
  readonly montant: Montant
}
