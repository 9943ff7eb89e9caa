/**
 * How long each class of data is kept, from when, by which text, and what becomes of it. The purge, the erasure, the member's page and
 * the public one all read this list.
 */
export type ClasseDonnees =
  | 'COMPTES_NON_CONFIRMES'
  | 'BROUILLONS'
  | 'COMPTE'
  | 'CONNEXIONS'
  | 'COURRIELS'
  | 'DEMANDES'
  | 'RECLAMATIONS'
  | 'PIECES'
  | 'DOCUMENTS'
  | 'CONTRAT'
  | 'SOINS'
  | 'BANQUE'
  | 'COTISATIONS'
  | 'COMPTABILITE'
  | 'MIS_DE_COTE'
  | 'JOURNAL'
  | 'JOURNAUX_TECHNIQUES'
  | 'PROSPECTS'

export interface Duree {
  readonly nombre: number
  readonly unite: 'JOURS' | 'MOIS' | 'ANNEES'
}

export interface RegleConservation {
  readonly quoi: string
  readonly duree: Duree | null
  /** The sentence that says it. */
  readonly dite: string
  /** FIN : last day of the person's last contract (a person without one: the day we knew them); of what one needs to act for another (access, name), the last day of that when it is later. LIGNE: each row's own day. */
  readonly depuis: 'FIN' | 'LIGNE'
  readonly fondement: string
  readonly sort: 'EFFACER' | 'ANONYMISER' | 'GARDER'
  /** Nothing obliges us to keep it once nobody is covered: erased as soon as it is asked. */
  readonly surDemande?: true
}

const PRESCRIPTION = 'code de la mutualité, art. L. 221-11 : prescription de deux ans'
const CIVIL = 'code civil, art. 2224 : prescription de droit commun, cinq ans'

export const CONSERVATION: Readonly<Record<ClasseDonnees, RegleConservation>> = {
  CONTRAT: {
    quoi: 'Identité, numéro de sécurité sociale, contrat, personnes couvertes, coordonnées, papiers que nous faisons pour vous',
    duree: { nombre: 5, unite: 'ANNEES' },
    dite: 'tant que vous êtes couvert, ou que vous agissez pour quelqu’un, puis cinq ans',
    depuis: 'FIN',
    fondement: CIVIL,
    sort: 'ANONYMISER',
  },
  SOINS: {
    quoi: 'Ce que l’Assurance maladie nous dit de vos soins, nos remboursements, devis et prises en charge',
    duree: { nombre: 2, unite: 'ANNEES' },
    dite: 'tant que vous êtes couvert, puis deux ans ; il en reste des sommes, sans le soin ni votre nom',
    depuis: 'FIN',
    fondement: PRESCRIPTION,
    sort: 'ANONYMISER',
  },
  COTISATIONS: {
    quoi: 'Calcul et paiement de vos cotisations, impayés',
    duree: { nombre: 5, unite: 'ANNEES' },
    dite: 'tant que vous êtes couvert, puis cinq ans',
    depuis: 'FIN',
    fondement: CIVIL,
    sort: 'ANONYMISER',
  },
  BANQUE: {
    quoi: 'Comptes bancaires, mandats, titulaires et IBAN des virements et prélèvements',
    duree: { nombre: 5, unite: 'ANNEES' },
    dite: 'tant que vous êtes couvert, puis cinq ans',
    depuis: 'FIN',
    fondement: 'code monétaire et financier, art. L. 561-12 : cinq ans après la fin de la relation',
    sort: 'ANONYMISER',
  },
  COMPTABILITE: {
    quoi: 'Sommes payées et reçues, écritures comptables',
    duree: null,
    dite: 'gardées : la loi demande dix ans. Votre nom et votre compte en ont disparu avant, avec le contrat',
    depuis: 'LIGNE',
    fondement: 'code de commerce, art. L. 123-22 : dix ans',
    sort: 'GARDER',
  },
  PIECES: {
    quoi: 'Pièces que vous nous envoyez (factures, justificatifs, photos)',
    duree: { nombre: 2, unite: 'ANNEES' },
    dite: 'deux ans après leur arrivée, puis elles sont effacées',
    depuis: 'LIGNE',
    fondement: PRESCRIPTION,
    sort: 'EFFACER',
  },
  DOCUMENTS: {
    quoi: 'Fichiers des papiers que nous faisons (relevés, attestations, courriers)',
    duree: { nombre: 5, unite: 'ANNEES' },
    dite: 'cinq ans après leur émission, puis ils sont effacés',
    depuis: 'LIGNE',
    fondement: CIVIL,
    sort: 'EFFACER',
  },
  DEMANDES: {
    quoi: 'Messages, demandes et nos réponses',
    duree: { nombre: 2, unite: 'ANNEES' },
    dite: 'deux ans après la fin de la demande, puis tout est effacé',
    depuis: 'LIGNE',
    fondement: PRESCRIPTION,
    sort: 'EFFACER',
  },
  RECLAMATIONS: {
    quoi: 'Réclamations, demandes sur vos données, et nos réponses',
    duree: { nombre: 5, unite: 'ANNEES' },
    dite: 'cinq ans après notre réponse, puis tout est effacé',
    depuis: 'LIGNE',
    fondement: CIVIL,
    sort: 'EFFACER',
  },
  BROUILLONS: {
    quoi: 'Demandes commencées et jamais envoyées',
    duree: { nombre: 90, unite: 'JOURS' },
    dite: 'quatre-vingt-dix jours après avoir été commencées, puis tout est effacé, pièces comprises',
    depuis: 'LIGNE',
    fondement: 'notre promesse : ce qui n’est pas envoyé n’a pas à être gardé',
    sort: 'EFFACER',
  },
  COMPTE: {
    quoi: 'Compte en ligne : adresse e-mail, mot de passe (jamais lisible), code d’accès',
    duree: { nombre: 2, unite: 'ANNEES' },
    dite: 'tant que vous êtes couvert, ou que vous agissez pour quelqu’un, puis deux ans pour relire vos derniers remboursements ; plus tôt si vous le demandez, une fois le contrat fini',
    depuis: 'FIN',
    fondement: PRESCRIPTION,
    sort: 'ANONYMISER',
    surDemande: true,
  },
  COMPTES_NON_CONFIRMES: {
    quoi: 'Comptes commencés dont l’adresse e-mail n’a jamais été confirmée',
    duree: { nombre: 30, unite: 'JOURS' },
    dite: 'trente jours, puis ils sont effacés',
    depuis: 'LIGNE',
    fondement: 'notre promesse : le lien qui confirme est mort depuis longtemps',
    sort: 'EFFACER',
  },
  CONNEXIONS: {
    quoi: 'Connexions à votre espace, appareils',
    duree: { nombre: 30, unite: 'JOURS' },
    dite: 'douze heures au plus avant de devoir se reconnecter, puis trente jours de trace',
    depuis: 'LIGNE',
    fondement: 'notre intérêt légitime : reconnaître une connexion qui n’est pas la vôtre',
    sort: 'EFFACER',
    surDemande: true,
  },
  COURRIELS: {
    quoi: 'Trace des e-mails envoyés (leur texte est effacé dès qu’ils sont partis)',
    duree: { nombre: 180, unite: 'JOURS' },
    dite: 'six mois',
    depuis: 'LIGNE',
    fondement: 'notre intérêt légitime : savoir ce qui vous a été envoyé',
    sort: 'EFFACER',
    surDemande: true,
  },
  MIS_DE_COTE: {
    quoi: 'Lignes reçues de l’Assurance maladie que nous n’avons pu rattacher à personne',
    duree: { nombre: 2, unite: 'ANNEES' },
    dite: 'deux ans, puis elles sont effacées',
    depuis: 'LIGNE',
    fondement: PRESCRIPTION,
    sort: 'EFFACER',
  },
  JOURNAL: {
    quoi: 'Journal des actes faits dans le portail : des références, jamais un nom, un soin ni une somme',
    duree: null,
    dite: 'gardé aussi longtemps que les actes qu’il prouve ; une fois votre identité effacée, plus rien n’y mène à vous',
    depuis: 'LIGNE',
    fondement:
      'RGPD, art. 5, paragraphe 2 : répondre de nos actes ; recommandation de la CNIL du 14 octobre 2021 sur la journalisation',
    sort: 'GARDER',
  },
  JOURNAUX_TECHNIQUES: {
    quoi: 'Journaux techniques des serveurs',
    duree: { nombre: 12, unite: 'MOIS' },
    dite: 'un an au plus, puis ils sont effacés',
    depuis: 'LIGNE',
    fondement: 'recommandation de la CNIL du 14 octobre 2021 : six mois à un an',
    sort: 'EFFACER',
  },
  PROSPECTS: {
    quoi: 'Personnes qui ne sont pas adhérentes',
    duree: { nombre: 3, unite: 'ANNEES' },
    dite: 'ce portail n’en garde rien : une simulation sans compte ne s’enregistre pas. Ailleurs, trois ans après le dernier contact',
    depuis: 'LIGNE',
    fondement: 'recommandation de la CNIL pour l’assurance',
    sort: 'EFFACER',
  },
}

export const CLASSES = Object.keys(CONSERVATION) as readonly ClasseDonnees[]
