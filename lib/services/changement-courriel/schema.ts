import { z } from 'zod'
import { champEmail, champSecret } from '@/lib/formulaire/champs'
import { PHRASES_RECONFIRMATION } from '@/lib/lexique/acces'

export const courrielSchema = z.object({
  email: champEmail(),
  motDePasse: champSecret(PHRASES_RECONFIRMATION.ABSENT),
})

/** Something to send, so that an empty submission does nothing. */
export const attenteSchema = z.object({ attente: z.literal('oui') })
