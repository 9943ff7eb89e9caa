import { dateCivile } from '@/lib/rules/date/date-civile'
import { compterDelaiAnnexe } from '@/lib/rules/delai/compter-delai-annexe'
import { choisirModules } from '@/lib/rules/option/choisir-modules'
import type { Cas } from '../../support/cas'

/** Vivre avec le contrat : niveaux et modules, impayés, délais (art. 3, 17, 19, 22, 23). */
export const cas: readonly Cas[] = [
  {
    nom: 'Une hausse demandée le 1er mars, un mois avant le 1er avril, y prend effet',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2024-12-01',
      dateReception: '2025-03-01',
    },
    attendu: { admis: true, dateEffet: '2025-04-01' },
    articles: ['art. 3'],
  },
  {
    nom: 'Demandée le 2 mars, elle attend le 1er mai',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2024-12-01',
      dateReception: '2025-03-02',
    },
    attendu: { admis: true, dateEffet: '2025-05-01' },
    articles: ['art. 3'],
  },
  {
    nom: 'Un mois après le 31 janvier, c’est le 28 février : effet le 1er mars',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2024-12-01',
      dateReception: '2025-01-31',
    },
    attendu: { admis: true, dateEffet: '2025-03-01' },
    articles: ['art. 3'],
  },
  {
    nom: 'Une hausse souhaitée à la mi-juin prend effet le premier du mois qui suit, jamais avant le souhait',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2024-12-01',
      dateReception: '2025-03-10',
      dateSouhaitee: '2025-06-15',
    },
    attendu: { admis: true, dateEffet: '2025-07-01' },
    articles: ['art. 3'],
  },
  {
    nom: 'Une baisse prend effet au terme exact des deux ans',
    question: 'changementOption',
    faits: {
      sens: 'BAISSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2023-06-01',
      dateReception: '2025-05-01',
    },
    attendu: { admis: true, dateEffet: '2025-06-01' },
    articles: ['art. 3'],
  },
  {
    nom: 'Demandée un mois plus tôt, elle est refusée jusqu’au jour où son effet tombera au terme',
    question: 'changementOption',
    faits: {
      sens: 'BAISSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2023-06-01',
      dateReception: '2025-04-01',
    },
    attendu: {
      admis: false,
      dateEffet: null,
      possibleLe: '2025-04-02',
      raison: 'ANCIENNETE_OPTION_INSUFFISANTE',
    },
    articles: ['art. 3'],
  },
  {
    nom: 'Ce jour-là, le 2 avril, elle est acceptée',
    question: 'changementOption',
    faits: {
      sens: 'BAISSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2023-06-01',
      dateReception: '2025-04-02',
    },
    attendu: { admis: true, dateEffet: '2025-06-01' },
    articles: ['art. 3'],
  },
  {
    nom: 'Une option prise un 15 juin se quitte au 1er juillet deux ans plus tard',
    question: 'changementOption',
    faits: {
      sens: 'BAISSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2023-06-15',
      dateReception: '2025-05-01',
    },
    attendu: {
      admis: false,
      dateEffet: null,
      possibleLe: '2025-05-02',
      raison: 'ANCIENNETE_OPTION_INSUFFISANTE',
    },
    articles: ['art. 3'],
  },
  {
    nom: 'Une baisse demandée bien avant mais souhaitée après les deux ans est admise',
    question: 'changementOption',
    faits: {
      sens: 'BAISSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2023-06-01',
      dateReception: '2025-01-10',
      dateSouhaitee: '2025-07-01',
    },
    attendu: { admis: true, dateEffet: '2025-07-01' },
    articles: ['art. 3'],
  },
  {
    nom: 'Un événement familial ne change rien ici : la baisse attend ses deux ans',
    question: 'changementOption',
    faits: {
      sens: 'BAISSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2024-06-01',
      dateReception: '2025-03-01',
      evenementFamilial: true,
    },
    attendu: {
      admis: false,
      dateEffet: null,
      possibleLe: '2026-04-02',
      raison: 'ANCIENNETE_OPTION_INSUFFISANTE',
    },
    articles: ['art. 3'],
  },
  {
    nom: 'Les niveaux 1, 2 et 3 se combinent',
    decide: (reglement) =>
      choisirModules(reglement, { soinsCourants: 1, dentaireOptiqueAudition: 2, hospitalisation: 3 }),
    verdict: 'ACCORDEE',
    valeur: { soinsCourants: 1, dentaireOptiqueAudition: 2, hospitalisation: 3 },
    codes: ['NIVEAUX_COMPATIBLES'],
  },
  {
    nom: 'Les niveaux 1 et 4 se refusent deux fois : par l’écart et par l’exclusion',
    decide: (reglement) =>
      choisirModules(reglement, { soinsCourants: 4, dentaireOptiqueAudition: 2, hospitalisation: 1 }),
    verdict: 'REFUSEE',
    codes: ['ECART_DE_NIVEAUX', 'NIVEAUX_INCOMPATIBLES'],
  },
  {
    nom: 'Les niveaux 2 et 4 s’écartent de deux, ce qui est permis',
    decide: (reglement) =>
      choisirModules(reglement, { soinsCourants: 2, dentaireOptiqueAudition: 4, hospitalisation: 4 }),
    verdict: 'ACCORDEE',
    valeur: { soinsCourants: 2, dentaireOptiqueAudition: 4, hospitalisation: 4 },
    codes: ['NIVEAUX_COMPATIBLES'],
  },
  {
    nom: 'Une échéance du 31 janvier se met en demeure dès le 10 février',
    question: 'impaye',
    faits: { dateEcheance: '2025-01-31' },
    attendu: { miseEnDemeureAuPlusTot: '2025-02-10', suspensionAuPlusTot: null, resiliationAuPlusTot: null },
    articles: ['art. 17'],
  },
  {
    nom: 'Payée le 28 février, un mois après au plus, elle porte 1 % d’un seul mois',
    question: 'impaye',
    faits: { dateEcheance: '2025-01-31', datePaiement: '2025-02-28', montantDu: '120.00' },
    attendu: {
      miseEnDemeureAuPlusTot: '2025-02-10',
      suspensionAuPlusTot: null,
      resiliationAuPlusTot: null,
      majoration: '1.20',
    },
    articles: ['art. 17'],
  },
  {
    nom: 'Payée le 1er mars, un deuxième mois est commencé ; la mise en demeure coûte un mois de cotisation',
    question: 'impaye',
    faits: {
      dateEcheance: '2025-01-31',
      dateMiseEnDemeure: '2025-02-10',
      datePaiement: '2025-03-01',
      montantDu: '120.00',
      cotisationMensuelle: '60.00',
    },
    attendu: {
      miseEnDemeureAuPlusTot: '2025-02-10',
      suspensionAuPlusTot: '2025-03-12',
      resiliationAuPlusTot: '2025-03-22',
      majoration: '2.40',
      fraisRecouvrement: '60.00',
    },
    articles: ['art. 17'],
  },
  {
    nom: 'Un demi-centime s’arrondit vers le haut : 1 % de 50,50 € font 0,51 €',
    question: 'impaye',
    faits: { dateEcheance: '2025-01-31', datePaiement: '2025-02-01', montantDu: '50.50' },
    attendu: {
      miseEnDemeureAuPlusTot: '2025-02-10',
      suspensionAuPlusTot: null,
      resiliationAuPlusTot: null,
      majoration: '0.51',
    },
    articles: ['art. 17'],
  },
  {
    nom: 'Payée à l’échéance, elle ne porte rien',
    question: 'impaye',
    faits: { dateEcheance: '2025-01-31', datePaiement: '2025-01-31', montantDu: '50.50' },
    attendu: {
      miseEnDemeureAuPlusTot: '2025-02-10',
      suspensionAuPlusTot: null,
      resiliationAuPlusTot: null,
      majoration: '0.00',
    },
    articles: ['art. 17'],
  },
  {
    nom: 'Un montant s’écrit avec deux décimales et un point',
    question: 'impaye',
    faits: { dateEcheance: '2025-01-31', montantDu: '50,5' },
    erreur: 'FAIT_INVALIDE',
    chemin: 'montantDu',
  },
  {
    nom: 'Une réclamation sur prestation se forme dans l’année',
    question: 'delai',
    faits: { type: 'RECLAMATION_PRESTATION', date: '2025-03-01' },
    attendu: { limite: '2026-03-01' },
    articles: ['art. 19 D'],
  },
  {
    nom: 'Dix jours ouvrables par-dessus Noël et le jour de l’an',
    question: 'delai',
    faits: { type: 'RECLAMATION_ACCUSE', date: '2025-12-24' },
    attendu: { limite: '2026-01-07' },
    articles: ['art. 23'],
  },
  {
    nom: 'Deux mois de réponse comptés du 31 décembre',
    question: 'delai',
    faits: { type: 'RECLAMATION_REPONSE', date: '2025-12-31' },
    attendu: { limite: '2026-02-28' },
    articles: ['art. 23'],
  },
  {
    nom: 'Deux ans de prescription',
    question: 'delai',
    faits: { type: 'PRESCRIPTION', date: '2024-02-29' },
    attendu: { limite: '2026-02-28' },
    articles: ['art. 22'],
  },
  {
    nom: 'Ce règlement ne limite pas la saisine du médiateur',
    question: 'delai',
    faits: { type: 'MEDIATION', date: '2025-03-01' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Il ne connaît pas de forclusion',
    question: 'delai',
    faits: { type: 'FORCLUSION', date: '2025-03-01' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Deux jours ouvrés enjambent le 8 mai et la fin de semaine',
    decide: (reglement) => compterDelaiAnnexe(reglement, 'VERSEMENT_SUR_DOSSIER', dateCivile('2025-05-07')),
    verdict: 'ACCORDEE',
    valeur: { limite: '2025-05-12' },
    codes: ['DELAI_VERSEMENT_SUR_DOSSIER'],
  },
  {
    nom: 'Le médiateur répond sous quatre-vingt-dix jours',
    decide: (reglement) => compterDelaiAnnexe(reglement, 'REPONSE_MEDIATEUR', dateCivile('2025-01-01')),
    verdict: 'ACCORDEE',
    valeur: { limite: '2025-04-01' },
    codes: ['DELAI_REPONSE_MEDIATEUR'],
  },

  {
    nom: 'Un bénéficiaire qui n’est pas l’adhérent a dix ans pour agir',
    decide: (reglement) => compterDelaiAnnexe(reglement, 'PRESCRIPTION_LONGUE', dateCivile('2024-02-29')),
    verdict: 'ACCORDEE',
    valeur: { limite: '2034-02-28' },
    codes: ['DELAI_PRESCRIPTION_LONGUE'],
  },

  {
    nom: 'Une avance santé se rembourse en vingt-quatre mois',
    decide: (reglement) =>
      compterDelaiAnnexe(reglement, 'REMBOURSEMENT_AVANCE_SANTE', dateCivile('2025-01-31')),
    verdict: 'ACCORDEE',
    valeur: { limite: '2027-01-31' },
    codes: ['DELAI_REMBOURSEMENT_AVANCE_SANTE'],
  },

  {
    nom: 'La cotisation indue se réclame dans l’année',
    decide: (reglement) =>
      compterDelaiAnnexe(reglement, 'REGULARISATION_COTISATION', dateCivile('2025-01-31')),
    verdict: 'ACCORDEE',
    valeur: { limite: '2026-01-31' },
    codes: ['DELAI_REGULARISATION_COTISATION'],
  },

  {
    nom: 'L’avance accordée est virée sous huit jours',
    decide: (reglement) => compterDelaiAnnexe(reglement, 'VERSEMENT_AVANCE_SANTE', dateCivile('2025-02-24')),
    verdict: 'ACCORDEE',
    valeur: { limite: '2025-03-04' },
    codes: ['DELAI_VERSEMENT_AVANCE_SANTE'],
  },
]
