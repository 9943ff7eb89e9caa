import { z } from 'zod'
import { champDate, champFacultatif } from '@/lib/formulaire/champs'
import { PHRASES_DROITS } from '@/lib/lexique/donnees/droits'

/** What staff corrects; empty: as it was. Nothing for an erasure. */
export const saisieDroitSchema = z.object({
  nom: champFacultatif(100).default(null),
  prenom: champFacultatif(100).default(null),
  dateNaissance: z
    .string()
    .default('')
    .transform((texte) => texte.trim())
    .pipe(z.union([z.literal('').transform(() => null), champDate(PHRASES_DROITS.NAISSANCE)])),
})
export type SaisieDroit = z.output<typeof saisieDroitSchema>

const identite = z.object({ nom: z.string(), prenom: z.string(), dateNaissance: z.string() })
export type Identite = z.output<typeof identite>

/** What accepting wrote: an identity before and after, or classes erased. */
export const effetDroitSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('RECTIFICATION'), personneId: z.uuid(), avant: identite, apres: identite }),
  z.object({ type: z.literal('EFFACEMENT'), classes: z.array(z.string()) }),
])
export type EffetDroit = z.output<typeof effetDroitSchema>
