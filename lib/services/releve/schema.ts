import { z } from 'zod'

/** First day of the period, as the page proposed it: what was seen is what is launched. */
export const lancementSchema = z.object({ du: z.iso.date() })
export const repriseSchema = z.object({ lot: z.uuid() })
