import { rattacherConjointAgent } from '@/lib/rules/ayant-droit/rattacher-conjoint-agent'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { dispenserAffiliation } from '@/lib/rules/dispense/dispenser-affiliation'
import { ouvrirIndemnites } from '@/lib/rules/indemnites-journalieres/ouvrir-indemnites'
import { quitterCollectivite } from '@/lib/rules/maintien/quitter-collectivite'
import { prevenirDuDepart } from '@/lib/rules/resiliation/prevenir-du-depart'
import type { Cas } from '../../support/cas'

/** Ce que dit la FAQ : naissances, enfants majeurs, départs, messagerie, agents territoriaux. */
export const cas: readonly Cas[] = [
  {
    nom: 'Une naissance demandée dans les deux mois vaut du jour de la naissance',
    question: 'affiliation',
    faits: { evenement: 'NAISSANCE', dateEvenement: '2025-12-31', dateReception: '2026-02-28' },
    attendu: { dateEffet: '2025-12-31', retroactive: true },
    articles: ['FAQ, « Naissance et adoption »'],
  },
  {
    nom: 'Demandée le 1er mars, la FAQ n’en dit rien',
    question: 'affiliation',
    faits: { evenement: 'NAISSANCE', dateEvenement: '2025-12-31', dateReception: '2026-03-01' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Elle ne date pas non plus une demande ordinaire',
    question: 'affiliation',
    faits: { evenement: 'AUTRE', dateReception: '2026-03-01' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Un enfant majeur rattaché au foyer fiscal reste couvert',
    question: 'ayantDroit',
    faits: { lien: 'ENFANT', date: '2025-06-01', dateNaissance: '1990-01-01', rattacheFiscalement: true },
    attendu: { admis: true, jusquAu: null },
    articles: ['FAQ, « Enfants majeurs »'],
  },
  {
    nom: 'Détaché, il ne l’est plus',
    question: 'ayantDroit',
    faits: { lien: 'ENFANT', date: '2025-06-01', dateNaissance: '2000-01-01', rattacheFiscalement: false },
    attendu: { admis: false, jusquAu: null, raison: 'NON_RATTACHE_FISCALEMENT' },
    articles: ['FAQ, « Enfants majeurs »'],
  },
  {
    nom: 'Le jour de ses 18 ans, il faut dire s’il est rattaché',
    question: 'ayantDroit',
    faits: { lien: 'ENFANT', date: '2025-06-01', dateNaissance: '2007-06-01' },
    erreur: 'FAIT_INVALIDE',
    chemin: 'rattacheFiscalement',
  },
  {
    nom: 'La veille, un mineur est couvert sans qu’on le demande',
    question: 'ayantDroit',
    faits: { lien: 'ENFANT', date: '2025-05-31', dateNaissance: '2007-06-01' },
    attendu: { admis: true, jusquAu: null },
    articles: ['FAQ, « Enfants majeurs »'],
  },
  {
    nom: 'La FAQ ne dit pas quel conjoint est ayant droit',
    question: 'ayantDroit',
    faits: { lien: 'CONJOINT', date: '2025-05-31' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Deux agents territoriaux d’un couple adhèrent chacun',
    decide: (reglement) =>
      rattacherConjointAgent(reglement, { adherentAgentTerritorial: true, conjointAgentTerritorial: true }),
    verdict: 'REFUSEE',
    codes: ['COUPLE_D_AGENTS'],
  },
  {
    nom: 'Un conjoint qui n’est pas agent peut être ayant droit',
    decide: (reglement) =>
      rattacherConjointAgent(reglement, { adherentAgentTerritorial: true, conjointAgentTerritorial: false }),
    verdict: 'ACCORDEE',
    valeur: { rattache: true },
    codes: ['CONJOINT_NON_AGENT'],
  },
  {
    nom: 'Postée le 31 octobre et reçue le 3 novembre, la résiliation vaut pour l’année : le cachet fait foi',
    question: 'resiliation',
    faits: {
      motif: 'ECHEANCE',
      dateEffetAdhesion: '2022-01-01',
      dateReception: '2025-11-03',
      dateCachetPoste: '2025-10-31',
    },
    attendu: { admis: true, dateEffet: '2025-12-31' },
    articles: ['FAQ, « Résilier à l’échéance »'],
  },
  {
    nom: 'Postée le 1er novembre, pour la suivante',
    question: 'resiliation',
    faits: {
      motif: 'ECHEANCE',
      dateEffetAdhesion: '2022-01-01',
      dateReception: '2025-11-03',
      dateCachetPoste: '2025-11-01',
    },
    attendu: { admis: true, dateEffet: '2026-12-31' },
    articles: ['FAQ, « Résilier à l’échéance »'],
  },
  {
    nom: 'Entré en septembre, on peut partir dès le 31 décembre',
    question: 'resiliation',
    faits: { motif: 'ECHEANCE', dateEffetAdhesion: '2025-09-01', dateReception: '2025-10-15' },
    attendu: { admis: true, dateEffet: '2025-12-31' },
    articles: ['FAQ, « Résilier à l’échéance »'],
  },
  {
    nom: 'Après un an, la résiliation prend effet un mois après sa réception',
    question: 'resiliation',
    faits: { motif: 'INFRA_ANNUELLE', dateEffetAdhesion: '2022-01-01', dateReception: '2025-01-01' },
    attendu: { admis: true, dateEffet: '2025-02-01' },
    articles: ['FAQ, « Résilier après un an »'],
  },
  {
    nom: 'Avant un an, elle est refusée',
    question: 'resiliation',
    faits: { motif: 'INFRA_ANNUELLE', dateEffetAdhesion: '2024-09-01', dateReception: '2025-08-31' },
    attendu: { admis: false, dateEffet: null, possibleLe: '2025-09-01', raison: 'ATTENTE_EN_COURS' },
    articles: ['FAQ, « Résilier après un an »'],
  },
  {
    nom: 'Un avis envoyé le 31 octobre ouvre vingt jours',
    question: 'resiliation',
    faits: {
      motif: 'CHATEL',
      dateEffetAdhesion: '2022-01-01',
      dateReception: '2025-11-24',
      dateEnvoiAppel: '2025-10-31',
      dateCachetPoste: '2025-11-20',
    },
    attendu: { admis: true, dateEffet: '2025-12-31' },
    articles: ['FAQ, « Avis d’échéance tardif »'],
  },
  {
    nom: 'Sans avis, on part le lendemain du cachet, depuis la reconduction',
    question: 'resiliation',
    faits: {
      motif: 'CHATEL',
      dateEffetAdhesion: '2025-09-01',
      dateReception: '2026-01-05',
      dateCachetPoste: '2026-01-01',
    },
    attendu: { admis: true, dateEffet: '2026-01-02' },
    articles: ['FAQ, « Avis d’échéance tardif »'],
  },
  {
    nom: 'La CSS décidée le 10 mars et connue le 1er avril vaut au 1er avril',
    question: 'resiliation',
    faits: {
      motif: 'CSS',
      dateEffetAdhesion: '2022-01-01',
      dateReception: '2025-04-01',
      dateDecisionCss: '2025-03-10',
    },
    attendu: { admis: true, dateEffet: '2025-04-01' },
    articles: ['FAQ, « Résiliations en cours d’année »'],
  },
  {
    nom: 'Connue le 2 avril, elle ne vaut qu’au 30 avril',
    question: 'resiliation',
    faits: {
      motif: 'CSS',
      dateEffetAdhesion: '2022-01-01',
      dateReception: '2025-04-02',
      dateDecisionCss: '2025-03-10',
    },
    attendu: { admis: true, dateEffet: '2025-04-30' },
    articles: ['FAQ, « Résiliations en cours d’année »'],
  },
  {
    nom: 'La décision de CSS doit être datée',
    question: 'resiliation',
    faits: { motif: 'CSS', dateEffetAdhesion: '2022-01-01', dateReception: '2025-04-02' },
    erreur: 'FAIT_INVALIDE',
    chemin: 'dateDecisionCss',
  },
  {
    nom: 'Un ayant droit à la CSS suit la même règle',
    question: 'radiation',
    faits: { motif: 'CSS', dateEvenement: '2024-01-31', dateReception: '2024-02-29' },
    attendu: { admis: true, dateEffet: '2024-02-29' },
    articles: ['FAQ, « Résiliations en cours d’année »'],
  },
  {
    nom: 'La FAQ renvoie les changements de situation au règlement',
    question: 'resiliation',
    faits: {
      motif: 'CHANGEMENT_SITUATION',
      dateEffetAdhesion: '2022-01-01',
      dateReception: '2025-04-02',
      dateEvenement: '2025-04-01',
    },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Un message du vendredi 15 h attend sa réponse jusqu’au mardi 15 h',
    question: 'delai',
    faits: { type: 'MESSAGERIE', date: '2026-03-13T15:00' },
    attendu: { limite: '2026-03-17T15:00' },
    articles: ['FAQ, « Messagerie »'],
  },
  {
    nom: 'Reçu le samedi, il est promis pour le mardi à minuit, écrit mercredi 0 h',
    question: 'delai',
    faits: { type: 'MESSAGERIE', date: '2026-03-14T10:00' },
    attendu: { limite: '2026-03-18T00:00' },
    articles: ['FAQ, « Messagerie »'],
  },
  {
    nom: 'Reçu la veille du 1er mai, un jeudi, il enjambe la fête et la fin de semaine',
    question: 'delai',
    faits: { type: 'MESSAGERIE', date: '2026-04-30T09:30' },
    attendu: { limite: '2026-05-05T09:30' },
    articles: ['FAQ, « Messagerie »'],
  },
  {
    nom: 'Un moment sans heure n’en est pas un',
    question: 'delai',
    faits: { type: 'MESSAGERIE', date: '2026-04-30' },
    erreur: 'FAIT_INVALIDE',
    chemin: 'date',
  },
  {
    nom: 'Une heure que Paris saute au printemps n’existe pas',
    question: 'delai',
    faits: { type: 'MESSAGERIE', date: '2026-03-29T02:30' },
    erreur: 'FAIT_INVALIDE',
    chemin: 'date',
  },
  {
    nom: 'Quitter Atout Santé Plus fait perdre l’indemnisation de la perte de salaire',
    decide: (reglement) => prevenirDuDepart(reglement, 'atout-sante-plus'),
    verdict: 'ACCORDEE',
    valeur: { perte: 'INDEMNITES_JOURNALIERES' },
    codes: ['DEPART_INDEMNITES_JOURNALIERES'],
  },
  {
    nom: 'Les indemnités prolongent le plein traitement de neuf mois',
    decide: (reglement) =>
      ouvrirIndemnites(reglement, {
        formule: 'atout-sante-plus',
        role: 'ADHERENT',
        agentTerritorial: true,
        dateFinPleinTraitement: dateCivile('2025-05-31'),
        dateDemande: dateCivile('2025-06-10'),
      }),
    verdict: 'ACCORDEE',
    valeur: { finAuPlusTard: '2026-02-28', renouvelerAvant: '2025-07-10' },
    codes: ['IJ_OUVERTES', 'IJ_DEMANDE_MENSUELLE'],
  },
  {
    nom: 'Le conjoint qui n’est pas agent n’y a droit pour deux raisons',
    decide: (reglement) =>
      ouvrirIndemnites(reglement, {
        formule: 'atout-sante-plus',
        role: 'CONJOINT',
        agentTerritorial: false,
        dateFinPleinTraitement: dateCivile('2025-05-31'),
        dateDemande: dateCivile('2025-06-10'),
      }),
    verdict: 'REFUSEE',
    codes: ['IJ_RESERVEES_A_L_ADHERENT', 'IJ_RESERVEES_AUX_AGENTS'],
  },
  {
    nom: 'Un agent territorial est dispensé du contrat d’entreprise de son conjoint',
    decide: (reglement) =>
      dispenserAffiliation(reglement, {
        date: dateCivile('2025-03-01'),
        demande: false,
        justificatif: false,
        agentTerritorial: true,
        objetCesseLe: null,
      }),
    verdict: 'ACCORDEE',
    valeur: { jusquAu: null },
    codes: ['DISPENSE_AGENT_TERRITORIAL'],
  },

  {
    nom: 'L’agent qui quitte sa collectivité en juillet garde son tarif jusqu’au 31 décembre, sans participation',
    decide: (reglement) => quitterCollectivite(reglement, dateCivile('2025-07-01')),
    verdict: 'ACCORDEE',
    valeur: {
      contratConserve: true,
      cotisationInchangeeJusquAu: '2025-12-31',
      participationEmployeur: false,
    },
    codes: ['DEPART_COLLECTIVITE'],
  },
  {
    nom: 'La source ne dit pas comment la cotisation se calcule',
    question: 'cotisation',
    faits: {
      annee: 2025,
      formule: 'atout-sante-plus',
      tarif: { base: '30.00' },
      beneficiaires: [{ role: 'ADHERENT', dateNaissance: '1985-07-01' }],
    },
    erreur: 'NON_PREVU',
  },
]
