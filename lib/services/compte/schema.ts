import { z } from 'zod'
import { champCase, champEmail, champJeton, champSecret, champTexte } from '@/lib/formulaire/champs'

export const carteSchema = z.object({
  numeroAdherent: champTexte('Indiquez votre n° adhérent, en haut à droite de votre carte.', 30),
  codeAcces: champTexte("Indiquez votre code d'accès, en haut à droite de votre carte.", 30),
})

export const identifiantsSchema = z.object({
  email: champEmail(),
  motDePasse: champSecret('Choisissez un mot de passe.'),
})

export const conditionsSchema = z.object({
  accepte: champCase("Pour créer votre espace, acceptez les conditions générales d'utilisation."),
})

export const jetonSchema = z.object({ jeton: champJeton() })

export const accesPerduSchema = z.object({
  identifiant: champTexte("Indiquez votre e-mail, ou le code d'accès imprimé sur votre carte.", 254),
})

export const nouveauMotDePasseSchema = z.object({
  jeton: champJeton(),
  motDePasse: champSecret('Choisissez un mot de passe.'),
})
