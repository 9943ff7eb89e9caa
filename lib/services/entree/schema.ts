import { z } from 'zod'
import { champFacultatif, champTexte } from '@/lib/formulaire/champs'
import { PHRASES_FACTEUR } from '@/lib/lexique/facteurs'

/** Where the person was going; checked again before it is followed. */
const retour = z.string().max(500).optional().catch(undefined)

/** What a browser sends of a passkey, whole. */
export const champCle = () => champFacultatif(8000)

export const secondPasSchema = z
  .object({ codeUnique: champFacultatif(40), cleAcces: champCle(), retour })
  .refine(({ codeUnique, cleAcces }) => codeUnique !== null || cleAcces !== null, {
    path: ['codeUnique'],
    error: PHRASES_FACTEUR.CODE_ABSENT,
  })

export const debutEnrolementSchema = z.object({ nature: z.literal('TOTP'), retour })
export const finEnrolementSchema = z.object({
  codeUnique: champTexte(PHRASES_FACTEUR.CODE_ABSENT, 40),
  retour,
})
