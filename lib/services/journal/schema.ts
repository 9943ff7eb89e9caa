import { z } from 'zod'
import { champTexte } from '@/lib/formulaire/champs'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'

const jour = z
  .string()
  .refine(estDateCivile)
  .transform((texte): DateCivile => texte as DateCivile)
  .nullable()
  .catch(null)
const id = z.uuid().nullable().catch(null)

/** What the address of the page says; a value that is not one counts for none. No name and no number of a person is in it. */
export const filtresJournalSchema = z.object({
  personne: id,
  compte: id,
  acte: z
    .string()
    .regex(/^[A-Z_]{3,40}$/)
    .nullable()
    .catch(null),
  du: jour,
  au: jour,
  avant: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().catch(null).default(null),
})
export type FiltresJournal = z.output<typeof filtresJournalSchema>

export const rechercheJournalSchema = z.object({
  q: champTexte('Indiquez un e-mail, un numéro d’adhérent, ou le nom d’un membre du personnel.', 254),
})
