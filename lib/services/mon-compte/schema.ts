import { z } from 'zod'
import { champCase } from '@/lib/formulaire/champs'

export const LIGNES_PAR_PAGE = 25

/** Place of the last line read in the journal. What the address does not say, or says wrongly, is the first page. */
export const rangSchema = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).nullable().catch(null)

export const conditionsSchema = z.object({
  accepte: champCase('Pour accepter ces conditions, cochez la case.'),
})
