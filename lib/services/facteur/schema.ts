import { z } from 'zod'

/** Something to send, so that an empty submission makes no challenge. */
export const defiSchema = z.object({ defi: z.literal('oui') })
