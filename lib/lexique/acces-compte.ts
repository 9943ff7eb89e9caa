/** Words of staff who cut off the access of an account, or open it again. */
export const PHRASES_ACCES_COMPTE = {
  INTROUVABLE: 'Ce compte est introuvable, ou n’est pas de ceux dont vous tenez l’accès.',
  SOI: 'On ne coupe pas son propre accès : un autre administrateur le fait.',
  CHOISIR: 'Choisissez ce qui est à faire.',
  MOTIF: 'Dites en une phrase pourquoi : la personne la lira.',
  DEJA_SUSPENDU: 'L’accès à ce compte est déjà suspendu.',
  PAS_SUSPENDU:
    'L’accès à ce compte n’a pas été suspendu par la mutuelle, ou il vient d’être rouvert : rien n’a été changé.',
  FERMER: 'C’est fait : toutes ses connexions sont fermées. Un e-mail l’en avertit.',
  SUSPENDRE: 'C’est fait : plus rien n’ouvre ce compte, pas même son mot de passe. Un e-mail l’en avertit.',
  ROUVRIR: 'C’est fait : ce compte s’ouvre de nouveau avec son mot de passe. Un e-mail l’en avertit.',
} as const

/** What may be done to an open account, and what it changes. */
export const COUPURES_DITES = [
  ['FERMER', 'Fermer toutes ses connexions : la personne se reconnecte avec son mot de passe'],
  [
    'SUSPENDRE',
    'Suspendre son accès : plus personne n’entre, même avec le mot de passe, jusqu’à la réouverture',
  ],
] as const

export const phraseConnexions = (nombre: number): string => {
  if (nombre === 0) return 'Aucune connexion n’est ouverte en ce moment.'
  return nombre === 1
    ? 'Une connexion est ouverte en ce moment.'
    : `${nombre} connexions sont ouvertes en ce moment.`
}
