import { dateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

const RELEVE = dateCivile('2026-11-21')

export const taux = {
  'hors_parcours.majoration_points': {
    nom: 'Majoration de participation hors parcours',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2009-02-01'),
        valeur: 40,
        article: 'css/R160-6',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-6 (37,5-42,5 %)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<number>>

export const montants = {
  'hors_parcours.majoration_plafond': {
    nom: 'Plafond de la majoration par acte',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2017-05-01'),
        valeur: montant(1000),
        article: 'css/R160-6',
        source:
          'SNDS (DREES, V. Reduron), Naamabak/sndc-documentations snds/fiches/Majorations_hors_parcours_de__soins.md',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2023-11-01'),
        valeur: montant(1060),
        article: 'css/R160-6',
        source:
          'SNDS (DREES, V. Reduron), Naamabak/sndc-documentations snds/fiches/Majorations_hors_parcours_de__soins.md',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-12-22'),
        valeur: montant(1200),
        article: 'css/R160-6',
        source:
          'SNDS (DREES, V. Reduron), Naamabak/sndc-documentations snds/fiches/Majorations_hors_parcours_de__soins.md',
        confiance: 'low',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'hors_parcours.depassement_non_couvrable': {
    nom: 'Dépassement minimum non couvrable sur actes de spécialistes hors parcours (R871-1 2°)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2006-04-01'),
        valeur: montant(800),
        article: 'css/R871-1',
        source: 'notice du contrat collectif Ociane, l.1167 et l.1285',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<Montant>>

export const nombres = {
  'hors_parcours.age_min': {
    nom: 'Majoration applicable à partir de',
    unite: 'ans',
    etapes: [
      {
        depuis: dateCivile('2005-01-01'),
        valeur: 16,
        article: 'css/R160-6',
        source: 'Code de la sécurité sociale au 2026-03-14, art. L162-5-3',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<number>>
