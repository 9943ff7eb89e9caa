import type { CodeModele } from './cadre'

/** What staff read about the mails: never the address whole, never what was said. */
const MODELES: Readonly<Record<CodeModele, string>> = {
  CONFIRMATION_ADRESSE: 'Confirmation d’adresse',
  ACCES_PERDU: 'Accès perdu',
  MOT_DE_PASSE_CHANGE: 'Mot de passe changé',
  DOCUMENT_DISPONIBLE: 'Document disponible',
  SEIZE_ANS: 'Seize ans d’un bénéficiaire',
  NOUVELLE_ADRESSE_A_CONFIRMER: 'Nouvelle adresse à confirmer',
  NOUVELLE_ADRESSE_DEMANDEE: 'Nouvelle adresse demandée (alerte)',
  ADRESSE_CHANGEE: 'Adresse e-mail changée (alerte)',
  RIB_CHANGE: 'Compte bancaire changé (alerte)',
  DEMANDE: 'Du nouveau pour une demande',
  RIB_ANNULE: 'Changement de compte bancaire abandonné (alerte)',
  DEMANDES_EN_RETARD: 'Demandes en retard (superviseurs)',
  ACCORD_LECTURE: 'Lecture des soins : accord donné ou retiré',
  VIREMENT_PARTI: 'Virement parti',
  PRELEVEMENT_ANNONCE: 'Prélèvement annoncé',
  DELEGATION_PROPOSEE: 'Agir pour quelqu’un : proposition',
  DELEGATION_CHANGEE: 'Agir pour quelqu’un : du nouveau',
  DELEGATION_DONNEE: 'Agir pour quelqu’un : espace confié (alerte)',
  MESURE_INSCRITE: 'Agir pour quelqu’un : mesure enregistrée (alerte)',
  DONNEES_EFFACEES: 'Données effacées à la demande de la personne',
  NOUVEL_APPAREIL: 'Nouvel appareil (alerte)',
  FACTEUR_AJOUTE: 'Seconde protection ajoutée (alerte)',
  FACTEUR_RETIRE: 'Seconde protection retirée (alerte)',
  LEVEE_DEMANDEE: 'Seconde protection perdue (alerte)',
  LEVEE_FAITE: 'Seconde protection levée (alerte)',
  IDENTITE_RELIEE: 'Identité extérieure reliée (alerte)',
  IDENTITE_RETIREE: 'Identité extérieure retirée (alerte)',
  CODE_ACCES_CHANGE: 'Nouveau code d’accès envoyé par courrier (alerte)',
  CONNEXIONS_FERMEES: 'Connexions fermées par la mutuelle (alerte)',
  COMPTE_SUSPENDU: 'Accès suspendu (alerte)',
  COMPTE_ROUVERT: 'Accès rouvert (alerte)',
  SECOND_FACTEUR_REFUSE: 'Seconde étape de connexion refusée (alerte)',
}
export const libelleModele = (code: string): string =>
  new Map<string, string>(Object.entries(MODELES)).get(code) ?? code

/** Hours during which the links of a mail open something; null = always. */
const VALIDITE: Readonly<Record<CodeModele, number | null>> = {
  CONFIRMATION_ADRESSE: 24,
  ACCES_PERDU: 0.5,
  MOT_DE_PASSE_CHANGE: null,
  DOCUMENT_DISPONIBLE: null,
  SEIZE_ANS: null,
  NOUVELLE_ADRESSE_A_CONFIRMER: 24,
  NOUVELLE_ADRESSE_DEMANDEE: null,
  ADRESSE_CHANGEE: null,
  RIB_CHANGE: null,
  DEMANDE: null,
  RIB_ANNULE: null,
  DEMANDES_EN_RETARD: null,
  ACCORD_LECTURE: null,
  VIREMENT_PARTI: null,
  PRELEVEMENT_ANNONCE: null,
  DELEGATION_PROPOSEE: 14 * 24,
  DELEGATION_CHANGEE: null,
  DELEGATION_DONNEE: null,
  MESURE_INSCRITE: null,
  DONNEES_EFFACEES: null,
  NOUVEL_APPAREIL: null,
  FACTEUR_AJOUTE: null,
  FACTEUR_RETIRE: null,
  LEVEE_DEMANDEE: null,
  LEVEE_FAITE: null,
  IDENTITE_RELIEE: null,
  IDENTITE_RETIREE: null,
  CODE_ACCES_CHANGE: null,
  CONNEXIONS_FERMEES: null,
  COMPTE_SUSPENDU: null,
  COMPTE_ROUVERT: null,
  SECOND_FACTEUR_REFUSE: null,
}
/** Codes whose links are dead after so many hours. */
export const MODELES_PERISSABLES: readonly (readonly [string, number])[] = Object.entries(VALIDITE).flatMap(
  ([code, heures]) => (heures === null ? [] : [[code, heures] as const]),
)

export const PHRASE_PERIME =
  'Son lien n’est plus valable : le renvoyer ne servirait à rien. La personne doit refaire sa demande sur le portail.'

export type ErreurCourriel =
  | 'DESTINATAIRE_REFUSE'
  | 'MESSAGE_REFUSE'
  | 'ADRESSE_INVALIDE'
  | 'REPORTE'
  | 'EXPEDITEUR_REFUSE'
  | 'IDENTIFICATION'
  | 'CHIFFREMENT'
  | 'INJOIGNABLE'
  | 'SANS_REPONSE'
  | 'INTERROMPU'
  | 'INCONNUE'

/** What happened, and what to do once the portal has given up. */
const RAISONS: Readonly<Record<ErreurCourriel, readonly [string, string]>> = {
  DESTINATAIRE_REFUSE: [
    'Le serveur refuse cette boîte : elle n’existe pas ou plus.',
    'Faites corriger l’adresse par la personne : le prochain courriel ira à la nouvelle.',
  ],
  MESSAGE_REFUSE: [
    'Le serveur refuse le message lui-même.',
    'Demandez à votre hébergeur de messagerie pourquoi (filtre, taille), puis renvoyez.',
  ],
  ADRESSE_INVALIDE: [
    'L’adresse enregistrée n’est pas celle d’une boîte.',
    'Faites-la corriger par la personne : le prochain courriel ira à la nouvelle.',
  ],
  REPORTE: ['Le serveur demande d’attendre (boîte pleine, ou trop d’envois).', 'Renvoyez plus tard.'],
  EXPEDITEUR_REFUSE: [
    'Le serveur refuse l’adresse d’expédition de la mutuelle.',
    'Faites vérifier l’adresse de contact et son autorisation, puis renvoyez tout.',
  ],
  IDENTIFICATION: [
    'Le serveur d’envoi refuse notre identifiant ou notre mot de passe.',
    'Faites corriger SMTP_URL, puis renvoyez tout.',
  ],
  CHIFFREMENT: [
    'La liaison avec le serveur d’envoi n’a pas pu être chiffrée.',
    'Faites vérifier son certificat ou SMTP_URL, puis renvoyez tout.',
  ],
  INJOIGNABLE: [
    'Le serveur d’envoi ne répond pas à son adresse, ou a coupé.',
    'Faites-le vérifier, puis renvoyez tout.',
  ],
  SANS_REPONSE: ['Le serveur d’envoi est trop long à répondre.', 'Faites-le vérifier, puis renvoyez tout.'],
  INTERROMPU: [
    'L’envoi a été interrompu à chaque essai.',
    'Faites lire les journaux du portail, puis renvoyez.',
  ],
  INCONNUE: [
    'L’envoi a échoué pour une raison imprévue.',
    'Faites lire les journaux du portail, puis renvoyez.',
  ],
}

/** @param abandonne the portal has stopped trying: somebody must act. */
export function expliquerErreur(code: string, abandonne: boolean): string {
  const [cause, geste] =
    new Map<string, readonly [string, string]>(Object.entries(RAISONS)).get(code) ?? RAISONS.INCONNUE
  return abandonne ? `${cause} ${geste}` : cause
}

/** « jean@exemple.fr » → « j…@exemple.fr ». */
export function masquerAdresse(adresse: string): string {
  const [local = '', domaine = ''] = adresse.split('@')
  return `${local.slice(0, 1)}…@${domaine}`
}

/** After the button: what will happen now. */
export function phraseRenvoyes(nombre: number): string {
  if (nombre === 0) return 'Aucun courriel à renvoyer : ceux en échec portent un lien qui n’est plus valable.'
  return nombre === 1
    ? 'Le courriel est remis dans la file : il part dans la minute si le serveur d’envoi répond.'
    : `${nombre} courriels sont remis dans la file : ils partent dans les minutes qui viennent si le serveur d’envoi répond.`
}

export const libelleEtatCourriel = {
  ECHEC: 'En échec',
  EN_FILE: 'En attente',
  ENVOYE: 'Envoyés',
} as const

/** What each list holds, said to who opens it. */
export const phraseEtatCourriel = {
  ECHEC:
    'Le portail a cessé d’essayer. Chaque courriel dit pourquoi : réparez la cause, puis renvoyez. Le texte est gardé tel quel.',
  EN_FILE:
    'Ils partent seuls. Après un échec passager, le portail réessaie, de plus en plus espacé, pendant une demi-journée.',
  ENVOYE:
    'Remis au serveur d’envoi. Le portail n’en garde plus le texte ; la trace est effacée après six mois.',
} as const

export const phraseVide = {
  ECHEC: 'Aucun courriel en échec',
  EN_FILE: 'Aucun courriel en attente',
  ENVOYE: 'Aucun courriel envoyé',
} as const

export const phraseEssais = (essais: number): string =>
  essais === 0 ? 'Pas encore essayé' : essais === 1 ? '1 essai' : `${essais} essais`
