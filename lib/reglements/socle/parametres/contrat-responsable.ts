import { dateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

const RELEVE = dateCivile('2026-11-21')

export const taux = {
  'cr.depassement.ecart_min': {
    nom: 'Écart minimal OPTAM / non-OPTAM sur dépassements',
    unite: '% de la base',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: 20,
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 2°',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.depassement.plafond_non_optam': {
    nom: "Plafond de prise en charge du dépassement d'un médecin non OPTAM",
    unite: '% de la base',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: 125,
        article: 'css/R871-2',
        source: 'connaissance générale',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2017-01-01'),
        valeur: 100,
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 2°',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'optique.classe_a.ratio_br': {
    nom: 'Classe A : BR = 30 % du PLV (9/30 ; 10,80/36 ; 15/50)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2020-01-01'),
        valeur: 30,
        article: 'css/L165-1',
        source: 'SNDS (DREES) Naamabak/sndc-documentations snds/fiches/Forfaits_CSS.md',
        confiance: 'medium',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<number>>

export const montants = {
  'cr.optique.plancher.a': {
    nom: 'Contrat responsable optique, plancher équipement a) verres simples',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: montant(5000),
        article: 'css/R871-2',
        source: 'version 2015 de R871-2 (dépôt Markdown du code stocké, corpus code) + TRICO',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(5000),
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3° a)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.plafond.a': {
    nom: 'Contrat responsable optique, plafond équipement a) verres simples',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: montant(47000),
        article: 'css/R871-2',
        source: 'version 2015 de R871-2 (dépôt Markdown du code stocké, corpus code) + TRICO',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(42000),
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3° a)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.plancher.b': {
    nom: 'Contrat responsable optique, plancher équipement b) un simple + un complexe',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: montant(12500),
        article: 'css/R871-2',
        source: 'version 2015 de R871-2 (dépôt Markdown du code stocké, corpus code) + TRICO',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(12500),
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3° b)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.plafond.b': {
    nom: 'Contrat responsable optique, plafond équipement b) un simple + un complexe',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: montant(61000),
        article: 'css/R871-2',
        source: 'version 2015 de R871-2 (dépôt Markdown du code stocké, corpus code) + TRICO',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(56000),
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3° b)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.plancher.c': {
    nom: 'Contrat responsable optique, plancher équipement c) complexes',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: montant(20000),
        article: 'css/R871-2',
        source: 'version 2015 de R871-2 (dépôt Markdown du code stocké, corpus code) + TRICO',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(20000),
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3° c)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.plafond.c': {
    nom: 'Contrat responsable optique, plafond équipement c) complexes',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: montant(75000),
        article: 'css/R871-2',
        source: 'version 2015 de R871-2 (dépôt Markdown du code stocké, corpus code) + TRICO',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(70000),
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3° c)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.plancher.d': {
    nom: 'Contrat responsable optique, plancher équipement d) un simple + un très complexe',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: montant(12500),
        article: 'css/R871-2',
        source: 'version 2015 de R871-2 (dépôt Markdown du code stocké, corpus code) + TRICO',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(12500),
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3° d)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.plafond.d': {
    nom: 'Contrat responsable optique, plafond équipement d) un simple + un très complexe',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: montant(66000),
        article: 'css/R871-2',
        source: 'version 2015 de R871-2 (dépôt Markdown du code stocké, corpus code) + TRICO',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(61000),
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3° d)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.plancher.e': {
    nom: 'Contrat responsable optique, plancher équipement e) un complexe + un très complexe',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: montant(20000),
        article: 'css/R871-2',
        source: 'version 2015 de R871-2 (dépôt Markdown du code stocké, corpus code) + TRICO',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(20000),
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3° e)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.plafond.e': {
    nom: 'Contrat responsable optique, plafond équipement e) un complexe + un très complexe',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: montant(80000),
        article: 'css/R871-2',
        source: 'version 2015 de R871-2 (dépôt Markdown du code stocké, corpus code) + TRICO',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(75000),
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3° e)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.plancher.f': {
    nom: 'Contrat responsable optique, plancher équipement f) très complexes',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: montant(20000),
        article: 'css/R871-2',
        source: 'version 2015 de R871-2 (dépôt Markdown du code stocké, corpus code) + TRICO',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(20000),
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3° f)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.plafond.f': {
    nom: 'Contrat responsable optique, plafond équipement f) très complexes',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: montant(85000),
        article: 'css/R871-2',
        source: 'version 2015 de R871-2 (dépôt Markdown du code stocké, corpus code) + TRICO',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(80000),
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3° f)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.plafond_monture': {
    nom: 'Plafond monture (AMO + TM inclus)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: montant(15000),
        article: 'css/R871-2',
        source: 'https://nievre.ufcquechoisir.fr/2018/12/13/prix-des-lunettes-ca-ne-baisse-pas-franchement',
        confiance: 'high',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(10000),
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3°',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.audio.plafond': {
    nom: 'Plafond aide auditive classe II (AMO + TM inclus), par oreille',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2021-01-01'),
        valeur: montant(170000),
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 4° b)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.audio.br.20_ans_et_plus': {
    nom: 'BR aide auditive, 20 ans et plus (classes I et II)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2019-01-01'),
        valeur: montant(30000),
        article: 'css/L165-1',
        source: 'connaissance générale',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(35000),
        article: 'css/L165-1',
        source: 'connaissance générale',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2021-01-01'),
        valeur: montant(40000),
        article: 'css/L165-1',
        source: 'https://www.lecomparateurassurance.com/mutuelle-sante/remboursement/remboursement-auditif',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.audio.br.moins_20': {
    nom: 'BR aide auditive, moins de 20 ans ou cécité (classes I et II)',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2019-01-01'),
        valeur: montant(140000),
        article: 'css/L165-1',
        source: 'https://www.cnmss.fr/assure/mes-remboursements/mes-prestations/aide-auditive-178.html',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.audio.plv_classe1.20_ans_et_plus': {
    nom: 'Prix limite de vente classe I, 20 ans et plus',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2019-01-01'),
        valeur: montant(130000),
        article: 'css/L165-1',
        source: 'connaissance générale',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(110000),
        article: 'css/L165-1',
        source: 'connaissance générale',
        confiance: 'medium',
      },
      {
        depuis: dateCivile('2021-01-01'),
        valeur: montant(95000),
        article: 'css/L165-1',
        source: 'https://www.lecomparateurassurance.com/mutuelle-sante/remboursement/remboursement-auditif',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.audio.plv_classe1.moins_20': {
    nom: 'Prix limite de vente classe I, moins de 20 ans ou cécité',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2019-01-01'),
        valeur: montant(140000),
        article: 'css/L165-1',
        source: 'https://www.lecomparateurassurance.com/mutuelle-sante/remboursement/remboursement-auditif',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'lentilles.br_annuelle': {
    nom: 'Lentilles remboursables : forfait annuel par œil',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2004-01-01'),
        valeur: montant(3948),
        article: 'css/L165-1',
        source:
          'https://www.newsassurancespro.com/complementaires-sante-decryptage-des-remboursements-optiques/01691409',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'optique.classe_b.br': {
    nom: 'Classe B : BR par verre et par monture',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(5),
        article: 'css/L165-1',
        source: 'https://april.fr/complementaire-sante/guide/prix-lunettes',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'optique.classe_a.plv_monture': {
    nom: 'Classe A : prix limite monture',
    unite: 'centimes',
    etapes: [
      {
        depuis: dateCivile('2020-01-01'),
        valeur: montant(3000),
        article: 'css/L165-1',
        source: 'https://mutualib.fr/guide/lunettes-quels-remboursements.php',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<Montant>>

export const nombres = {
  'cr.optique.renouvellement_mois': {
    nom: "Délai de renouvellement de l'équipement optique",
    unite: 'mois',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: 24,
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3° dernier al.',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.renouvellement_mois.moins_16': {
    nom: 'Délai de renouvellement, moins de 16 ans',
    unite: 'mois',
    etapes: [
      {
        depuis: dateCivile('2015-04-01'),
        valeur: 12,
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 3°',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.renouvellement_mois.moins_6_adaptation': {
    nom: "Délai réduit jusqu'à 6 ans (mauvaise adaptation de la monture à la morphologie)",
    unite: 'mois',
    etapes: [
      {
        depuis: dateCivile('2020-01-01'),
        valeur: 6,
        article: 'css/R871-2',
        source: 'notice du contrat collectif Ociane, l.1181-1235',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.optique.renouvellement_mois.evolution_vue': {
    nom: 'Délai réduit ≥ 16 ans en cas de dégradation des performances oculaires',
    unite: 'mois',
    etapes: [
      {
        depuis: dateCivile('2020-01-01'),
        valeur: 12,
        article: 'css/R871-2',
        source: 'https://odacyeux.fr/est-ce-que-les-verres-de-lunettes-sont-remboursees',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'cr.audio.renouvellement_mois': {
    nom: 'Délai de renouvellement par oreille',
    unite: 'mois',
    etapes: [
      {
        depuis: dateCivile('2021-01-01'),
        valeur: 48,
        article: 'css/R871-2',
        source: 'Code de la sécurité sociale au 2026-03-14, art. R871-2 4°',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<number>>
