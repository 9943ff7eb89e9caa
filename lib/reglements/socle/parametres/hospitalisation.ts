import { dateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

const RELEVE = dateCivile('2026-11-21')

export const montants = {
  'fjh.general': {
    nom: 'Forfait journalier hospitalier (médecine, chirurgie, obstétrique, SMR)',
    unite: 'centimes par jour',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: montant(1300),
        article: 'css/L174-4',
        source: 'https://wikiwand.com/fr/articles/Forfait_journalier (table, montants sans date)',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2005-01-01'),
        valeur: montant(1400),
        article: 'css/L174-4',
        source: 'https://wikiwand.com/fr/articles/Forfait_journalier (table, montants sans date)',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2006-01-01'),
        valeur: montant(1500),
        article: 'css/L174-4',
        source: 'https://wikiwand.com/fr/articles/Forfait_journalier (table, montants sans date)',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2007-01-01'),
        valeur: montant(1600),
        article: 'css/L174-4',
        source: 'https://wikiwand.com/fr/articles/Forfait_journalier (table, montants sans date)',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2010-01-01'),
        valeur: montant(1800),
        article: 'css/L174-4',
        source: 'http://www.msa-bourgogne.fr/lfy/sante/taux-de-remboursement (20 € / 15 € au 2018-01-01)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2018-01-01'),
        valeur: montant(2000),
        article: 'css/L174-4',
        source: 'http://www.msa-bourgogne.fr/lfy/sante/taux-de-remboursement (20 € / 15 € au 2018-01-01)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2026-03-01'),
        valeur: montant(2300),
        article: 'css/L174-4',
        source:
          'https://www.quechoisir.org/actualite-forfaits-hospitaliers-hausses-en-rafale-n174650/ (2026-03-01)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'fjh.psychiatrie': {
    nom: 'Forfait journalier hospitalier en service de psychiatrie',
    unite: 'centimes par jour',
    etapes: [
      {
        depuis: dateCivile('2005-01-01'),
        valeur: montant(1000),
        article: 'css/L174-4',
        source: 'https://wikiwand.com/fr/articles/Forfait_journalier (table, montants sans date)',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2006-01-01'),
        valeur: montant(1100),
        article: 'css/L174-4',
        source: 'https://wikiwand.com/fr/articles/Forfait_journalier (table, montants sans date)',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2007-01-01'),
        valeur: montant(1200),
        article: 'css/L174-4',
        source: 'https://wikiwand.com/fr/articles/Forfait_journalier (table, montants sans date)',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2010-01-01'),
        valeur: montant(1350),
        article: 'css/L174-4',
        source: 'http://www.msa-bourgogne.fr/lfy/sante/taux-de-remboursement (20 € / 15 € au 2018-01-01)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2018-01-01'),
        valeur: montant(1500),
        article: 'css/L174-4',
        source: 'http://www.msa-bourgogne.fr/lfy/sante/taux-de-remboursement (20 € / 15 € au 2018-01-01)',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2026-03-01'),
        valeur: montant(1700),
        article: 'css/L174-4',
        source:
          'https://www.quechoisir.org/actualite-forfaits-hospitaliers-hausses-en-rafale-n174650/ (2026-03-01)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'acte_lourd.participation': {
    nom: 'Participation forfaitaire actes lourds (ex « TM forfaitaire »)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2006-09-01'),
        valeur: montant(1800),
        article: 'css/R160-16',
        source: 'SNDS (DREES/DSS), Naamabak/sndc-documentations snds/fiches/rac_hopital_public.md',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2019-01-01'),
        valeur: montant(2400),
        article: 'css/R160-16',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-16 I',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2026-04-22'),
        valeur: montant(3200),
        article: 'css/R160-16',
        source:
          'https://www.quechoisir.org/actualite-forfaits-hospitaliers-hausses-en-rafale-n174650/ (2026-03-01)',
        confiance: 'medium',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'acte_lourd.seuil_tarif': {
    nom: 'Seuil de tarif déclenchant la participation',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2006-09-01'),
        valeur: montant(9100),
        article: 'css/R160-16',
        source: 'https://www.cbanque.com/actu/71682/ (18→24 €, seuil 91→120 € par un décret de 2011)',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2011-03-01'),
        valeur: montant(12000),
        article: 'css/R160-16',
        source: 'https://www.cbanque.com/actu/71682/ (18→24 €, seuil 91→120 € par un décret de 2011)',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2019-01-01'),
        valeur: montant(12000),
        article: 'css/R160-16',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-16 I 1°',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'fpu.plein': {
    nom: 'Forfait patient urgences, montant plein',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2022-01-01'),
        valeur: montant(1961),
        article: 'css/L160-13',
        source:
          'https://affairesjuridiques.aphp.fr/textes/arrete-du-17-decembre-2021-relatif-aux-montants-du-forfait-patient-urgences…',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2026-03-01'),
        valeur: montant(2300),
        article: 'css/L160-13',
        source:
          'https://www.quechoisir.org/actualite-forfaits-hospitaliers-hausses-en-rafale-n174650/ (2026-03-01)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'fpu.minore': {
    nom: 'Forfait patient urgences, montant minoré (ALD 3°/4° L160-14, AT/MP incapacité < 2/3)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2022-01-01'),
        valeur: montant(849),
        article: 'css/L160-13',
        source:
          'https://affairesjuridiques.aphp.fr/textes/arrete-du-17-decembre-2021-relatif-aux-montants-du-forfait-patient-urgences…',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2026-03-01'),
        valeur: montant(996),
        article: 'css/L160-13',
        source:
          'https://www.quechoisir.org/actualite-forfaits-hospitaliers-hausses-en-rafale-n174650/ (2026-03-01)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<Montant>>

export const nombres = {
  'acte_lourd.seuil_coefficient': {
    nom: 'Seuil de coefficient (NGAP)',
    unite: 'coefficient',
    etapes: [
      {
        depuis: dateCivile('2019-01-01'),
        valeur: 60,
        article: 'css/R160-16',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R160-16 I',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<number>>
