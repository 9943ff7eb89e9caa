import { z } from 'zod'
import { champFacultatif, champTexte } from '@/lib/formulaire/champs'
import { PHRASES_INDU } from '@/lib/lexique/indu'
import { A_COMPLETER } from '@/lib/lexique/modeles-reponse'

/** Why the mutuelle gives up what it asked for. */
export const RAISONS_REMISE = [
  'SOIN_REEL',
  'PERSONNE_COUVERTE',
  'MONTANT_JUSTE',
  'NOTRE_ERREUR',
  'SITUATION',
] as const
export type RaisonRemise = (typeof RAISONS_REMISE)[number]

const raison = z.enum(RAISONS_REMISE, { error: PHRASES_INDU.RAISON })

/** What staff adds to accept a contestation. */
export const saisieRemiseSchema = z.object({ raison })
export type SaisieRemise = z.output<typeof saisieRemiseSchema>

/** What an acceptance wrote. */
export const effetRemiseSchema = z.object({ remiseId: z.uuid() })
export type EffetRemise = z.output<typeof effetRemiseSchema>

const indu = z.uuid(PHRASES_INDU.INTROUVABLE)
const LONGUEUR_PHRASE = 2000

/** A sum given up, or kept, on the telephone: without a demande. */
export const remiseSchema = z.object({ indu, raison, phrase: champFacultatif(LONGUEUR_PHRASE) })
export const maintienSchema = z.object({
  indu,
  phrase: champTexte(PHRASES_INDU.POURQUOI, LONGUEUR_PHRASE).refine((texte) => !texte.includes(A_COMPLETER), {
    error: `Il reste « ${A_COMPLETER} » dans le texte : écrivez ce qui manque, ou effacez-le.`,
  }),
})
