import { z } from 'zod'

export const numerosSchema = z.object({ personne: z.uuid('Cette personne est introuvable.') })
