import { z } from 'zod'
import { champTexte } from '@/lib/formulaire/champs'
import { champCle, champFichiers, champMessage } from '../demande/schema'

/** Natures that are words: a message, a réclamation, a right on one's data, a sum that is contested. The words are the thread's. */
export const faitsParoleSchema = z.object({
  /** What it is about, in the codes of each nature; null for a message, whose `objet` says it. */
  sujet: z.string().max(40).nullable(),
  /** The paper, payment or decision it speaks of. */
  reference: z.uuid().nullable(),
})
export type FaitsParole = z.output<typeof faitsParoleSchema>

export const messageSchema = z.object({
  cle: champCle(),
  objet: champTexte('Choisissez de quoi il s’agit.', 40),
  texte: champMessage(),
  fichiers: champFichiers(),
})
