import { z } from 'zod'
import { champSecret } from '@/lib/formulaire/champs'
import { champsPreuve } from '../reauthentification/schema'

export const changementSchema = z.object({
  ...champsPreuve,
  nouveau: champSecret('Choisissez un nouveau mot de passe.'),
})
