import { z } from 'zod'
import { champDate } from '@/lib/formulaire/champs'
import { PHRASES_ENVOI_POSTAL } from '@/lib/lexique/envoi-postal'

/** Papers of one pile, ticked, and the day they left. */
export const posteSchema = z.object({
  document: z
    .union([z.uuid().transform((id) => [id]), z.array(z.uuid())], { error: PHRASES_ENVOI_POSTAL.CHOISIR })
    .refine((ids) => ids.length > 0, PHRASES_ENVOI_POSTAL.CHOISIR),
  le: champDate(PHRASES_ENVOI_POSTAL.JOUR),
})
export type Poste = z.output<typeof posteSchema>
