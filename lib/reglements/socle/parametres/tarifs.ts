import { dateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

const RELEVE = dateCivile('2026-11-21')

export const montants = {
  pmss: {
    nom: 'Plafond mensuel de la sécurité sociale',
    unite: 'centimes par mois',
    etapes: [
      {
        depuis: dateCivile('2018-01-01'),
        valeur: montant(331100),
        article: 'css/D242-17',
        source:
          'openfisca/openfisca-france@a7038ee (2026-07-23) parameters/prelevements_sociaux/pss/plafond_securite_sociale_mensuel.yaml',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2019-01-01'),
        valeur: montant(337700),
        article: 'css/D242-17',
        source:
          'openfisca/openfisca-france@a7038ee (2026-07-23) parameters/prelevements_sociaux/pss/plafond_securite_sociale_mensuel.yaml',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(342800),
        article: 'css/D242-17',
        source:
          'openfisca/openfisca-france@a7038ee (2026-07-23) parameters/prelevements_sociaux/pss/plafond_securite_sociale_mensuel.yaml',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2021-01-01'),
        valeur: montant(342800),
        article: 'css/D242-17',
        source:
          'openfisca/openfisca-france@a7038ee (2026-07-23) parameters/prelevements_sociaux/pss/plafond_securite_sociale_mensuel.yaml',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2022-01-01'),
        valeur: montant(342800),
        article: 'css/D242-17',
        source:
          'openfisca/openfisca-france@a7038ee (2026-07-23) parameters/prelevements_sociaux/pss/plafond_securite_sociale_mensuel.yaml',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2023-01-01'),
        valeur: montant(366600),
        article: 'css/D242-17',
        source:
          'openfisca/openfisca-france@a7038ee (2026-07-23) parameters/prelevements_sociaux/pss/plafond_securite_sociale_mensuel.yaml',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-01-01'),
        valeur: montant(386400),
        article: 'css/D242-17',
        source:
          'openfisca/openfisca-france@a7038ee (2026-07-23) parameters/prelevements_sociaux/pss/plafond_securite_sociale_mensuel.yaml',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2025-01-01'),
        valeur: montant(392500),
        article: 'css/D242-17',
        source:
          'openfisca/openfisca-france@a7038ee (2026-07-23) parameters/prelevements_sociaux/pss/plafond_securite_sociale_mensuel.yaml',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2026-01-01'),
        valeur: montant(400500),
        article: 'css/D242-17',
        source:
          'openfisca/openfisca-france@a7038ee (2026-07-23) parameters/prelevements_sociaux/pss/plafond_securite_sociale_mensuel.yaml',
        confiance: 'high',
      },
    ],
    fin: dateCivile('2026-12-31'),
    releveLe: RELEVE,
  },
  'psy.tarif_entretien': {
    nom: "Mon soutien psy : entretien d'évaluation",
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2022-04-05'),
        valeur: montant(4000),
        article: 'css/L162-58',
        source:
          'https://www.klesiaprosocial.fr/you-go/i/81292911/ (arrêtés JO 2024-06-28, tarif 50 € au 2024-06-29)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-06-29'),
        valeur: montant(5000),
        article: 'css/L162-58',
        source:
          'https://www.klesiaprosocial.fr/you-go/i/81292911/ (arrêtés JO 2024-06-28, tarif 50 € au 2024-06-29)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'psy.tarif_seance': {
    nom: 'Mon soutien psy : séance de suivi',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2022-04-05'),
        valeur: montant(3000),
        article: 'css/L162-58',
        source:
          'https://www.klesiaprosocial.fr/you-go/i/81292911/ (arrêtés JO 2024-06-28, tarif 50 € au 2024-06-29)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-06-29'),
        valeur: montant(5000),
        article: 'css/L162-58',
        source:
          'https://www.klesiaprosocial.fr/you-go/i/81292911/ (arrêtés JO 2024-06-28, tarif 50 € au 2024-06-29)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'psy.depassement': {
    nom: 'Mon soutien psy : dépassement autorisé',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2022-04-05'),
        valeur: montant(0),
        article: 'css/L162-58',
        source: 'Code de la sécurité sociale au 2026-03-14, art. L162-58 II',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'conv.generaliste': {
    nom: 'Consultation généraliste G/GS (secteur 1, OPTAM)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2017-05-01'),
        valeur: montant(2500),
        article: 'css/L162-5',
        source: 'connaissance générale',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2023-11-01'),
        valeur: montant(2650),
        article: 'css/L162-5',
        source:
          'SNDS (DREES, V. Reduron), Naamabak/sndc-documentations snds/fiches/Majorations_hors_parcours_de__soins.md',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-12-22'),
        valeur: montant(3000),
        article: 'css/L162-5',
        source:
          'https://www.ameli.fr/assure/actualites/tarifs-des-medecins-generalistes-et-specialistes-ce-qui-change-le-22-decembre-2024',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'conv.specialiste_coordonne': {
    nom: 'Consultation spécialiste correspondant (CS + MPC + MCS), secteur 1 / OPTAM, spécialités non ciblées',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2017-05-01'),
        valeur: montant(3000),
        article: 'css/L162-5',
        source: 'connaissance générale',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2023-11-01'),
        valeur: montant(3150),
        article: 'css/L162-5',
        source:
          'https://www.ameli.fr/assure/actualites/tarifs-des-medecins-generalistes-et-specialistes-ce-qui-change-le-22-decembre-2024',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'conv.br_secteur2_non_optam': {
    nom: 'BR consultation secteur 2 non OPTAM (C et CS)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2011-01-01'),
        valeur: montant(2300),
        article: 'css/L162-5',
        source: 'https://comparatif-mutuelle.net/remboursement-mutuelle/remboursement-optique',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'conv.kine.lettre_cle': {
    nom: 'Lettre-clé AMK/AMS/AMC (métropole)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2012-07-15'),
        valeur: montant(215),
        article: 'css/L162-9',
        source: 'http://snmkr.fr/la-profession/activite-liberale/lettres-cle-et-tarifs/',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-02-22'),
        valeur: montant(221),
        article: 'css/L162-9',
        source:
          'https://topaze.com/blog/actualite-kine-liberal/une-revalorisation-pour-les-kines-en-fevrier-2024 ; concourspluripro (2,21 €)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'conv.kine.seance_base': {
    nom: 'Séance de base (ex AMS 7,5)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2012-07-15'),
        valeur: montant(1613),
        article: 'css/L162-9',
        source: 'https://www.klesiaprosocial.fr/…/la-cnam-revalorise-le-tarif-des-kines',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-02-22'),
        valeur: montant(1658),
        article: 'css/L162-9',
        source: 'https://questions.assemblee-nationale.fr/q17/17-8421QE.htm (16,57)',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2026-01-01'),
        valeur: montant(1790),
        article: 'css/L162-9',
        source: 'https://questions.assemblee-nationale.fr/q17/17-8388QE.htm (+1,33 €) ; report au 2026-01-01',
        confiance: 'medium',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'conv.infirmier.ami': {
    nom: 'Lettre-clé AMI/AMX (métropole)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2012-05-27'),
        valeur: montant(315),
        article: 'css/L162-9',
        source:
          'https://www.caducee.net/actualite-medicale/16811/ (hausse de 0,15 € PROPOSÉE en 2026 : non retenue)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'conv.infirmier.ifd': {
    nom: 'IFD / IFI infirmier',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2012-05-27'),
        valeur: montant(250),
        article: 'css/L162-9',
        source:
          'https://fni.fr/revalorisation-des-indemnites-forfaitaires-de-deplacement-ne-zappez-pas-la-date/',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-01-28'),
        valeur: montant(275),
        article: 'css/L162-9',
        source:
          'https://fni.fr/revalorisation-des-indemnites-forfaitaires-de-deplacement-ne-zappez-pas-la-date/',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'conv.biologie.b': {
    nom: 'Lettre-clé B (métropole)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2006-11-01'),
        valeur: montant(27),
        article: 'css/L162-14',
        source: 'https://kapstone-group.com/articles-techniques/biologistes-revision-de-tarifs-pour-77-actes',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2023-01-01'),
        valeur: montant(26),
        article: 'css/L162-14',
        source: 'connaissance générale',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2024-01-15'),
        valeur: montant(25),
        article: 'css/L162-14',
        source: 'https://www.klesiaprosocial.fr/you-go/i/77731188/',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<Montant>>

export const nombres = {
  'psy.seances_max_an': {
    nom: 'Mon soutien psy : séances par année civile (entretien inclus)',
    unite: 'nombre',
    etapes: [
      {
        depuis: dateCivile('2022-04-05'),
        valeur: 8,
        article: 'css/R162-65',
        source:
          'https://www.klesiaprosocial.fr/you-go/i/81292911/ (arrêtés JO 2024-06-28, tarif 50 € au 2024-06-29)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-06-15'),
        valeur: 12,
        article: 'css/R162-65',
        source: 'https://legitimconseil.fr/psychologue-… (50 € et 12 séances au 2024-06-15)',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2025-05-16'),
        valeur: 12,
        article: 'css/R162-65',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R162-65',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'psy.age_min': {
    nom: 'Mon soutien psy : âge minimum',
    unite: 'ans',
    etapes: [
      {
        depuis: dateCivile('2022-04-05'),
        valeur: 3,
        article: 'css/R162-64',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R162-64',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<number>>
