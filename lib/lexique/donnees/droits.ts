import { formatDateEnLettres } from '../formats'

/** What staff and the person read when a right on data is decided. */
export const PHRASES_DROITS = {
  NAISSANCE: 'Écrivez la date de naissance juste, ou laissez vide.',
  RIEN_A_CORRIGER:
    'Écrivez ce qui est juste : le nom, le prénom ou la date de naissance. Ce qui reste vide ne change pas.',
  EN_MOTS: 'Cette demande se répond par un message.',
  SANS_PERSONNE: 'Cette demande ne désigne personne.',
  EN_SUSPENS:
    'Quelque chose n’est pas réglé avec cette personne (remboursement à payer, prélèvement en cours, somme à rendre, impayé ou autre demande) : réglez-le d’abord.',
  CHANGEE: 'L’identité a changé depuis : corrigez-la par une autre demande.',
  CARTE: 'refaite au nom juste, avec le certificat d’adhésion, dans « Mes documents »',
  COTISATION: 'recalculée cette nuit si l’âge y compte',
} as const

export const phraseEnCours = (fin: string | null): string =>
  `Un contrat couvre encore cette personne${fin === null ? '' : ` jusqu’au ${formatDateEnLettres(fin)}`} : ses données servent à l’exécuter et la loi oblige à les garder (RGPD, article 17, paragraphe 3, b). Refusez en le disant, avec ce qui reste possible : corriger, s’opposer à un usage, recevoir une copie, et faire effacer après la fin du contrat.`
