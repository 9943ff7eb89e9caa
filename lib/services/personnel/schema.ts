import { z } from 'zod'
import { champEmail, champJeton, champSecret, champTexte } from '@/lib/formulaire/champs'

export const premierAdministrateurSchema = z.object({
  jeton: champJeton(),
  nom: champTexte('Indiquez vos prénom et nom.', 100),
  email: champEmail(),
  motDePasse: champSecret('Choisissez un mot de passe.'),
})
