import { z } from 'zod'
import { date, entete, facultatif } from '../question/schema'

export const resiliationSchema = z.strictObject({
  ...entete('resiliation'),
  motif: z.enum([
    'ECHEANCE',
    'INFRA_ANNUELLE',
    'CHATEL',
    'CHANGEMENT_SITUATION',
    'CONTRAT_COLLECTIF_OBLIGATOIRE',
    'PERTE_REGIME_OBLIGATOIRE',
    'CSS',
    'DECES',
    'DEPART_ETRANGER',
    'FIN_CONTRAT_TRAVAIL',
  ]),
  dateEffetAdhesion: date,
  dateReception: date,
  dateDernierChangementOption: facultatif(date),
  dateEvenement: facultatif(date),
  dateEnvoiAppel: facultatif(date),
  dateCachetPoste: facultatif(date),
  prestationsDepuisEvenement: facultatif(z.boolean()),
  dateDecisionCss: facultatif(date),
})

export const radiationSchema = z.strictObject({
  ...entete('radiation'),
  motif: z.enum([
    'DEMANDE',
    'DIVORCE',
    'DECES',
    'PERTE_QUALITE',
    'CONTRAT_COLLECTIF_OBLIGATOIRE',
    'DEPART_ETRANGER',
    'CSS',
  ]),
  dateReception: date,
  dateEvenement: facultatif(date),
})

export const renonciationSchema = z.strictObject({
  ...entete('renonciation'),
  mode: z.enum(['DISTANCE', 'DEMARCHAGE']),
  dateEffet: facultatif(date),
  dateReceptionInformations: facultatif(date),
  dateSignature: facultatif(date),
  dateRenonciation: facultatif(date),
})

export const maintienSchema = z.strictObject({
  ...entete('maintien'),
  type: z.enum(['PORTABILITE', 'EVIN', 'EVIN_AYANTS_DROIT']),
  dateCessation: date,
  dateFinIndemnisation: facultatif(date),
  dureeDernierContratMois: facultatif(z.number().positive('doit être un nombre de mois positif')),
})
