import { dateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

const RELEVE = dateCivile('2026-11-21')

export const montants = {
  'franchise.medicament': {
    nom: 'Franchise par unité de conditionnement (boîte)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2008-01-01'),
        valeur: montant(50),
        article: 'css/D160-9',
        source: 'questions fréquentes de Mutame & Plus, l.131 (texte UNOCAM)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-03-31'),
        valeur: montant(100),
        article: 'css/D160-9',
        source: 'Code de la sécurité sociale au 2026-03-14, art. D160-9 a)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'franchise.paramedical': {
    nom: "Franchise par acte d'auxiliaire médical",
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2008-01-01'),
        valeur: montant(50),
        article: 'css/D160-9',
        source: 'https://www.latribune.fr/…-994305.html (2024-03)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-03-31'),
        valeur: montant(100),
        article: 'css/D160-9',
        source: 'Code de la sécurité sociale au 2026-03-14, art. D160-9 b)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'franchise.transport': {
    nom: 'Franchise par trajet de transport sanitaire ou taxi (hors urgence)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2008-01-01'),
        valeur: montant(200),
        article: 'css/D160-9',
        source: 'https://www.latribune.fr/…-994305.html (2024-03)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-03-31'),
        valeur: montant(400),
        article: 'css/D160-9',
        source: 'Code de la sécurité sociale au 2026-03-14, art. D160-9 c)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'franchise.plafond_jour.paramedical': {
    nom: 'Plafond journalier franchise auxiliaires',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2008-01-01'),
        valeur: montant(200),
        article: 'css/D160-11',
        source: 'https://www.latribune.fr/…-994305.html (2024-03)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-03-31'),
        valeur: montant(400),
        article: 'css/D160-11',
        source: 'Code de la sécurité sociale au 2026-03-14, art. D160-11 a)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'franchise.plafond_jour.transport': {
    nom: 'Plafond journalier franchise transports',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2008-01-01'),
        valeur: montant(400),
        article: 'css/D160-11',
        source: 'https://www.latribune.fr/…-994305.html (2024-03)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-03-31'),
        valeur: montant(800),
        article: 'css/D160-11',
        source: 'Code de la sécurité sociale au 2026-03-14, art. D160-11 b)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'franchise.plafond_annuel': {
    nom: 'Plafond annuel des franchises (toutes natures)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2008-01-01'),
        valeur: montant(5000),
        article: 'css/D160-10',
        source: 'Code de la sécurité sociale au 2026-03-14, art. D160-10',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<Montant>>

export const nombres = {
  'franchise.age_exoneration': {
    nom: 'Exonération franchise : âge au 1er janvier inférieur à',
    unite: 'ans',
    etapes: [
      {
        depuis: dateCivile('2016-01-01'),
        valeur: 18,
        article: 'css/D160-12',
        source: 'Code de la sécurité sociale au 2026-03-14, art. D160-12',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<number>>
