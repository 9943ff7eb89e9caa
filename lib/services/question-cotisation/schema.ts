import { z } from 'zod'
import { date, entete, facultatif, montant } from '../question/schema'

const age = z.int('est un nombre entier').min(0, 'ne peut pas être négatif').max(150, 'est trop grand')
const compte = z
  .int('est un nombre entier')
  .min(0, 'ne peut pas être négatif')
  .max(1_000_000, 'est trop grand')

const cotisant = z.strictObject({
  role: z.enum(['ADHERENT', 'CONJOINT', 'ENFANT']),
  dateNaissance: date,
  aCharge: facultatif(z.boolean()),
})

const tranche = z.strictObject({ de: age, a: facultatif(age), mensuel: montant })

/** Toutes les clés qu'un tarif peut avoir ; chaque règlement lit celles de sa forme et refuse les autres. */
export const tarifSchema = z
  .strictObject({
    base: facultatif(montant),
    modules: facultatif(z.array(montant)),
    enfant: facultatif(montant),
    tranches: facultatif(z.array(tranche).min(1, 'est vide')),
    mensuel: facultatif(
      z.strictObject({
        ADHERENT: facultatif(montant),
        CONJOINT: facultatif(montant),
        ENFANT: facultatif(montant),
      }),
    ),
    pourcentagePmss: facultatif(z.number().min(0, 'va de 0 à 100').max(100, 'va de 0 à 100')),
  })
  .meta({
    description:
      'une forme par règlement : { base } (ou { modules }, une base par module), { enfant, tranches }, { mensuel } ou { pourcentagePmss }',
  })

export const cotisationSchema = z.strictObject({
  ...entete('cotisation'),
  annee: z.int('est une année').min(1800, 'est hors du calendrier').max(9998, 'est hors du calendrier'),
  formule: z.string(),
  tarif: tarifSchema,
  beneficiaires: z.array(cotisant).min(1, 'est vide').max(50, 'est trop long'),
  dateEffet: facultatif(date),
  periodicite: facultatif(z.enum(['MENSUELLE', 'TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE'])),
  primoAdhesion: facultatif(z.boolean()),
  mutualisation: facultatif(
    z.strictObject({ effectif: compte.min(1, 'est au moins de 1'), adherents: compte }),
  ),
  anneesNonCotisees: facultatif(age),
  priseDePosteFonctionPublique: facultatif(date),
  participationEmployeur: facultatif(montant).meta({
    description: 'part mensuelle que l’employeur verse à la mutuelle, en euros',
  }),
})
