/** Sentences of the doors. The same one for every failed login by e-mail, whatever the cause: it tells nothing of the accounts. */
export const PHRASES_CONNEXION = {
  echecParEmail:
    "Cet e-mail et ce mot de passe n'ouvrent pas d'espace. Vérifiez-les ; si un proche adhérent utilise la même adresse e-mail que vous, connectez-vous avec le code d'accès imprimé sur votre carte.",
  echecParCode:
    "Ce code d'accès et ce mot de passe n'ouvrent pas d'espace. Vérifiez-les : le code est imprimé en haut à droite de votre carte.",
  EN_ATTENTE:
    "Votre adresse e-mail n'est pas encore confirmée. Cliquez sur le lien reçu par e-mail, ou demandez-en un nouveau avec « J'ai perdu mes accès ».",
  SUSPENDU: 'Votre espace est suspendu. Appelez-nous ou écrivez-nous pour en connaître la raison.',
  connexionIntrouvable: 'Cette connexion est introuvable : elle est sans doute déjà terminée.',
} as const
