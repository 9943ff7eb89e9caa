import { dateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

const RELEVE = dateCivile('2026-11-21')

export const montants = {
  'pf.montant': {
    nom: 'Participation forfaitaire par acte/consultation de médecin et par acte de biologie',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2005-01-01'),
        valeur: montant(100),
        article: 'css/R160-19',
        source:
          'notice du contrat collectif Ociane, l.1168 (« participation forfaitaire de 1 € (valeur depuis le 1er janvier 2005) »)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-05-15'),
        valeur: montant(200),
        article: 'css/R160-19',
        source:
          'https://mutame-plus.fr/la-participation-forfaitaire-et-la-franchise-medicale-doublent-en-2024 (2024-06-04)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'pf.plafond_journalier': {
    nom: 'Plafond journalier PF (même professionnel)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2016-01-01'),
        valeur: montant(400),
        article: 'css/D160-8',
        source: 'Code de la sécurité sociale au 2026-03-14, art. D160-8 × 1 €',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-05-15'),
        valeur: montant(800),
        article: 'css/D160-8',
        source: 'Code de la sécurité sociale au 2026-03-14, art. D160-8 × 2 €',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'pf.plafond_annuel': {
    nom: 'Plafond annuel des PF',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2005-01-01'),
        valeur: montant(5000),
        article: 'css/D160-6',
        source: 'questions fréquentes de Mutame & Plus, l.131 (texte UNOCAM)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2024-05-16'),
        valeur: montant(5000),
        article: 'css/D160-6',
        source: 'Code de la sécurité sociale au 2026-03-14, art. D160-6 × 2 €',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<Montant>>

export const nombres = {
  'pf.max_par_jour_meme_professionnel': {
    nom: 'Nombre maximum de PF par jour, même professionnel, même bénéficiaire',
    unite: 'nombre',
    etapes: [
      {
        depuis: dateCivile('2016-01-01'),
        valeur: 4,
        article: 'css/D160-8',
        source: 'Code de la sécurité sociale au 2026-03-14, art. D160-8',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'pf.max_par_an': {
    nom: 'Nombre maximum de PF par année civile et bénéficiaire (date du remboursement)',
    unite: 'nombre',
    etapes: [
      {
        depuis: dateCivile('2005-01-01'),
        valeur: 50,
        article: 'css/D160-6',
        source: 'questions fréquentes de Mutame & Plus, l.131 (texte UNOCAM)',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2024-05-16'),
        valeur: 25,
        article: 'css/D160-6',
        source: 'Code de la sécurité sociale au 2026-03-14, art. D160-6',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'pf.age_exoneration': {
    nom: "Exonération PF : âge au 1er janvier de l'année civile inférieur à",
    unite: 'ans',
    etapes: [
      {
        depuis: dateCivile('2016-01-01'),
        valeur: 18,
        article: 'css/R160-20',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-20',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<number>>
