import { z } from 'zod'
import { PHRASES_CODE_ACCES } from '@/lib/lexique/acces'
import { champsPreuve } from '../reauthentification/schema'

export const nouveauCodeSchema = z.object({
  personne: z.uuid(PHRASES_CODE_ACCES.INTROUVABLE),
  ...champsPreuve,
})
