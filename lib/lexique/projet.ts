import type { MotifRadiation } from '../rules/radiation/radier-ayant-droit'
import type { MotifResiliation } from '../rules/resiliation/regle-resiliation'

/** What a member may think of doing with a contract, in plain words. The keys are what an address says. */
export type Faire = 'option' | 'ajouter' | 'retirer' | 'partir'

interface Choix {
  readonly titre: string
  readonly phrase: string
}

export const FAIRE: Readonly<Record<Faire, Choix>> = {
  option: {
    titre: 'Changer de formule',
    phrase: 'Pour être mieux remboursé, ou pour payer moins.',
  },
  ajouter: {
    titre: 'Ajouter une personne',
    phrase: 'Un enfant qui arrive, un conjoint, quelqu’un qui perd sa mutuelle.',
  },
  retirer: {
    titre: 'Retirer une personne',
    phrase: 'Un enfant qui part, une séparation, une autre mutuelle, un décès.',
  },
  partir: {
    titre: 'Quitter la mutuelle',
    phrase: 'En fin d’année, en cours d’année, ou parce que votre situation change.',
  },
}

export type Arrivee =
  | 'naissance'
  | 'adoption'
  | 'mariage'
  | 'pacs'
  | 'concubinage'
  | 'perte-de-couverture'
  | 'enfant'

export const ARRIVEES: Readonly<Record<Arrivee, Choix>> = {
  naissance: { titre: 'Une naissance', phrase: 'Votre enfant vient de naître, ou va naître.' },
  adoption: { titre: 'Une adoption', phrase: 'Un enfant que vous adoptez.' },
  mariage: { titre: 'Un mariage', phrase: 'La personne avec qui vous êtes marié.' },
  pacs: { titre: 'Un Pacs', phrase: 'La personne avec qui vous avez conclu un Pacs.' },
  concubinage: {
    titre: 'Une vie commune',
    phrase: 'La personne avec qui vous vivez, sans mariage ni Pacs.',
  },
  'perte-de-couverture': {
    titre: 'La fin d’une mutuelle d’entreprise',
    phrase: 'Quelqu’un de votre famille n’est plus couvert par le contrat de son employeur.',
  },
  enfant: {
    titre: 'Un autre enfant',
    phrase: 'Un enfant de votre famille que ce contrat ne couvre pas encore.',
  },
}

export const DEPARTS_PERSONNE: Readonly<Record<MotifRadiation, Choix>> = {
  DEMANDE: { titre: 'C’est mon choix', phrase: 'Sans raison à donner.' },
  DIVORCE: {
    titre: 'Un divorce ou une séparation',
    phrase: 'Divorce, rupture de Pacs, fin de vie commune.',
  },
  CONTRAT_COLLECTIF_OBLIGATOIRE: {
    titre: 'La mutuelle obligatoire de son employeur',
    phrase: 'Cette personne doit entrer dans le contrat de son entreprise.',
  },
  PERTE_QUALITE: {
    titre: 'Un enfant qui n’est plus à charge',
    phrase: 'Il travaille, se marie, ou atteint l’âge limite.',
  },
  CSS: {
    titre: 'La complémentaire santé solidaire',
    phrase: 'Cette personne y a droit désormais.',
  },
  DEPART_ETRANGER: { titre: 'Un départ à l’étranger', phrase: 'Cette personne quitte la France.' },
  DECES: { titre: 'Un décès', phrase: 'La personne couverte est décédée.' },
}

export const DEPARTS: Readonly<Record<MotifResiliation, Choix>> = {
  ECHEANCE: {
    titre: 'À la fin de l’année',
    phrase: 'Sans raison à donner, pour le 31 décembre.',
  },
  INFRA_ANNUELLE: {
    titre: 'En cours d’année',
    phrase: 'Sans raison à donner, quand le contrat a assez duré.',
  },
  CHATEL: {
    titre: 'Un avis d’échéance arrivé trop tard, ou jamais',
    phrase: 'La mutuelle doit vous prévenir à temps que le contrat se renouvelle.',
  },
  CHANGEMENT_SITUATION: {
    titre: 'Un changement dans ma vie',
    phrase: 'Déménagement, mariage ou séparation, nouveau métier, retraite.',
  },
  CONTRAT_COLLECTIF_OBLIGATOIRE: {
    titre: 'La mutuelle obligatoire de mon employeur',
    phrase: 'Vous devez entrer dans le contrat de votre entreprise.',
  },
  PERTE_REGIME_OBLIGATOIRE: {
    titre: 'Un changement de régime d’Assurance maladie',
    phrase: 'Vous ne dépendez plus du régime pour lequel ce contrat est fait.',
  },
  CSS: {
    titre: 'La complémentaire santé solidaire',
    phrase: 'Vous y avez droit désormais.',
  },
  FIN_CONTRAT_TRAVAIL: {
    titre: 'La fin de mon contrat de travail',
    phrase: 'Vous quittez l’entreprise qui a souscrit ce contrat.',
  },
  DEPART_ETRANGER: { titre: 'Un départ à l’étranger', phrase: 'Vous quittez la France.' },
  DECES: {
    titre: 'Le décès de l’adhérent',
    phrase: 'Pour ses proches : quand le contrat s’arrête.',
  },
}

/** What happened, as the label of its date. */
const EVENEMENTS = {
  naissance: 'Jour de la naissance',
  adoption: 'Jour de l’arrivée de l’enfant chez vous',
  'perte-de-couverture': 'Dernier jour de l’ancienne mutuelle',
  DIVORCE: 'Jour de la séparation',
  PERTE_QUALITE: 'Jour où il n’est plus à charge',
  CHANGEMENT_SITUATION: 'Jour du changement',
  CONTRAT_COLLECTIF_OBLIGATOIRE: 'Premier jour du contrat de l’entreprise',
  PERTE_REGIME_OBLIGATOIRE: 'Jour du changement de régime',
  CSS: 'Date de la décision qui accorde la complémentaire santé solidaire',
  FIN_CONTRAT_TRAVAIL: 'Dernier jour du contrat de travail',
  DEPART_ETRANGER: 'Jour du départ',
  DECES: 'Jour du décès',
} as const

export const libelleEvenement = (motif: string): string =>
  new Map<string, string>(Object.entries(EVENEMENTS)).get(motif) ?? 'Jour de l’événement'

export const SITUATIONS = {
  ETUDES: 'étudiant ou lycéen',
  ALTERNANCE: 'en apprentissage ou en alternance',
  RECHERCHE_PREMIER_EMPLOI: 'cherche un premier emploi',
  SERVICE_CIVIQUE: 'en service civique',
  EMPLOI: 'travaille',
  AUCUNE: 'aucune de ces situations',
} as const
export type Situation = keyof typeof SITUATIONS
