import { z } from 'zod'
import { champSecret } from '@/lib/formulaire/champs'
import { PHRASES_RECONFIRMATION } from '@/lib/lexique/acces'

export const relierSchema = z.object({
  motDePasse: champSecret(PHRASES_RECONFIRMATION.ABSENT),
})

export const retirerSchema = relierSchema.extend({
  identite: z.uuid('Cette identité est introuvable.'),
})
