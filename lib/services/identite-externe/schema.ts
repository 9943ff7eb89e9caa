import { z } from 'zod'
import { champSecret } from '@/lib/formulaire/champs'
import { PHRASES_RECONFIRMATION } from '@/lib/lexique/acces'

export const relierSchema = z.object({
  motDePasse: champSecret(PHRASES_RECONFIRMATION.ABSENT),
})

export const delierSchema = z.object({
  identite: z.uuid('Cette identité est introuvable.'),
  motDePasse: champSecret(PHRASES_RECONFIRMATION.ABSENT),
})

export const demarrerSchema = z.object({
  fournisseur: z.string().max(31),
  motDePasse: champSecret(PHRASES_RECONFIRMATION.ABSENT),
})
