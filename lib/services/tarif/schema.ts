import { z } from 'zod'
import { reglements } from '@/lib/reglements/catalogue'
import { tarifSchema } from '../question-cotisation/schema'

/** Une grille de tarif : une formule, une année. Elle ne se corrige plus une fois qu'une cotisation l'a lue. */
export const grilleSchema = z.strictObject({
  reglement: z.enum(Object.keys(reglements)),
  formule: z.string().min(1, 'est vide'),
  annee: z.int('est une année').min(2020, 'n’est pas connue').max(9998, 'est hors du calendrier'),
  /** Montants inventés pour la démonstration : rien d'imprimé ne les donne. */
  demonstration: z.boolean(),
  tarif: tarifSchema,
})

export type GrilleEcrite = z.input<typeof grilleSchema>
