import { z } from 'zod'
import { date, entete, facultatif } from '../question/schema'

export const adhesionSchema = z.strictObject({
  ...entete('adhesion'),
  dateReceptionDossier: date,
  dossierComplet: z.boolean(),
  dateEffetSouhaitee: facultatif(date),
  css: facultatif(z.strictObject({ debutDroits: date })),
  emploi: facultatif(z.strictObject({ dateEmbauche: date, dateEffetContrat: date })),
})

export const affiliationSchema = z.strictObject({
  ...entete('affiliation'),
  evenement: z.enum(['NAISSANCE', 'ADOPTION', 'PERTE_COUVERTURE_COLLECTIVE', 'AUTRE']),
  dateEvenement: facultatif(date),
  dateReception: date,
  dateSouhaitee: facultatif(date),
})

export const ayantDroitSchema = z.strictObject({
  ...entete('ayantDroit'),
  lien: z.enum(['CONJOINT', 'PACS', 'CONCUBIN', 'ENFANT']),
  date,
  dateNaissance: facultatif(date),
  situation: facultatif(
    z.enum(['ETUDES', 'ALTERNANCE', 'RECHERCHE_PREMIER_EMPLOI', 'SERVICE_CIVIQUE', 'EMPLOI', 'AUCUNE']),
  ),
  justificatif: facultatif(z.boolean()),
  handicapReconnuLe: facultatif(date),
  celibataire: facultatif(z.boolean()),
  rattacheFiscalement: facultatif(z.boolean()),
})

export const changementOptionSchema = z.strictObject({
  ...entete('changementOption'),
  sens: z.enum(['HAUSSE', 'BAISSE']),
  dateEffetAdhesion: date,
  dateEffetOption: date,
  dateReception: date,
  dateSouhaitee: facultatif(date),
  evenementFamilial: facultatif(z.boolean()),
})
