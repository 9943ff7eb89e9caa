import { dateCivile } from '@/lib/rules/date/date-civile'
import { compterDelaiAnnexe } from '@/lib/rules/delai/compter-delai-annexe'
import type { Cas } from '../../support/cas'

/** Vivre avec le contrat : changer d’option, payer en retard, réclamer (art. 7, 21, 26, 31, 37, 38). */
export const cas: readonly Cas[] = [
  {
    nom: 'La veille des douze mois d’adhésion, la demande d’option est refusée et renvoyée au lendemain',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2024-03-01',
      dateEffetOption: '2024-03-01',
      dateReception: '2025-02-28',
    },
    attendu: {
      admis: false,
      dateEffet: null,
      possibleLe: '2025-03-01',
      raison: 'ATTENTE_ADHESION_EN_COURS',
    },
    articles: ['art. 7.2'],
  },
  {
    nom: 'Au jour des douze mois elle est acceptée : trente jours mènent au 31 mars, effet le 1er avril',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2024-03-01',
      dateEffetOption: '2024-03-01',
      dateReception: '2025-03-01',
    },
    attendu: { admis: true, dateEffet: '2025-04-01' },
    articles: ['art. 7.2'],
  },
  {
    nom: 'Reçue le 2 mars, trente jours mènent au 1er avril : effet le 1er mai',
    question: 'changementOption',
    faits: {
      sens: 'BAISSE',
      dateEffetAdhesion: '2024-03-01',
      dateEffetOption: '2024-03-01',
      dateReception: '2025-03-02',
    },
    attendu: { admis: true, dateEffet: '2025-05-01' },
    articles: ['art. 7.2'],
  },
  {
    nom: 'Reçue le 29 janvier 2025, elle prend effet le 1er mars',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2023-01-01',
      dateEffetOption: '2023-01-01',
      dateReception: '2025-01-29',
    },
    attendu: { admis: true, dateEffet: '2025-03-01' },
    articles: ['art. 7.2'],
  },
  {
    nom: 'Reçue le 30 janvier 2025, trente jours mènent au 1er mars : effet le 1er avril',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2023-01-01',
      dateEffetOption: '2023-01-01',
      dateReception: '2025-01-30',
    },
    attendu: { admis: true, dateEffet: '2025-04-01' },
    articles: ['art. 7.2'],
  },
  {
    nom: 'Adhérent depuis un 29 février, on peut demander dès le 28 février suivant',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2024-02-29',
      dateEffetOption: '2024-02-29',
      dateReception: '2025-02-28',
    },
    attendu: { admis: true, dateEffet: '2025-04-01' },
    articles: ['art. 7.2'],
  },
  {
    nom: 'Un effet souhaité plus tard est suivi',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2023-01-01',
      dateEffetOption: '2023-01-01',
      dateReception: '2025-03-01',
      dateSouhaitee: '2025-09-01',
    },
    attendu: { admis: true, dateEffet: '2025-09-01' },
    articles: ['art. 7.2'],
  },
  {
    nom: 'Une option ne peut précéder l’adhésion',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2024-03-01',
      dateEffetOption: '2024-02-01',
      dateReception: '2025-03-01',
    },
    erreur: 'FAIT_INVALIDE',
    chemin: 'dateEffetOption',
  },
  {
    nom: 'Une échéance du 6 janvier peut être mise en demeure dès le 16',
    question: 'impaye',
    faits: { dateEcheance: '2025-01-06' },
    attendu: {
      miseEnDemeureAuPlusTot: '2025-01-16',
      suspensionAuPlusTot: null,
      resiliationAuPlusTot: null,
    },
    articles: ['art. 21'],
  },
  {
    nom: 'Mise en demeure le 16 janvier : suspension dès le 15 février, résiliation dès le 25',
    question: 'impaye',
    faits: { dateEcheance: '2025-01-06', dateMiseEnDemeure: '2025-01-16' },
    attendu: {
      miseEnDemeureAuPlusTot: '2025-01-16',
      suspensionAuPlusTot: '2025-02-15',
      resiliationAuPlusTot: '2025-02-25',
    },
    articles: ['art. 21'],
  },
  {
    nom: 'Payé le 20 février, l’adhérent suspendu est de nouveau couvert le 21 à midi',
    question: 'impaye',
    faits: { dateEcheance: '2025-01-06', dateMiseEnDemeure: '2025-01-16', datePaiement: '2025-02-20' },
    attendu: {
      miseEnDemeureAuPlusTot: '2025-01-16',
      suspensionAuPlusTot: '2025-02-15',
      resiliationAuPlusTot: '2025-02-25',
      reprise: '2025-02-21',
    },
    articles: ['art. 21'],
  },
  {
    nom: 'Payé la veille de la suspension, il n’a rien à reprendre',
    question: 'impaye',
    faits: { dateEcheance: '2025-01-06', dateMiseEnDemeure: '2025-01-16', datePaiement: '2025-02-14' },
    attendu: {
      miseEnDemeureAuPlusTot: '2025-01-16',
      suspensionAuPlusTot: '2025-02-15',
      resiliationAuPlusTot: '2025-02-25',
    },
    articles: ['art. 21'],
  },
  {
    nom: 'Ce règlement ne majore pas les retards',
    question: 'impaye',
    faits: { dateEcheance: '2025-01-06', datePaiement: '2025-03-20', montantDu: '120.00' },
    attendu: {
      miseEnDemeureAuPlusTot: '2025-01-16',
      suspensionAuPlusTot: null,
      resiliationAuPlusTot: null,
    },
    articles: ['art. 21'],
  },
  {
    nom: 'Une mise en demeure envoyée un jour trop tôt est un fait contradictoire',
    question: 'impaye',
    faits: { dateEcheance: '2025-01-06', dateMiseEnDemeure: '2025-01-15' },
    erreur: 'FAIT_INVALIDE',
    chemin: 'dateMiseEnDemeure',
  },
  {
    nom: 'Dix jours ouvrables à cheval sur le 1er et le 8 mai 2025',
    question: 'delai',
    faits: { type: 'RECLAMATION_ACCUSE', date: '2025-04-30' },
    attendu: { limite: '2025-05-14' },
    articles: ['art. 37'],
  },
  {
    nom: 'Deux mois comptés du 31 décembre finissent le dernier jour de février',
    question: 'delai',
    faits: { type: 'RECLAMATION_REPONSE', date: '2024-12-31' },
    attendu: { limite: '2025-02-28' },
    articles: ['art. 37'],
  },
  {
    nom: 'Un an compté d’un 29 février finit le 28 février',
    question: 'delai',
    faits: { type: 'MEDIATION', date: '2024-02-29' },
    attendu: { limite: '2025-02-28' },
    articles: ['art. 38'],
  },
  {
    nom: 'Vingt-quatre mois pour demander un remboursement',
    question: 'delai',
    faits: { type: 'FORCLUSION', date: '2025-02-03' },
    attendu: { limite: '2027-02-03' },
    articles: ['art. 26'],
  },
  {
    nom: 'Deux ans de prescription comptés d’un 29 février',
    question: 'delai',
    faits: { type: 'PRESCRIPTION', date: '2024-02-29' },
    attendu: { limite: '2026-02-28' },
    articles: ['art. 31'],
  },
  {
    nom: 'Le règlement ne promet pas de délai de messagerie',
    question: 'delai',
    faits: { type: 'MESSAGERIE', date: '2025-02-03T10:00' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Il n’ouvre pas de délai propre aux réclamations sur prestation',
    question: 'delai',
    faits: { type: 'RECLAMATION_PRESTATION', date: '2025-02-03' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Un agent public déclare son déménagement dans le mois',
    decide: (reglement) => compterDelaiAnnexe(reglement, 'DECLARATION_CHANGEMENT', dateCivile('2025-01-31')),
    verdict: 'ACCORDEE',
    valeur: { limite: '2025-02-28' },
    codes: ['DELAI_DECLARATION_CHANGEMENT'],
  },
  {
    nom: 'L’attestation de majoration part sous dix jours',
    decide: (reglement) => compterDelaiAnnexe(reglement, 'ATTESTATION_MAJORATION', dateCivile('2025-02-20')),
    verdict: 'ACCORDEE',
    valeur: { limite: '2025-03-02' },
    codes: ['DELAI_ATTESTATION_MAJORATION'],
  },

  {
    nom: 'Sans réponse, on saisit le médiateur après deux mois',
    decide: (reglement) =>
      compterDelaiAnnexe(reglement, 'SAISINE_MEDIATEUR_SANS_REPONSE', dateCivile('2025-12-31')),
    verdict: 'ACCORDEE',
    valeur: { limite: '2026-02-28' },
    codes: ['DELAI_SAISINE_MEDIATEUR_SANS_REPONSE'],
  },

  {
    nom: 'Une résiliation par la mutuelle vaut dans les trois mois de sa notification',
    decide: (reglement) =>
      compterDelaiAnnexe(reglement, 'RESILIATION_PAR_LA_MUTUELLE', dateCivile('2025-11-30')),
    verdict: 'ACCORDEE',
    valeur: { limite: '2026-02-28' },
    codes: ['DELAI_RESILIATION_PAR_LA_MUTUELLE'],
  },
]
