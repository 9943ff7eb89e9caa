import { dateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

const RELEVE = dateCivile('2026-11-21')

export const taux = {
  'amo.taux.medecin': {
    nom: 'Honoraires médecins, parcours respecté',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 70,
        article: 'css/R160-5',
        source:
          'Code de la sécurité sociale au 2026-03-14, art. R160-5 3° (participation 25-35 %, fixée à 30 %)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.medecin_hors_parcours': {
    nom: 'Honoraires médecins, hors parcours (≥ 16 ans)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2009-02-01'),
        valeur: 30,
        article: 'css/R160-5',
        source:
          'SNDS (DREES, V. Reduron), Naamabak/sndc-documentations snds/fiches/Majorations_hors_parcours_de__soins.md',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.sage_femme': {
    nom: 'Sage-femme (hors maternité)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 70,
        article: 'css/R160-5',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-5 3°',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.dentaire': {
    nom: 'Chirurgien-dentiste : consultations, soins, prothèses',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 70,
        article: 'css/R160-5',
        source:
          'https://www.klesiamut.fr/fr/hausse-du-ticket-moderateur-dentaire-octobre-2023 (TM 30→40 % au 2023-10-15)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2023-10-15'),
        valeur: 60,
        article: 'css/R160-5',
        source:
          'https://www.klesiamut.fr/fr/hausse-du-ticket-moderateur-dentaire-octobre-2023 (TM 30→40 % au 2023-10-15)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.auxiliaire': {
    nom: 'Auxiliaires médicaux (infirmier, kiné, orthophoniste, orthoptiste, podologue)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 60,
        article: 'css/R160-5',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-5 4° (35-45 % → 40 %)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.biologie': {
    nom: 'Biologie médicale',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 60,
        article: 'css/R160-5',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-5 5° (35-45 % → 40 %)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.medicament.irremplacable': {
    nom: 'Médicaments irremplaçables et coûteux',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 100,
        article: 'css/R160-5',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-8',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.medicament.smr_important': {
    nom: 'Médicaments SMR majeur/important (vignette blanche)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 65,
        article: 'css/R160-5',
        source: 'connaissance générale',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.medicament.smr_modere': {
    nom: 'Médicaments SMR modéré (vignette bleue)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 35,
        article: 'css/R160-5',
        source: 'connaissance générale',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2011-05-02'),
        valeur: 30,
        article: 'css/R160-5',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-5 6° (70-75 % → 70 %)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.medicament.smr_faible': {
    nom: 'Médicaments SMR faible (vignette orange)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2010-04-16'),
        valeur: 15,
        article: 'css/R160-5',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-5 14° (80-90 % → 85 %)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.homeopathie': {
    nom: 'Homéopathie',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2011-05-02'),
        valeur: 30,
        article: 'css/R160-5',
        source: 'connaissance générale',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: 15,
        article: 'css/R160-5',
        source: 'connaissance générale',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2021-01-01'),
        valeur: 0,
        article: 'css/R160-5',
        source: 'connaissance générale',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.transport': {
    nom: 'Transports sanitaires programmés',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 65,
        article: 'css/R160-5',
        source:
          'https://www.egora.fr/actus-pro/vie-conventionnelle/hausse-du-ticket-moderateur-pour-les-frais-de-transport-sanitaire (décision UNCAM, JO et effet 2023-08-01)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2023-08-01'),
        valeur: 55,
        article: 'css/R160-5',
        source:
          'https://www.egora.fr/actus-pro/vie-conventionnelle/hausse-du-ticket-moderateur-pour-les-frais-de-transport-sanitaire (décision UNCAM, JO et effet 2023-08-01)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.lpp': {
    nom: 'Dispositifs médicaux LPP (appareillage, optique, audioprothèse)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2011-05-02'),
        valeur: 60,
        article: 'css/R160-5',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-5 8° (40-50 % → 40 %)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.hospitalisation': {
    nom: 'Hospitalisation : frais de séjour et honoraires',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 80,
        article: 'css/R160-5',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-5 1°, 2° (15-25 % → 20 %)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.cure_thermale.soins': {
    nom: 'Cure : forfait thermal',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 65,
        article: 'css/R160-5',
        source:
          'https://ma-sante.news/cures-thermales-ce-qui-pourrait-changer-pour-vos-remboursements-en-2026',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.cure_thermale.surveillance': {
    nom: 'Cure : surveillance médicale et pratiques complémentaires',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 70,
        article: 'css/R160-5',
        source:
          'https://ma-sante.news/cures-thermales-ce-qui-pourrait-changer-pour-vos-remboursements-en-2026',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.ald': {
    nom: 'Soins en rapport avec une ALD exonérante (L160-14 3°, 4°)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2016-10-15'),
        valeur: 100,
        article: 'css/L160-14',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-11',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.maternite': {
    nom: 'Assurance maternité (1er jour du 6e mois → 12e jour après accouchement)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2019-12-28'),
        valeur: 100,
        article: 'css/L160-9',
        source: 'Code de la sécurité sociale au 2026-03-14, art. L160-9',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.atmp': {
    nom: 'Accident du travail / maladie professionnelle',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 100,
        article: 'css/L431-1',
        source: 'connaissance générale',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.orthodontie.semestre': {
    nom: 'Orthodontie TO90 commencée avant 16 ans (et TO75)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 100,
        article: 'css/R160-5',
        source: 'SNDS (DREES) Naamabak/sndc-documentations snds/fiches/Forfaits_CSS.md',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.psychologue': {
    nom: 'Mon soutien psy',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2022-04-05'),
        valeur: 60,
        article: 'css/R160-5',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-5 18° (35-45 %)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.vaccin': {
    nom: 'Vaccins remboursables',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: 65,
        article: 'css/R160-5',
        source: 'connaissance générale',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.prevention_100': {
    nom: 'Actes de prévention à 100 % (examens enfants, Mon bilan prévention, examen bucco-dentaire, contraception < 26 ans, IVG)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2024-09-01'),
        valeur: 100,
        article: 'css/L160-14',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-17',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'amo.taux.pension_invalidite': {
    nom: "Titulaires d'une pension d'invalidité (soins de l'assuré)",
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2016-01-01'),
        valeur: 100,
        article: 'css/R160-5',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-10',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<number>>

export const montants = {
  'amo.cure_thermale.hebergement_forfait': {
    nom: 'Cure : forfait hébergement (sous conditions de ressources, 65 %)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2015-01-01'),
        valeur: montant(15001),
        article: 'css/R160-5',
        source:
          'https://www.magnolia.fr/actualites/sante/cures-thermales-deremboursees-2026-… (65/70/55-65 % ; hébergement 150,01 €)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<Montant>>
