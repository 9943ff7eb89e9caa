import type {
  EtatDelegation,
  EtendueDelegation,
  MotifDelegation,
  PassageDelegation,
} from '@/generated/prisma/enums'

/** Acting for another: what is said of it, to both sides. */

export const MOTIFS_DELEGATION: Readonly<Record<MotifDelegation, string>> = {
  CONJOINT: 'Conjoint, partenaire ou concubin',
  AIDANT: 'Proche aidant (enfant, ami, voisin…)',
  PARENT: 'Parent d’un enfant de moins de 16 ans',
  TUTELLE: 'Tutelle',
  CURATELLE: 'Curatelle',
}

export const ETENDUES_DELEGATION: Readonly<Record<EtendueDelegation, string>> = {
  VOIR: 'Voir seulement',
  DEMANDER: 'Voir, et faire les demandes',
  RECEVOIR: 'Voir, faire les demandes, et changer le compte qui reçoit les remboursements',
}

export const ETATS_DELEGATION: Readonly<Record<EtatDelegation, string>> = {
  PROPOSEE: 'En attente d’une réponse',
  ACTIVE: 'En cours',
  REFUSEE: 'Refusée',
  REVOQUEE: 'Arrêtée',
  FINIE: 'Terminée',
}

export const PASSAGES_DITS: Readonly<Record<PassageDelegation, string>> = {
  PROPOSER: 'Proposée',
  ACCEPTER: 'Acceptée',
  ACCORDER: 'Accordée par la mutuelle',
  REFUSER: 'Refusée',
  REVOQUER: 'Arrêtée',
  FINIR: 'Terminée à sa date',
}

/** Why what was pressed cannot be done for somebody else; by what it would have needed. */
export const PHRASES_POUR_AUTRUI = {
  JAMAIS:
    'Cela ne se fait pas pour quelqu’un d’autre : rien n’a été enregistré. La personne le fait elle-même dans son espace, ou nous appelle.',
  VOIR: 'Vous ne pouvez pas voir cet espace : rien n’a été enregistré.',
  DEMANDER:
    'Cette personne vous a confié de voir son espace, pas d’y faire des demandes : rien n’a été enregistré.',
  RECEVOIR:
    'Cette personne ne vous a pas confié le choix du compte qui reçoit ses remboursements : rien n’a été enregistré.',
} as const

/** A form made for one space, sent once another tab has entered another. */
export const PHRASE_AUTRE_ESPACE =
  'Cette page était faite pour un autre espace que celui où vous êtes maintenant : vous en avez changé dans un autre onglet. Rien n’a été enregistré. Retournez à son espace, ou ouvrez-la de nouveau pour la remplir dans celui-ci.'

export const PHRASES_DELEGATION = {
  INTROUVABLE: 'Cette autorisation est introuvable, ou elle a déjà changé. Rechargez la page.',
  A_QUI: 'Indiquez l’adresse e-mail de votre proche, ou son n° adhérent et son nom.',
  A_QUI_UN_SEUL: 'Indiquez l’adresse e-mail, ou le n° adhérent et le nom : pas les deux.',
  NOM_AVEC_NUMERO: 'Avec le n° adhérent, indiquez le nom de famille de votre proche.',
  MOTIF: 'Dites qui est cette personne pour vous.',
  MOTIF_TITRE: 'Dites à quel titre vous agissez.',
  ETENDUE: 'Choisissez ce que cette personne pourra faire.',
  SOI_MEME: 'C’est votre propre adresse : indiquez celle de votre proche.',
  DEJA: 'Vous avez déjà confié votre espace à cette personne. Arrêtez d’abord l’autorisation en cours pour en changer.',
  AU_PASSE: 'Choisissez un jour à venir, ou laissez vide.',
  AU_JUGEMENT: 'Indiquez le dernier jour de la mesure, écrit sur le jugement.',
  FIN_AVANT: 'Le dernier jour est déjà passé : il n’y a plus rien à autoriser.',
  PIECE: 'Joignez la preuve : le jugement, ou le livret de famille.',
  UN_SEUL: 'Joignez un seul fichier.',
  PROTEGE: 'Choisissez de qui parle cette demande.',
  PERSONNE_INCONNUE:
    'Aucun contrat de ce numéro ne couvre une personne de ce nom : vérifiez le numéro, le prénom et le nom.',
  RAISON: 'Dites pourquoi : la personne le lira.',
  SEIZE_ANS:
    'À partir de seize ans, c’est l’enfant qui choisit à qui montrer ses soins : il peut vous le confier depuis son propre espace.',
  SANS_CONTRAT:
    'Votre espace n’a pas de contrat : envoyez-nous le jugement par courrier ou par e-mail, nous enregistrerons la mesure.',
  TROP: 'Vous avez déjà dix propositions sans réponse : annulez-en une avant d’en faire une autre.',
  PROPOSEE:
    'C’est envoyé. Si cette personne a un espace à cette adresse ou à ce numéro, elle y trouve votre proposition ; sinon elle peut en ouvrir un. Elle a quatorze jours pour répondre.',
  DEMANDEE: 'Votre demande est envoyée avec sa preuve. Vous trouverez notre réponse sur cette page.',
  ACCEPTEE: 'C’est fait : vous pouvez agir pour cette personne.',
  REFUSEE: 'C’est noté : vous n’agirez pas pour cette personne.',
  ARRETEE: 'C’est arrêté, dès maintenant.',
  ACCORDEE: 'Accordée : les deux personnes en sont prévenues.',
  REFUS_NOTE: 'Refusée : la personne le lit avec sa raison.',
  INSCRITE: 'Enregistrée : le mandataire reçoit un e-mail pour accepter.',
  EMAIL_PRIS:
    'Un espace existe déjà avec cette adresse e-mail : connectez-vous, la proposition vous y attend.',
  LIEN_MORT: 'Ce lien n’est plus valable : demandez à votre proche de refaire sa proposition.',
  SIEN: 'Cette proposition est la vôtre : c’est à votre proche d’y répondre.',
} as const

export const INFOS_AGIR: ReadonlyMap<string, string> = new Map([
  ['fini', 'L’autorisation est terminée : vous ne voyez plus l’espace de cette personne.'],
  [
    'compte',
    'La sécurité du compte (mot de passe, e-mail, appareils, autorisations) ne se confie à personne : revenez à votre espace pour voir la vôtre.',
  ],
])

export const INFOS_DELEGATIONS: ReadonlyMap<string, string> = new Map([
  ['proposee', PHRASES_DELEGATION.PROPOSEE],
  ['demandee', PHRASES_DELEGATION.DEMANDEE],
  ['acceptee', PHRASES_DELEGATION.ACCEPTEE],
  ['refusee', PHRASES_DELEGATION.REFUSEE],
  ['arretee', PHRASES_DELEGATION.ARRETEE],
])
export const INFOS_DECISION: ReadonlyMap<string, string> = new Map([
  ['accordee', PHRASES_DELEGATION.ACCORDEE],
  ['refusee', PHRASES_DELEGATION.REFUS_NOTE],
  ['inscrite', PHRASES_DELEGATION.INSCRITE],
  ['arretee', PHRASES_DELEGATION.ARRETEE],
])

/** The pages of the space by their address, as one who reads the journal knows them; the longest address first. */
const PAGES: readonly (readonly [string, string])[] = [
  ['/adherent/remboursements', 'Remboursements'],
  ['/adherent/limites', 'Limites et forfaits'],
  ['/adherent/simuler', 'Simuler un remboursement'],
  ['/adherent/mon-annee', 'Mon année'],
  ['/adherent/releves', 'Relevés'],
  ['/adherent/documents', 'Documents'],
  ['/adherent/carte', 'Carte'],
  ['/carte', 'Carte'],
  ['/adherent/messagerie', 'Messagerie'],
  ['/adherent/demandes', 'Demandes'],
  ['/adherent/coordonnees/rib', 'Compte bancaire'],
  ['/adherent/coordonnees', 'Coordonnées'],
  ['/adherent/cotisations', 'Cotisations'],
  ['/adherent/contrats', 'Contrats'],
  ['/adherent/beneficiaires', 'Bénéficiaires'],
  ['/adherent/garanties', 'Garanties'],
  ['/adherent/menu', 'Plan de l’espace'],
  ['/adherent', 'Accueil'],
]
export const direPage = (chemin: string): string =>
  PAGES.find(([debut]) => chemin === debut || chemin.startsWith(`${debut}/`))?.[1] ?? 'Une page de l’espace'
