import { z } from 'zod'
import { jour } from '@/lib/papiers/faits'
import type { SituationEnfant } from '@/lib/rules/ayant-droit/reconnaitre-ayant-droit'
import type { DateCivile } from '@/lib/rules/date/date-civile'

/** Refusing, or accepting again, to be paid directly: for which contract. */
export const paiementDirectSchema = z.object({ adhesion: z.uuid(), choix: z.enum(['REFUSER', 'ACCEPTER']) })

/** What the mutuelle has learnt of an ayant droit, from a day on. Absent: not known. */
export interface Constat {
  readonly adhesionId: string
  readonly personneId: string
  readonly du: DateCivile
  readonly situation?: SituationEnfant
  readonly celibataire?: boolean
  readonly rattacheFiscalement?: boolean
  readonly handicapReconnuLe?: DateCivile
  readonly justificatifRecuLe?: DateCivile
  readonly depotId?: string
}

/** What noting a situation wrote, and the periods that it closed or replaced, as they stood: enough to take it back. */
export const effetSituationSchema = z.object({
  ecrite: z.uuid(),
  du: jour,
  avant: z
    .array(
      z.object({
        id: z.uuid(),
        du: jour,
        au: jour.nullable(),
        situation: z.string().nullable(),
        celibataire: z.boolean().nullable(),
        rattacheFiscalement: z.boolean().nullable(),
        handicapReconnuLe: jour.nullable(),
        justificatifRecuLe: jour.nullable(),
        depotId: z.uuid().nullable(),
      }),
    )
    .readonly(),
})
export type EffetSituation = z.output<typeof effetSituationSchema>
