import { z } from 'zod'
import { champsPreuve } from '../reauthentification/schema'

export const relierSchema = z.object(champsPreuve)

export const retirerSchema = relierSchema.extend({
  identite: z.uuid('Cette identité est introuvable.'),
})
