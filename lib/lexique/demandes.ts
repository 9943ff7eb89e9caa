import type { EquipeGestion, EtatDemande, NatureDemande, PassageDemande } from '@/generated/prisma/enums'

/** Demandes, in words: what is asked, where it is, who has it. */
interface Nature {
  readonly titre: string
  readonly phrase: string
}

export const NATURES: Readonly<Record<NatureDemande, Nature>> = {
  MESSAGE: { titre: 'Un message', phrase: 'Une question, à laquelle un conseiller répond par écrit.' },
  RECLAMATION: {
    titre: 'Une réclamation',
    phrase: 'Vous n’êtes pas d’accord avec une réponse, un paiement, un délai.',
  },
  DROITS_RGPD: {
    titre: 'Mes droits sur mes données',
    phrase: 'Recevoir, corriger, effacer, ou limiter l’usage de ce que nous savons de vous.',
  },
  AJOUT_BENEFICIAIRE: {
    titre: 'Ajouter une personne',
    phrase: 'Une naissance, un mariage, un enfant, quelqu’un qui perd sa mutuelle.',
  },
  RETRAIT_BENEFICIAIRE: {
    titre: 'Retirer une personne',
    phrase: 'Un enfant qui part, une séparation, une autre mutuelle.',
  },
  PREUVE_ANNUELLE: {
    titre: 'La preuve de l’année',
    phrase: 'Le certificat ou l’attestation qui garde un enfant sur votre contrat.',
  },
  CHANGEMENT_FORMULE: {
    titre: 'Changer de formule',
    phrase: 'Pour être mieux remboursé, ou pour payer moins.',
  },
  RESILIATION: {
    titre: 'Quitter la mutuelle',
    phrase: 'En trois étapes : la raison, la date, la confirmation.',
  },
  REMBOURSEMENT: {
    titre: 'Me faire rembourser une facture',
    phrase: 'Un soin que nous n’avons pas reçu de l’Assurance maladie.',
  },
  COMPLEMENT: {
    titre: 'Un complément après une autre mutuelle',
    phrase: 'Une première mutuelle a payé : nous complétons, sans dépasser ce que vous avez payé.',
  },
  PRISE_EN_CHARGE: {
    titre: 'Une prise en charge à l’hôpital',
    phrase: 'Pour ne pas avancer les frais d’une hospitalisation.',
  },
  PORTABILITE: {
    titre: 'Garder mes garanties après mon emploi',
    phrase: 'Vous quittez l’entreprise qui vous assurait.',
  },
  AIDE: {
    titre: 'Une aide ou une avance santé',
    phrase: 'Naissance, vacances, obsèques, aide à la maison, avance : selon votre règlement.',
  },
  CONTESTATION_INDU: {
    titre: 'Contester une somme réclamée',
    phrase: 'Vous pensez ne pas devoir ce que nous vous demandons de rendre.',
  },
}

export const ETATS: Readonly<Record<EtatDemande, string>> = {
  BROUILLON: 'Brouillon, pas encore envoyé',
  ENVOYEE: 'Reçue',
  PRISE: 'En cours de traitement',
  PIECE_DEMANDEE: 'Il nous manque une pièce',
  ACCEPTEE: 'Acceptée',
  REFUSEE: 'Refusée',
  REPONDUE: 'Répondue',
  ANNULEE: 'Annulée',
}

export const EQUIPES: Readonly<Record<EquipeGestion, string>> = {
  ADHESIONS: 'le service des contrats',
  PRESTATIONS: 'le service des remboursements',
  COTISATIONS: 'le service des cotisations',
  MEDICAL: 'le médecin-conseil',
  RECLAMATIONS: 'le service des réclamations',
}

/** In the place of its name, which would say what it is about. */
export const PIECE_MEDICALE = 'Pièce médicale, réservée au médecin-conseil'

/** Alone, as the name of a list. */
export const EQUIPES_EN_TITRE: Readonly<Record<EquipeGestion, string>> = {
  ADHESIONS: 'Contrats',
  PRESTATIONS: 'Remboursements',
  COTISATIONS: 'Cotisations',
  MEDICAL: 'Médecin-conseil',
  RECLAMATIONS: 'Réclamations',
}

/** What happened, as the public history says it. */
export const PASSAGES: Readonly<Record<PassageDemande, string>> = {
  CREER: 'Brouillon commencé',
  ENVOYER: 'Envoyée',
  PRENDRE: 'Prise en main par un gestionnaire',
  RENDRE: 'Remise dans la file de l’équipe',
  TRANSFERER: 'Transmise à une autre équipe',
  DEMANDER_PIECE: 'Pièce demandée',
  COMPLETER: 'Pièce reçue, le traitement reprend',
  ACCEPTER: 'Acceptée',
  REFUSER: 'Refusée',
  REPONDRE: 'Réponse envoyée',
  RELANCER: 'Nouveau message de votre part',
  DEFAIRE: 'Décision annulée, le traitement reprend',
  ANNULER: 'Annulée',
  ACCUSER_RECEPTION: 'Accusé de réception envoyé',
  RAPPELER: 'Rappel envoyé',
  NOTER_PIECE: 'Pièce reçue',
  ATTRIBUER: 'Confiée à un gestionnaire',
  ESCALADER: 'Délai dépassé : le responsable est prévenu',
}

export const PHRASES_DEMANDE = {
  CHANGEE:
    'Cette demande a avancé depuis que cette page est ouverte. Rechargez la page pour voir où elle en est.',
  ABANDONNEE:
    'Vous avez abandonné ce brouillon : ce qui est écrit ici n’est plus gardé. Recopiez-le, puis recommencez depuis « Faire une demande ».',
  INTROUVABLE: 'Cette demande est introuvable.',
  PRISE_PAR_UN_AUTRE: 'Quelqu’un d’autre vient de prendre cette demande. Rechargez la page.',
  SANS_CONTRAT: 'Votre compte n’est rattaché à aucun contrat : appelez-nous.',
  PERSONNE: 'Choisissez une personne de votre contrat.',
  REPONSE_INCOMPLETE: 'Il manque une réponse : revenez à la page précédente et complétez les questions.',
  MESSAGE_VIDE: 'Écrivez votre message.',
} as const

export const PHRASES_TRAITEMENT = {
  PAS_LA_VOTRE: 'Prenez d’abord cette demande, ou demandez à la personne qui l’a de la rendre.',
  MEME_EQUIPE: 'Elle est déjà dans cette équipe.',
  EQUIPE: 'Choisissez une équipe.',
  COLLEGUE: 'Choisissez quelqu’un de cette équipe.',
  NOTE: 'Écrivez la note.',
  REPONSE: 'Écrivez la réponse.',
  MESSAGE: 'Écrivez le message.',
  PIECE: 'Dites quelle pièce il faut.',
  AVANT: 'Dites avant quel jour.',
  PIECE_INTROUVABLE: 'Cette pièce n’est plus attendue. Rechargez la page.',
  AVANT_PASSE: 'Choisissez un jour à venir : il faut le temps d’envoyer la pièce.',
  MOTIF: 'Dites pourquoi, et ce qui reste possible : la personne lira cette phrase.',
  PIECE_BLOQUANTE:
    'Une pièce indispensable n’est pas arrivée : la demande ne peut pas être acceptée sans elle. Si vous l’avez autrement, ou pouvez vous en passer, dites-le à côté de la pièce.',
  REGLE_REFUSE: 'Le règlement ne permet pas d’accepter cette demande : refusez-la, le motif est prêt.',
  SE_REPOND: 'Cette demande se répond par un message.',
  MEDICALE: 'Seul le médecin-conseil peut dire qu’une pièce n’est pas médicale.',
  PAS_TOUT_VU:
    'La personne a écrit, ou envoyé une pièce, depuis que cette page est ouverte. Rechargez la page pour la lire d’abord.',
  NE_SE_DEFAIT_PAS: 'Cette décision ne se défait pas ici.',
} as const

/** « D-000123 ». */
export const ecrireNumeroDemande = (numero: number): string => `D-${String(numero).padStart(6, '0')}`

/** What an empty list of the corbeille says. */
export const PHRASES_CORBEILLE = {
  'a-faire': { titre: 'Rien à faire', phrase: 'Aucune demande n’attend de réponse dans cette liste.' },
  retard: { titre: 'Rien en retard', phrase: 'Toutes les demandes de cette liste sont dans leur délai.' },
  piece: { titre: 'Aucune pièce attendue', phrase: 'Les demandes qui attendent une pièce paraîtront ici.' },
  messages: {
    titre: 'Rien à lire',
    phrase: 'Ce que les personnes ajoutent à une demande déjà prise paraîtra ici.',
  },
  closes: { titre: 'Rien de clos', phrase: 'Les demandes closes paraîtront ici, la dernière d’abord.' },
} as const

/** What a form becomes once it was sent: that it was, and where to follow it. */
export const demandeRecue = ({ id, numero }: { readonly id: string; readonly numero: number }) =>
  ({
    statut: 'FAIT',
    message: `Nous avons bien reçu votre demande, numéro ${ecrireNumeroDemande(numero)}. Vous pouvez suivre ce qu’elle devient dans votre espace.`,
    suite: { href: `/adherent/demandes/${id}`, libelle: 'Suivre ma demande' },
  }) as const
