import { emanciperMineur } from '@/lib/rules/ayant-droit/emanciper-mineur'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { dispenserAffiliation } from '@/lib/rules/dispense/dispenser-affiliation'
import type { Cas } from '../../support/cas'

/** Entrer : affilier le salarié et les siens, en être dispensé (art. 1 et 2). */
export const cas: readonly Cas[] = [
  {
    nom: 'Embauché après la mise en place du contrat, le salarié est couvert dès son embauche',
    question: 'adhesion',
    faits: {
      dateReceptionDossier: '2025-03-20',
      dossierComplet: true,
      emploi: { dateEmbauche: '2025-03-10', dateEffetContrat: '2020-01-01' },
    },
    attendu: { dateEffet: '2025-03-10', finEngagement: null },
    articles: ['art. 2-1'],
  },
  {
    nom: 'Déjà présent, il l’est depuis le contrat',
    question: 'adhesion',
    faits: {
      dateReceptionDossier: '2025-06-20',
      dossierComplet: true,
      emploi: { dateEmbauche: '2018-09-01', dateEffetContrat: '2025-07-01' },
    },
    attendu: { dateEffet: '2025-07-01', finEngagement: null },
    articles: ['art. 2-1'],
  },
  {
    nom: 'Embauché le jour du contrat, ce jour-là',
    question: 'adhesion',
    faits: {
      dateReceptionDossier: '2025-07-20',
      dossierComplet: true,
      emploi: { dateEmbauche: '2025-07-01', dateEffetContrat: '2025-07-01' },
    },
    attendu: { dateEffet: '2025-07-01', finEngagement: null },
    articles: ['art. 2-1'],
  },
  {
    nom: 'L’emploi est nécessaire',
    question: 'adhesion',
    faits: { dateReceptionDossier: '2025-03-20', dossierComplet: true },
    erreur: 'FAIT_INVALIDE',
    chemin: 'emploi',
  },
  {
    nom: 'Un emploi sans date de contrat est incomplet',
    question: 'adhesion',
    faits: {
      dateReceptionDossier: '2025-03-20',
      dossierComplet: true,
      emploi: { dateEmbauche: '2025-03-10' },
    },
    erreur: 'FAIT_INVALIDE',
    chemin: 'emploi.dateEffetContrat',
  },
  {
    nom: 'Un bulletin incomplet n’a pas de date d’effet',
    question: 'adhesion',
    faits: {
      dateReceptionDossier: '2025-03-20',
      dossierComplet: false,
      emploi: { dateEmbauche: '2025-03-10', dateEffetContrat: '2020-01-01' },
    },
    attendu: { dateEffet: null, finEngagement: null, raison: 'DOSSIER_INCOMPLET' },
    articles: ['art. 2-2'],
  },
  {
    nom: 'Un ayant droit ajouté est couvert dès le lendemain de la demande',
    question: 'affiliation',
    faits: { evenement: 'AUTRE', dateReception: '2025-03-10' },
    attendu: { dateEffet: '2025-03-11', retroactive: false },
    articles: ['art. 2-1'],
  },
  {
    nom: 'Ou à la date indiquée, si elle est plus tardive',
    question: 'affiliation',
    faits: { evenement: 'AUTRE', dateReception: '2025-03-10', dateSouhaitee: '2025-05-01' },
    attendu: { dateEffet: '2025-05-01', retroactive: false },
    articles: ['art. 2-1'],
  },
  {
    nom: 'Jamais à une date passée',
    question: 'affiliation',
    faits: { evenement: 'AUTRE', dateReception: '2025-03-10', dateSouhaitee: '2025-01-01' },
    attendu: { dateEffet: '2025-03-11', retroactive: false },
    articles: ['art. 2-1'],
  },
  {
    nom: 'Ni le jour même',
    question: 'affiliation',
    faits: { evenement: 'AUTRE', dateReception: '2025-03-10', dateSouhaitee: '2025-03-10' },
    attendu: { dateEffet: '2025-03-11', retroactive: false },
    articles: ['art. 2-1'],
  },
  {
    nom: 'Trois mois pour déclarer une naissance',
    question: 'affiliation',
    faits: { evenement: 'NAISSANCE', dateEvenement: '2025-01-10', dateReception: '2025-04-10' },
    attendu: { dateEffet: '2025-01-10', retroactive: true },
    articles: ['art. 2-1'],
  },
  {
    nom: 'Au-delà, le premier du mois suivant',
    question: 'affiliation',
    faits: { evenement: 'NAISSANCE', dateEvenement: '2025-01-10', dateReception: '2025-04-11' },
    attendu: { dateEffet: '2025-05-01', retroactive: false },
    articles: ['art. 2-1'],
  },
  {
    nom: 'Adopté le 30 novembre, l’enfant se déclare jusqu’au 28 février',
    question: 'affiliation',
    faits: { evenement: 'ADOPTION', dateEvenement: '2024-11-30', dateReception: '2025-02-28' },
    attendu: { dateEffet: '2024-11-30', retroactive: true },
    articles: ['art. 2-1'],
  },
  {
    nom: 'Demandée le 31 décembre, une affiliation commence le 1er janvier',
    question: 'affiliation',
    faits: { evenement: 'PERTE_COUVERTURE_COLLECTIVE', dateReception: '2025-12-31' },
    attendu: { dateEffet: '2026-01-01', retroactive: false },
    articles: ['art. 2-1'],
  },
  {
    nom: 'L’enfant célibataire est couvert jusqu’au 31 décembre de ses 28 ans',
    question: 'ayantDroit',
    faits: { lien: 'ENFANT', date: '2025-12-31', dateNaissance: '1997-02-01', celibataire: true },
    attendu: { admis: true, jusquAu: '2025-12-31' },
    articles: ['art. 1-1'],
  },
  {
    nom: 'Plus le lendemain',
    question: 'ayantDroit',
    faits: { lien: 'ENFANT', date: '2026-01-01', dateNaissance: '1997-02-01', celibataire: true },
    attendu: { admis: false, jusquAu: null, raison: 'AGE_LIMITE_ATTEINTE' },
    articles: ['art. 1-1'],
  },
  {
    nom: 'Ni s’il se marie',
    question: 'ayantDroit',
    faits: { lien: 'ENFANT', date: '2025-06-01', dateNaissance: '2000-02-01', celibataire: false },
    attendu: { admis: false, jusquAu: null, raison: 'NON_CELIBATAIRE' },
    articles: ['art. 1-1'],
  },
  {
    nom: 'Pour un majeur, il faut dire s’il est célibataire',
    question: 'ayantDroit',
    faits: { lien: 'ENFANT', date: '2025-06-01', dateNaissance: '2000-02-01' },
    erreur: 'FAIT_INVALIDE',
    chemin: 'celibataire',
  },
  {
    nom: 'Un mineur est tenu pour célibataire',
    question: 'ayantDroit',
    faits: { lien: 'ENFANT', date: '2025-06-01', dateNaissance: '2010-02-01' },
    attendu: { admis: true, jusquAu: '2038-12-31' },
    articles: ['art. 1-1'],
  },
  {
    nom: 'Une allocation de handicap lève la limite, à tout âge',
    question: 'ayantDroit',
    faits: {
      lien: 'ENFANT',
      date: '2025-06-01',
      dateNaissance: '1985-02-01',
      handicapReconnuLe: '2020-05-05',
    },
    attendu: { admis: true, jusquAu: null },
    articles: ['art. 1-1'],
  },
  {
    nom: 'Le concubin est ayant droit',
    question: 'ayantDroit',
    faits: { lien: 'CONCUBIN', date: '2025-06-01' },
    attendu: { admis: true, jusquAu: null },
    articles: ['art. 1-1'],
  },
  {
    nom: 'Une dispense demandée et justifiée vaut tant que dure sa raison',
    decide: (reglement) =>
      dispenserAffiliation(reglement, {
        date: dateCivile('2025-03-01'),
        demande: true,
        justificatif: true,
        agentTerritorial: false,
        objetCesseLe: dateCivile('2025-12-31'),
      }),
    verdict: 'ACCORDEE',
    valeur: { jusquAu: '2025-12-31' },
    codes: ['DISPENSE_ACCORDEE'],
  },
  {
    nom: 'Sans justificatif, elle attend',
    decide: (reglement) =>
      dispenserAffiliation(reglement, {
        date: dateCivile('2025-03-01'),
        demande: true,
        justificatif: false,
        agentTerritorial: false,
        objetCesseLe: null,
      }),
    verdict: 'INCOMPLETE',
    valeur: ['justificatif'],
    codes: ['DISPENSE_A_JUSTIFIER'],
  },
  {
    nom: 'Le jour où sa raison cesse, il faut adhérer',
    decide: (reglement) =>
      dispenserAffiliation(reglement, {
        date: dateCivile('2025-12-31'),
        demande: true,
        justificatif: true,
        agentTerritorial: false,
        objetCesseLe: dateCivile('2025-12-31'),
      }),
    verdict: 'REFUSEE',
    valeur: { adhesionDes: '2025-12-31' },
    codes: ['DISPENSE_SANS_OBJET'],
  },
  {
    nom: 'À seize ans, l’enfant envoie sa propre attestation',
    decide: (reglement) =>
      emanciperMineur(reglement, {
        dateNaissance: dateCivile('2009-04-10'),
        date: dateCivile('2025-04-10'),
        refusExpres: false,
      }),
    verdict: 'ACCORDEE',
    valeur: { paiementDirect: false, adhesionPropre: false, attestationPropre: true },
    codes: ['SEIZE_ANS_REVOLUS'],
  },
]
