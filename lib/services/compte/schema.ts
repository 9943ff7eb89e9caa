import { z } from 'zod'
import { champCase, champEmail, champJeton, champSecret, champTexte } from '@/lib/formulaire/champs'

export const carteSchema = z.object({
  numeroAdherent: champTexte('Indiquez votre n° adhérent, imprimé sur votre carte.', 30),
  codeAcces: champTexte(
    "Indiquez votre code d'accès : il est dans la lettre que nous vous avons envoyée.",
    30,
  ),
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
  identifiant: champTexte("Indiquez votre e-mail, ou votre code d'accès.", 254),
})

export const nouveauMotDePasseSchema = z.object({
  jeton: champJeton(),
  motDePasse: champSecret('Choisissez un mot de passe.'),
})
