import { z } from 'zod'

/** The year asked in the address; anything else is the year that runs. */
export const anneeSchema = z.coerce.number().int().min(2020).max(2100).nullable().catch(null)
