import { emanciperMineur } from '@/lib/rules/ayant-droit/emanciper-mineur'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { compterDelaiAnnexe } from '@/lib/rules/delai/compter-delai-annexe'
import { ouvrirPortabilite } from '@/lib/rules/maintien/ouvrir-portabilite'
import type { Cas } from '../../support/cas'

/** Une FAQ de gestes, presque sans dates : le silence y est la réponse. */
export const cas: readonly Cas[] = [
  {
    nom: 'L’adhésion n’y est pas datée',
    question: 'adhesion',
    faits: { dateReceptionDossier: '2025-03-10', dossierComplet: true },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'L’ajout d’un ayant droit n’y est pas daté',
    question: 'affiliation',
    faits: { evenement: 'NAISSANCE', dateEvenement: '2025-03-01', dateReception: '2025-03-10' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Aucun âge n’y limite les ayants droit',
    question: 'ayantDroit',
    faits: {
      lien: 'ENFANT',
      date: '2025-03-10',
      dateNaissance: '2000-01-01',
      situation: 'ETUDES',
      justificatif: true,
    },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Le changement d’option n’y est pas réglé',
    question: 'changementOption',
    faits: {
      sens: 'HAUSSE',
      dateEffetAdhesion: '2020-01-01',
      dateEffetOption: '2024-01-01',
      dateReception: '2025-03-10',
    },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'La résiliation à l’échéance n’y est pas réglée',
    question: 'resiliation',
    faits: { motif: 'ECHEANCE', dateEffetAdhesion: '2022-01-01', dateReception: '2025-10-31' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Ni la résiliation après un an',
    question: 'resiliation',
    faits: { motif: 'INFRA_ANNUELLE', dateEffetAdhesion: '2022-01-01', dateReception: '2025-10-31' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Le retrait d’un ayant droit n’y est pas daté',
    question: 'radiation',
    faits: { motif: 'DEMANDE', dateReception: '2025-10-31' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'La renonciation n’y est pas réglée',
    question: 'renonciation',
    faits: { mode: 'DISTANCE', dateEffet: '2025-10-31' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Les impayés non plus',
    question: 'impaye',
    faits: { dateEcheance: '2025-10-31' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'La réclamation se fait, sans délai annoncé',
    question: 'delai',
    faits: { type: 'RECLAMATION_REPONSE', date: '2025-10-31' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'La messagerie n’y promet rien',
    question: 'delai',
    faits: { type: 'MESSAGERIE', date: '2025-10-31T08:00' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'La portabilité y est évoquée sans durée',
    question: 'maintien',
    faits: { type: 'PORTABILITE', dateCessation: '2025-10-31' },
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Un fait impossible est dit avant le silence du règlement',
    question: 'impaye',
    faits: { dateEcheance: '2025-02-29' },
    erreur: 'FAIT_INVALIDE',
    chemin: 'dateEcheance',
  },
  {
    nom: 'La carte part sous quinze jours',
    decide: (reglement) => compterDelaiAnnexe(reglement, 'ENVOI_CARTE', dateCivile('2024-02-15')),
    verdict: 'ACCORDEE',
    valeur: { limite: '2024-03-01' },
    codes: ['DELAI_ENVOI_CARTE'],
  },
  {
    nom: 'À seize ans, l’enfant envoie sa propre attestation',
    decide: (reglement) =>
      emanciperMineur(reglement, {
        dateNaissance: dateCivile('2009-03-01'),
        date: dateCivile('2025-03-01'),
        refusExpres: false,
      }),
    verdict: 'ACCORDEE',
    valeur: { paiementDirect: false, adhesionPropre: false, attestationPropre: true },
    codes: ['SEIZE_ANS_REVOLUS'],
  },
  {
    nom: 'La veille, pas encore',
    decide: (reglement) =>
      emanciperMineur(reglement, {
        dateNaissance: dateCivile('2009-03-01'),
        date: dateCivile('2025-02-28'),
        refusExpres: false,
      }),
    verdict: 'REFUSEE',
    codes: ['SEIZE_ANS_A_VENIR'],
  },

  {
    nom: 'Un licenciement ouvre la portabilité',
    decide: (reglement) => ouvrirPortabilite(reglement, 'LICENCIEMENT'),
    verdict: 'ACCORDEE',
    valeur: { portabilite: true },
    codes: ['PORTABILITE_OUVERTE'],
  },
  {
    nom: 'Une démission ne l’ouvre pas',
    decide: (reglement) => ouvrirPortabilite(reglement, 'DEMISSION'),
    verdict: 'REFUSEE',
    codes: ['PORTABILITE_FERMEE'],
  },
  {
    nom: 'La source ne dit pas comment la cotisation se calcule',
    question: 'cotisation',
    faits: {
      annee: 2025,
      formule: 'toutes',
      tarif: { base: '30.00' },
      beneficiaires: [{ role: 'ADHERENT', dateNaissance: '1985-07-01' }],
    },
    erreur: 'NON_PREVU',
  },
]
