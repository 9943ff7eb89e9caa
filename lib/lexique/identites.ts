/** Words of sign-in by somebody else: on the screen, the provider's own name. */
export type RefusLien = 'DEJA' | 'DEJA_AILLEURS' | 'DEJA_UNE' | 'PAS_CE_COMPTE' | 'AUTRE_PERSONNE'

export const PHRASES_LIEN: Readonly<Record<RefusLien, (libelle: string) => string>> = {
  DEJA: (libelle) => `Cette identité ${libelle} ouvre déjà votre espace : il n’y a rien à relier.`,
  DEJA_AILLEURS: (libelle) =>
    `Cette identité ${libelle} ouvre déjà un autre espace : rien n’a été changé. Si cet espace est aussi le vôtre, retirez-la d’abord de là-bas ; sinon, appelez-nous.`,
  DEJA_UNE: (libelle) =>
    `Une autre identité ${libelle} ouvre déjà votre espace : rien n’a été changé. Retirez-la d’abord, puis recommencez.`,
  PAS_CE_COMPTE: (libelle) => `${libelle} ne peut pas ouvrir ce compte : rien n’a été changé.`,
  AUTRE_PERSONNE: (libelle) =>
    `La personne que ${libelle} nous a nommée n’est pas celle de cette carte : rien n’a été changé. Prenez votre propre carte, ou utilisez votre mot de passe.`,
}

export const PHRASES_IDENTITE = {
  TROP_TARD:
    'Plus de trente minutes ont passé, ou cette page a déjà servi : rien n’a été changé. Revenez à la page de connexion et recommencez.',
  SANS_ETAT_CIVIL: (libelle: string) =>
    `${libelle} ne nous a pas transmis votre état civil : votre carte ne suffit pas. Utilisez votre mot de passe.`,
  SECOND_FACTEUR:
    'Votre espace a une seconde protection : votre carte ne suffit pas. Utilisez votre mot de passe, puis cette protection.',
  INTROUVABLE: 'Cette identité est introuvable : elle a sans doute déjà été retirée.',
} as const

/** What /connexion and « mes identités » say of a trip that failed; the code is in the address. */
const ECHECS: Readonly<Record<string, (libelle: string) => string>> = {
  refus: (libelle) =>
    `La connexion avec ${libelle} n’a pas abouti : elle a été interrompue, ou ${libelle} l’a refusée. Rien n’a été changé. Recommencez, ou utilisez votre mot de passe.`,
  indisponible: (libelle) =>
    `${libelle} ne répond pas pour le moment. Rien n’a été changé. Réessayez dans quelques minutes, ou utilisez votre mot de passe.`,
  reponse: (libelle) =>
    `La réponse de ${libelle} n’a pas pu être vérifiée : par sécurité, elle a été écartée et rien n’a été changé. Recommencez depuis cette page, dans un seul onglet et en moins de dix minutes.`,
  niveau: (libelle) =>
    `Vous vous êtes identifié auprès de ${libelle} par un moyen trop faible pour des données de santé : rien n’a été changé. Recommencez et choisissez-y un moyen plus sûr, ou utilisez votre mot de passe.`,
  'compte-ferme': (libelle) =>
    `Le compte que ${libelle} ouvre n’est pas utilisable pour le moment. Appelez-nous ou écrivez-nous pour en connaître la raison.`,
  attente: () =>
    'Trop d’essais depuis votre connexion à Internet. Réessayez dans une heure, ou utilisez votre mot de passe.',
  'deja-ailleurs': PHRASES_LIEN.DEJA_AILLEURS,
  'deja-une': PHRASES_LIEN.DEJA_UNE,
  deja: PHRASES_LIEN.DEJA,
  'pas-ce-compte': PHRASES_LIEN.PAS_CE_COMPTE,
}

/** A nature of failure, a refusal, as the address says it. */
export const codeEchec = (nature: string): string => nature.toLowerCase().replaceAll('_', '-')

export const direEchecExterne = (code: string, libelle: string): string | undefined =>
  Object.hasOwn(ECHECS, code) ? ECHECS[code]?.(libelle) : undefined

export const INFOS_IDENTITES: ReadonlyMap<string, string> = new Map([
  ['reliee', 'C’est fait : cette identité ouvre maintenant votre espace. Un e-mail vous le confirme.'],
  ['retiree', 'C’est fait : cette identité n’ouvre plus votre espace. Un e-mail vous le confirme.'],
])
