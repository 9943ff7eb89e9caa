import { z } from 'zod'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import { motifsSchema } from '../remboursement/schema'

/** What the base keeps of a schedule, read back. Amounts in cents. */
const cents = z.int().transform((valeur) => montant(valeur))
const jour = z.custom<DateCivile>((valeur) => typeof valeur === 'string' && estDateCivile(valeur))

const ligne = z.object({
  echeance: jour,
  paiement: jour,
  du: cents,
  report: cents,
  montant: cents,
  appelee: z.boolean(),
})

export const resultatSchema = z.object({
  lignes: z.array(ligne),
  ecarts: z.array(z.object({ echeance: jour, avant: cents, apres: cents, difference: cents })),
  remboursement: cents,
  segments: z.array(
    z.object({
      du: jour,
      au: jour,
      formule: z.string(),
      demonstration: z.boolean(),
      mensuelle: cents,
      employeur: cents.nullable(),
      personnes: z.array(
        z.object({
          personneId: z.uuid(),
          role: z.enum(['ADHERENT', 'CONJOINT', 'ENFANT']),
          age: z.int(),
          mensuelle: cents,
          gratuit: z.boolean(),
        }),
      ),
      exonerations: z.array(
        z.object({
          personneId: z.uuid().nullable(),
          cause: z.enum(['PRIMO_ADHESION', 'NAISSANCE']),
          du: jour,
          au: jour,
        }),
      ),
      motifs: motifsSchema,
    }),
  ),
})

export type ResultatEcheancier = z.output<typeof resultatSchema>
