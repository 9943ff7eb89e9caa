import { z } from 'zod'
import { champSecret } from '@/lib/formulaire/champs'

export const changementSchema = z.object({
  motDePasse: champSecret('Tapez votre mot de passe actuel.'),
  nouveau: champSecret('Choisissez un nouveau mot de passe.'),
})
