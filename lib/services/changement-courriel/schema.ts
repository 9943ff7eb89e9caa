import { z } from 'zod'
import { champEmail } from '@/lib/formulaire/champs'
import { champsPreuve } from '../reauthentification/schema'

export const courrielSchema = z.object({
  email: champEmail(),
  ...champsPreuve,
})

/** Something to send, so that an empty submission does nothing. */
export const attenteSchema = z.object({ attente: z.literal('oui') })
