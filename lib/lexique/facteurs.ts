import type { NatureFacteur } from '@/generated/prisma/enums'

/** Words of the second factor: on the screen, « une seconde protection ». */
export const PHRASES_FACTEUR = {
  ENTREE_EXPIREE:
    'La connexion a été interrompue trop longtemps. Recommencez avec votre identifiant et votre mot de passe.',
  CODE_ABSENT: 'Tapez le code à 6 chiffres de votre application, ou un code de votre liste imprimée.',
  CODE_FAUX:
    'Ce code n’est pas le bon, ou il a déjà servi. Attendez que l’application en affiche un nouveau, ou prenez un code de votre liste qui n’a pas encore servi.',
  CODE_ESSAI_FAUX:
    'Ce code n’est pas celui que l’application devrait afficher. Vérifiez que l’heure de l’appareil est réglée automatiquement, puis tapez le code suivant.',
  CLE_REFUSEE: 'Cette clé d’accès n’a pas été reconnue. Recommencez, ou utilisez un code.',
  INTROUVABLE: 'Cette protection est introuvable : elle a sans doute déjà été retirée.',
  DERNIER:
    'Votre rôle demande toujours une seconde protection : ajoutez-en une autre avant de retirer celle-ci.',
  A_INSTALLER:
    'Ce changement demande une seconde protection, et votre compte n’en a pas encore. Ajoutez-en une dans « Sécurité de mon compte », puis revenez ici.',
  A_RECONFIRMER:
    'Plus de cinq minutes ont passé : confirmez de nouveau que c’est vous. Rechargez cette page, la question y est posée.',
  AJOUTE:
    'C’est fait : votre compte a une protection de plus, et vos autres connexions sont fermées. Créez aussi une liste de codes à imprimer, pour le jour où l’appareil manque.',
  LISTE_AJOUTEE: 'C’est fait : cette liste sert désormais, et vos autres connexions sont fermées.',
  RETIRE: 'C’est fait : cette protection n’ouvre plus rien, et vos autres connexions sont fermées.',
  TROP: 'Votre compte a déjà dix protections : retirez-en une avant d’en ajouter.',
  LISTE_FAUSSE:
    'Ce code n’est pas dans la liste que vous venez de créer. Recopiez l’un de ceux qui sont affichés ou imprimés.',
} as const

export const NOMS_FACTEURS: Readonly<Record<NatureFacteur, string>> = {
  TOTP: 'Application à codes',
  CLE: 'Clé d’accès',
  CODES: 'Liste de codes à imprimer',
}

export const PHRASES_LEVEE = {
  INTROUVABLE: 'Ce compte est introuvable, ou n’a pas de seconde protection à retirer.',
  VERIFIER:
    'Cochez au moins deux vérifications que vous venez de faire : un e-mail, ou un code reçu par e-mail, n’en est pas une.',
  MOTIF: 'Dites en une phrase ce qui est arrivé.',
  DEJA: 'Un retrait est déjà demandé pour ce compte.',
  A_DEUX: 'Vous avez demandé ce retrait : une autre personne l’approuve, ou il se fait seul après 24 heures.',
  DEMANDE:
    'Retrait demandé. La personne en est avertie par e-mail. Il se fait après 24 heures, ou dès qu’une autre personne l’approuve.',
  APPROUVE: 'Retrait fait. La personne en est avertie ; elle entre avec son mot de passe.',
  ANNULE: 'Retrait annulé : les protections restent.',
} as const

export const LIBELLES_VERIFICATION: Readonly<Record<string, string>> = {
  RAPPEL: 'Je l’ai rappelée au numéro qui était déjà dans son dossier',
  PIECE_IDENTITE: 'J’ai vu sa pièce d’identité',
  CARTE: 'Elle m’a lu le numéro et le code de sa carte',
  DOSSIER: 'Elle a répondu à deux questions sur son dossier, que sa boîte e-mail ne contient pas',
  PRESENCE: 'Elle est devant moi',
}
