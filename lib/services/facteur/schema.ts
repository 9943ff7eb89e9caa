import { z } from 'zod'

/** Asks for nothing. */
export const rienSchema = z.object({})
