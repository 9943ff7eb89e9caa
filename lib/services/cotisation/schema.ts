import { z } from 'zod'
import { cotisationSchema, tarifSchema } from '../question-cotisation/schema'

/** What a contract says besides its people: the facts that only some règlements read. */
export const faitsModalitesSchema = z.strictObject({
  ...cotisationSchema.pick({
    primoAdhesion: true,
    mutualisation: true,
    anneesNonCotisees: true,
    priseDePosteFonctionPublique: true,
    participationEmployeur: true,
  }).shape,
  /** Past the age without condition, whether a child depends on the family; by person. */
  aCharge: z.record(z.uuid(), z.boolean()).default({}),
})

/** A grid as the base keeps it: euros in text, read as the question « cotisation » does. */
export const contenuTarifSchema = tarifSchema
