import type { NatureParole, SujetDroit, SujetReclamation } from '@/lib/services/demande-parole/schema'

/** What people say in words: a message, a réclamation, a right on their data, a sum they contest. */

export const SUJETS_RECLAMATION: Readonly<Record<SujetReclamation, string>> = {
  REMBOURSEMENT: 'Un remboursement',
  COTISATION: 'Une cotisation, un prélèvement',
  DECISION: 'Une décision, une réponse que nous avons donnée',
  DELAI: 'Un délai : nous tardons à répondre ou à payer',
  INDU: 'Une somme que nous vous demandons de rendre',
  ACCUEIL: 'L’accueil, un conseiller, le site',
  AUTRE: 'Autre chose',
}

interface Droit {
  readonly libelle: string
  readonly phrase: string
}

export const DROITS: Readonly<Record<SujetDroit, Droit>> = {
  ACCES: { libelle: 'Recevoir une copie de mes données', phrase: 'Tout ce que nous savons de vous.' },
  RECTIFICATION: { libelle: 'Faire corriger', phrase: 'Ce qui est faux ou incomplet.' },
  EFFACEMENT: { libelle: 'Faire effacer', phrase: 'Ce que la loi ne nous oblige plus à garder.' },
  LIMITATION: { libelle: 'Faire suspendre un usage', phrase: 'Le temps d’une vérification.' },
  OPPOSITION: { libelle: 'Refuser un usage', phrase: 'Quand il repose sur notre intérêt légitime.' },
  PORTABILITE: {
    libelle: 'Emporter mes données',
    phrase: 'Dans un format que d’autres peuvent lire.',
  },
  APRES_MON_DECES: {
    libelle: 'Dire ce qu’elles deviendront après mon décès',
    phrase: 'Les garder, les effacer, les transmettre à quelqu’un.',
  },
}

export const PHRASES_PAROLE = {
  SUJET: 'Choisissez de quoi il s’agit.',
  TEXTE: 'Écrivez votre message.',
  REFERENCE: 'Ce dont vous parlez est introuvable : revenez à la page d’où vous venez.',
  INDU_REQUIS: 'Dites quelle somme vous contestez : partez de la page d’accueil, où elle est expliquée.',
  INDU_SOLDE: 'Cette somme est déjà entièrement rendue. Vous pouvez faire une réclamation.',
} as const

interface Fini {
  readonly titre: string
  readonly phrase: string
  readonly autre: { readonly href: string; readonly libelle: string }
}

/** Said once it is sent, and again whoever comes back to its form. */
export const PAROLE_PARTIE: Readonly<Record<NatureParole, Fini>> = {
  MESSAGE: {
    titre: 'Votre message est parti',
    phrase: 'Nous l’avons reçu. Vous lirez la réponse ici, et un e-mail vous préviendra.',
    autre: { href: '/adherent/messagerie/ecrire', libelle: 'Écrire un autre message' },
  },
  RECLAMATION: {
    titre: 'Votre réclamation est partie',
    phrase: 'Nous l’avons reçue. Vous pouvez suivre ici qui l’a, et jusqu’à quand.',
    autre: { href: '/adherent/demandes/reclamation', libelle: 'Faire une autre réclamation' },
  },
  DROITS_RGPD: {
    titre: 'Votre demande est partie',
    phrase: 'Nous l’avons reçue, et nous vous répondrons ici.',
    autre: { href: '/adherent/demandes/mes-donnees', libelle: 'Faire une autre demande sur mes données' },
  },
  CONTESTATION_INDU: {
    titre: 'Votre contestation est partie',
    phrase: 'Rien n’est retenu sur vos remboursements tant que nous n’avons pas répondu.',
    autre: { href: '/adherent/demandes', libelle: 'Voir toutes mes demandes' },
  },
}

export const CHOIX_RECLAMATION = Object.entries(SUJETS_RECLAMATION).map(([valeur, libelle]) => ({
  valeur,
  libelle,
}))
export const CHOIX_DROITS = Object.entries(DROITS).map(([valeur, { libelle, phrase }]) => ({
  valeur,
  libelle: `${libelle}. ${phrase}`,
}))
