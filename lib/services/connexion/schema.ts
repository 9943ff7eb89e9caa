import { z } from 'zod'
import { champCase, champSecret, champTexte } from '@/lib/formulaire/champs'

export const connexionSchema = z.object({
  identifiant: champTexte("Indiquez votre e-mail, ou votre code d'accès.", 254),
  motDePasse: champSecret('Indiquez votre mot de passe.'),
  /** Where the person was going; checked again before it is followed. */
  retour: z.string().max(500).optional().catch(undefined),
})

export const sessionSchema = z.object({ session: z.uuid('Cette connexion est introuvable.') })

/** Something to send, so that an empty submission closes nothing. */
export const autresSessionsSchema = z.object({
  autres: champCase('Pressez le bouton « Fermer toutes les autres connexions ».'),
})

/** « Rester connecté ». */
export const resterSchema = z.object({ rester: z.literal('oui') })
