/** Sentences of the doors. The same one for every failed login by e-mail, whatever the cause: it tells nothing of the accounts. */
export const PHRASES_CONNEXION = {
  echecParEmail:
    "Cet e-mail et ce mot de passe n'ouvrent pas d'espace. Vérifiez-les ; si un proche adhérent utilise la même adresse e-mail que vous, connectez-vous avec le code d'accès reçu par courrier à votre nom.",
  echecParCode:
    "Ce code d'accès et ce mot de passe n'ouvrent pas d'espace. Vérifiez-les : le code est dans la lettre « Votre code d'accès » reçue à votre nom.",
  EN_ATTENTE:
    "Votre adresse e-mail n'est pas encore confirmée. Cliquez sur le lien reçu par e-mail, ou demandez-en un nouveau avec « J'ai perdu mes accès ».",
  SUSPENDU: 'Votre espace est suspendu. Appelez-nous ou écrivez-nous pour en connaître la raison.',
  connexionIntrouvable: 'Cette connexion est introuvable : elle est sans doute déjà terminée.',
} as const

/** Version of the conditions générales d'utilisation that an account accepted. Change it with their text. */
export const VERSION_CONDITIONS = '2026-11'

export const PHRASES_COMPTE = {
  carteInconnue:
    "Ce n° adhérent et ce code d'accès ne vont pas ensemble. Recopiez le numéro depuis votre carte, et le code depuis la carte (en haut à droite) ou la lettre « Votre code d'accès ». Si vous ne l'avez pas, appelez-nous : nous vous en enverrons un nouveau.",
  MOINS_DE_16_ANS:
    "Un ayant droit peut ouvrir son propre espace à partir de 16 ans. D'ici là, ses remboursements figurent dans l'espace de l'adhérent.",
  COMPTE_EXISTANT:
    "Un espace existe déjà pour cette carte. Connectez-vous, ou utilisez « J'ai perdu mes accès » pour choisir un nouveau mot de passe.",
  lienMort:
    'Ce lien a déjà servi, ou il est trop ancien. Rien n’a été changé : demandez-en un nouveau ci-dessous.',
  lienAdministrateurMort:
    'Ce lien a déjà servi, ou il est trop ancien. Sur le serveur, « npm run admin -- --lien » en imprime un nouveau tant qu’il n’y a pas d’administrateur.',
  emailPersonnelPris: 'Un compte de gestion utilise déjà cette adresse e-mail : indiquez-en une autre.',
} as const

export const INFOS_CONNEXIONS: ReadonlyMap<string, string> = new Map([
  ['fermee', 'La connexion est fermée : cet appareil devra redonner le mot de passe.'],
  ['fermees', 'Les autres connexions sont fermées : il ne reste que celle-ci.'],
])

/** What is said of a session that ends, before and after. */
export const PHRASES_FIN = {
  connexion:
    'Votre session est finie : rien n’a été fait pendant un moment, ou elle a été fermée depuis un autre appareil. Reconnectez-vous.',
  prolongee: 'Vous restez connecté.',
} as const

/** What was just done to an account, said on its first page. */
export const INFOS_COMPTE: ReadonlyMap<string, string> = new Map([
  [
    'mot-de-passe',
    'Votre mot de passe est changé. Vos autres connexions sont fermées ; un e-mail vous le confirme.',
  ],
])

/** The password asked again before money moves. */
export const PHRASES_RECONFIRMATION = {
  ABSENT: 'Retapez votre mot de passe pour confirmer que c’est bien vous.',
  FAUX: 'Ce n’est pas votre mot de passe : rien n’a été fait. Retapez-le.',
} as const

export const PHRASES_MOT_DE_PASSE = {
  LE_MEME: 'C’est le mot de passe que vous avez déjà : choisissez-en un autre.',
  FERME: 'Votre espace n’est plus ouvert : rien n’a été changé. Appelez-nous.',
} as const

/** A new code for somebody, said to the staff who send it. */
export const PHRASES_CODE_ACCES = {
  INTROUVABLE: 'Cette personne est introuvable, ou vous ne pouvez pas lui envoyer de code.',
  SANS_CONTRAT: 'Aucun contrat ne couvre plus cette personne : un code ne lui ouvrirait rien.',
  MOINS_DE_16_ANS:
    'Cette personne a moins de 16 ans : elle ne peut pas encore ouvrir d’espace. La lettre avec son code part d’elle-même à ses 16 ans.',
  ENVOYE:
    'Nouveau code créé : l’ancien ne sert plus. La lettre à son nom est prête à poster. Vous n’avez pas à connaître ce code, ni à le donner par téléphone.',
} as const
