import { dateCivile } from '@/lib/rules/date/date-civile'
import { compterDelaiAnnexe } from '@/lib/rules/delai/compter-delai-annexe'
import { suspendreContratTravail } from '@/lib/rules/maintien/suspendre-contrat-travail'
import { souscrireGarantieOptionnelle } from '@/lib/rules/option/souscrire-garantie-optionnelle'
import type { Cas } from '../../support/cas'

/** Vivre avec le contrat : options, suspension du travail, impayés, délais (art. 2-1, 3-5, 4-1-3, 5, 14, 18). */
export const cas: readonly Cas[] = [
  {
    nom: 'Demandé le 1er novembre, deux mois avant, un changement prend effet le 1er janvier',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2024-01-01',
      dateReception: '2025-11-01',
    },
    attendu: { admis: true, dateEffet: '2026-01-01' },
    articles: ['art. 3-5'],
  },
  {
    nom: 'Demandé le 2 novembre, il attend un an de plus',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2024-01-01',
      dateReception: '2025-11-02',
    },
    attendu: { admis: true, dateEffet: '2027-01-01' },
    articles: ['art. 3-5'],
  },
  {
    nom: 'Au 1er janvier, il faut douze mois dans la garantie',
    question: 'changementOption',
    faits: {
      sens: 'BAISSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2025-03-01',
      dateReception: '2025-09-15',
    },
    attendu: {
      admis: false,
      dateEffet: null,
      possibleLe: '2025-11-02',
      raison: 'ANCIENNETE_OPTION_INSUFFISANTE',
    },
    articles: ['art. 3-5'],
  },
  {
    nom: 'Redemandé au jour annoncé, il est admis',
    question: 'changementOption',
    faits: {
      sens: 'BAISSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2025-03-01',
      dateReception: '2025-11-02',
    },
    attendu: { admis: true, dateEffet: '2027-01-01' },
    articles: ['art. 3-5'],
  },
  {
    nom: 'Douze mois exactement suffisent',
    question: 'changementOption',
    faits: {
      sens: 'BAISSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2025-01-01',
      dateReception: '2025-10-31',
    },
    attendu: { admis: true, dateEffet: '2026-01-01' },
    articles: ['art. 3-5'],
  },
  {
    nom: 'Un jour de moins ne suffit pas',
    question: 'changementOption',
    faits: {
      sens: 'BAISSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2025-01-02',
      dateReception: '2025-10-31',
    },
    attendu: {
      admis: false,
      dateEffet: null,
      possibleLe: '2025-11-02',
      raison: 'ANCIENNETE_OPTION_INSUFFISANTE',
    },
    articles: ['art. 3-5'],
  },
  {
    nom: 'Souhaité un an plus tard, il est admis tout de suite',
    question: 'changementOption',
    faits: {
      sens: 'BAISSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2025-03-01',
      dateReception: '2025-09-15',
      dateSouhaitee: '2027-01-01',
    },
    attendu: { admis: true, dateEffet: '2027-01-01' },
    articles: ['art. 3-5'],
  },
  {
    nom: 'Un changement de famille ouvre le premier du mois suivant, sans attente',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2025-03-01',
      dateReception: '2025-06-10',
      evenementFamilial: true,
    },
    attendu: { admis: true, dateEffet: '2025-07-01' },
    articles: ['art. 3-5'],
  },
  {
    nom: 'Demandé un premier du mois, il attend le suivant',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2025-03-01',
      dateReception: '2025-06-01',
      evenementFamilial: true,
    },
    attendu: { admis: true, dateEffet: '2025-07-01' },
    articles: ['art. 3-5'],
  },
  {
    nom: 'L’option se prend librement trois mois après l’affiliation',
    decide: (reglement) =>
      souscrireGarantieOptionnelle(reglement, {
        dateEffetAffiliation: dateCivile('2025-01-31'),
        dateReception: dateCivile('2025-04-30'),
      }),
    verdict: 'ACCORDEE',
    valeur: { dateEffet: '2025-04-30' },
    codes: ['OPTION_DANS_LA_FENETRE'],
  },
  {
    nom: 'Ensuite elle attend le 1er janvier',
    decide: (reglement) =>
      souscrireGarantieOptionnelle(reglement, {
        dateEffetAffiliation: dateCivile('2025-01-31'),
        dateReception: dateCivile('2025-05-01'),
      }),
    verdict: 'ACCORDEE',
    valeur: { dateEffet: '2026-01-01' },
    codes: ['OPTION_APRES_LA_FENETRE'],
  },
  {
    nom: 'Un arrêt indemnisé ne suspend rien',
    decide: (reglement) =>
      suspendreContratTravail(reglement, {
        dateCessationActivite: dateCivile('2025-02-01'),
        indemnisee: true,
        dateReprise: null,
        dateInformation: null,
      }),
    verdict: 'ACCORDEE',
    valeur: { suspenduDepuis: null, remiseEnVigueur: null },
    codes: ['SUSPENSION_INDEMNISEE'],
  },
  {
    nom: 'Un congé sans solde suspend les garanties',
    decide: (reglement) =>
      suspendreContratTravail(reglement, {
        dateCessationActivite: dateCivile('2025-02-01'),
        indemnisee: false,
        dateReprise: null,
        dateInformation: null,
      }),
    verdict: 'ACCORDEE',
    valeur: { suspenduDepuis: '2025-02-01', remiseEnVigueur: null },
    codes: ['SUSPENSION_SANS_INDEMNITE'],
  },
  {
    nom: 'Signalée trente jours après, la reprise vaut depuis la reprise',
    decide: (reglement) =>
      suspendreContratTravail(reglement, {
        dateCessationActivite: dateCivile('2025-02-01'),
        indemnisee: false,
        dateReprise: dateCivile('2025-06-01'),
        dateInformation: dateCivile('2025-07-01'),
      }),
    verdict: 'ACCORDEE',
    valeur: { suspenduDepuis: '2025-02-01', remiseEnVigueur: '2025-06-01' },
    codes: ['REPRISE_SIGNALEE_A_TEMPS', 'SUSPENSION_SANS_INDEMNITE'],
  },
  {
    nom: 'Signalée le trente et unième jour, elle ne vaut que de ce jour',
    decide: (reglement) =>
      suspendreContratTravail(reglement, {
        dateCessationActivite: dateCivile('2025-02-01'),
        indemnisee: false,
        dateReprise: dateCivile('2025-06-01'),
        dateInformation: dateCivile('2025-07-02'),
      }),
    verdict: 'ACCORDEE',
    valeur: { suspenduDepuis: '2025-02-01', remiseEnVigueur: '2025-07-02' },
    codes: ['REPRISE_SIGNALEE_TARD', 'SUSPENSION_SANS_INDEMNITE'],
  },
  {
    nom: 'Un impayé du contrat obligatoire suit la mise en demeure de l’employeur et reprend à midi',
    question: 'impaye',
    faits: { dateEcheance: '2024-02-19', dateMiseEnDemeure: '2024-02-29', datePaiement: '2024-03-30' },
    attendu: {
      miseEnDemeureAuPlusTot: '2024-02-29',
      suspensionAuPlusTot: '2024-03-30',
      resiliationAuPlusTot: '2024-04-09',
      reprise: '2024-03-31',
    },
    articles: ['art. 5-1-1'],
  },
  {
    nom: 'Accusé d’une réclamation envoyée la veille de Pâques',
    question: 'delai',
    faits: { type: 'RECLAMATION_ACCUSE', date: '2025-04-19' },
    attendu: { limite: '2025-05-03' },
    articles: ['art. 18'],
  },
  {
    nom: 'Réponse sous trente jours, pas un mois',
    question: 'delai',
    faits: { type: 'RECLAMATION_REPONSE', date: '2025-02-01' },
    attendu: { limite: '2025-03-03' },
    articles: ['art. 18'],
  },
  {
    nom: 'Le médiateur se saisit dans l’année',
    question: 'delai',
    faits: { type: 'MEDIATION', date: '2025-02-01' },
    attendu: { limite: '2026-02-01' },
    articles: ['art. 18'],
  },
  {
    nom: 'Deux ans pour demander un remboursement',
    question: 'delai',
    faits: { type: 'FORCLUSION', date: '2024-02-29' },
    attendu: { limite: '2026-02-28' },
    articles: ['art. 14-3'],
  },
  {
    nom: 'Deux ans de prescription',
    question: 'delai',
    faits: { type: 'PRESCRIPTION', date: '2025-12-31' },
    attendu: { limite: '2027-12-31' },
    articles: ['art. 14-2'],
  },
  {
    nom: 'La notice n’ouvre pas de délai propre aux réclamations sur prestation',
    question: 'delai',
    faits: { type: 'RECLAMATION_PRESTATION', date: '2025-12-31' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Un accident se déclare sous cinq jours',
    decide: (reglement) => compterDelaiAnnexe(reglement, 'DECLARATION_ACCIDENT', dateCivile('2025-02-26')),
    verdict: 'ACCORDEE',
    valeur: { limite: '2025-03-03' },
    codes: ['DELAI_DECLARATION_ACCIDENT'],
  },
  {
    nom: 'L’exclusion d’une garantie facultative attend quarante jours',
    decide: (reglement) => compterDelaiAnnexe(reglement, 'EXCLUSION_FACULTATIVE', dateCivile('2025-01-01')),
    verdict: 'ACCORDEE',
    valeur: { limite: '2025-02-10' },
    codes: ['DELAI_EXCLUSION_FACULTATIVE'],
  },
]
