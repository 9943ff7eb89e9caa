import { z } from 'zod'
import { date, entete, facultatif, montant } from '../question/schema'

/** `date` est un moment pour MESSAGERIE, une date pour les autres types. */
export const delaiSchema = z.strictObject({
  ...entete('delai'),
  type: z.enum([
    'MESSAGERIE',
    'RECLAMATION_ACCUSE',
    'RECLAMATION_REPONSE',
    'MEDIATION',
    'FORCLUSION',
    'PRESCRIPTION',
    'RECLAMATION_PRESTATION',
  ]),
  date: z
    .string()
    .meta({ description: 'date, AAAA-MM-JJ ; pour MESSAGERIE, moment à l’heure de Paris, AAAA-MM-JJTHH:mm' }),
})

export const impayeSchema = z.strictObject({
  ...entete('impaye'),
  dateEcheance: date,
  dateMiseEnDemeure: facultatif(date),
  datePaiement: facultatif(date),
  montantDu: facultatif(montant),
  cotisationMensuelle: facultatif(montant),
})
