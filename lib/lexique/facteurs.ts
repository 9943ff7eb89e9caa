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
  TROP: 'Votre compte a déjà dix protections : retirez-en une avant d’en ajouter.',
  LISTE_FAUSSE:
    'Ce code n’est pas dans la liste que vous venez de créer. Recopiez l’un de ceux qui sont affichés ou imprimés.',
} as const

export const NOMS_FACTEURS: Readonly<Record<NatureFacteur, string>> = {
  TOTP: 'Application à codes',
  CLE: 'Clé d’accès',
  CODES: 'Liste de codes à imprimer',
}
