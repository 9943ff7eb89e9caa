import { z } from 'zod'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'

const jour = (demande: string) =>
  z.string({ error: demande }).transform((texte, contexte): DateCivile => {
    if (estDateCivile(texte)) return texte
    contexte.addIssue({ code: 'custom', message: demande })
    return z.NEVER
  })

export const preparationSchema = z.object({
  execution: jour('Indiquez le jour du prélèvement, par exemple le 6 du mois prochain.'),
})

export const encaissementSchema = z.object({
  echeance: z.uuid('Choisissez la cotisation reçue.'),
  recuLe: jour('Indiquez le jour où le paiement est arrivé.'),
})

export const identifiantSchema = z.uuid()
