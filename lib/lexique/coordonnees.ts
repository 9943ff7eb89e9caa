import { formatDateEnLettres } from './formats'

/** Address, phones, accounts: what is said before a change, after it, and when it cannot be made. */

export interface LignesAdresse {
  readonly complement: string | null
  readonly voie: string
  readonly lieuDit: string | null
  readonly codePostal: string
  readonly ville: string
  readonly pays: string | null
}

/** As on an envelope, under the name. */
export const lignesAdresse = (a: LignesAdresse): string[] =>
  [a.complement, a.voie, a.lieuDit, `${a.codePostal} ${a.ville}`, a.pays].filter((l) => l !== null)

const INSECABLE = '\u00a0'

/** « +33612345678 » → « 06 12 34 56 78 » ; ailleurs, tel quel. */
export const formatTelephone = (numero: string): string =>
  numero.startsWith('+33') ? `0${numero.slice(3)}`.replace(/(\d{2})(?=\d)/g, `$1${INSECABLE}`) : numero

export const PHRASES_ADRESSE = {
  VOIE: 'Indiquez le numéro et la rue, par exemple 12 rue des Tilleuls.',
  VILLE: 'Indiquez la ville.',
  CODE_POSTAL: 'Indiquez le code postal : 5 chiffres en France, par exemple 35000.',
  JOUR: 'Indiquez le jour à partir duquel vous habitez à cette adresse.',
  JUSTIFICATIF:
    'Joignez un justificatif de domicile à votre nom et à cette adresse : facture d’eau ou d’électricité, quittance… de moins de trois mois.',
  UN_SEUL: 'Joignez un seul fichier : votre justificatif de domicile.',
  PAGE: 'Cette page est incomplète : rechargez-la et recommencez.',
} as const

export const phraseAdresseTropTot = (des: string): string =>
  `Une nouvelle adresse compte au plus tôt le lendemain : choisissez le ${formatDateEnLettres(des)} ou un jour suivant.`
export const phraseAdresseTropTard = (jusqu: string): string =>
  `Choisissez un jour avant le ${formatDateEnLettres(jusqu)}, ou revenez plus près de votre déménagement.`

export const phraseAdresseFaite = (a: LignesAdresse, du: string): string =>
  `Nouvelle adresse enregistrée : ${lignesAdresse(a).join(', ')}. Nos courriers iront là à partir du ${formatDateEnLettres(du)}.`

const AILLEURS = 'entre-temps, dans un autre onglet ou sur un autre appareil'
const DE_NOUVEAU =
  'Rien n’a été écrasé. Pour la remplacer par ce que vous venez d’écrire, appuyez de nouveau sur le bouton.'

export const phraseAdresseChangeeAilleurs = (a: LignesAdresse): string =>
  `L’adresse a été changée ${AILLEURS} : nous avons « ${lignesAdresse(a).join(', ')} ». ${DE_NOUVEAU}`

export const PHRASES_TELEPHONE = {
  FORME:
    'Ce n’est pas un numéro de téléphone complet : 10 chiffres, par exemple 06 12 34 56 78, ou +32 et la suite pour un numéro étranger.',
  MOBILE: 'Un mobile français commence par 06 ou 07 : mettez ce numéro dans « Téléphone fixe ».',
  AUCUN:
    'Laissez-nous au moins un numéro, mobile ou fixe : c’est par lui que nous vous joignons en cas d’urgence.',
  FAIT: 'Vos numéros sont enregistrés. Nous nous en servons dès maintenant.',
} as const

interface Numeros {
  readonly mobile: string | null
  readonly fixe: string | null
}

export const direNumeros = ({ mobile, fixe }: Numeros): string =>
  [mobile, fixe].flatMap((n) => (n === null ? [] : formatTelephone(n))).join(' et ')

export const phraseTelephonesChangesAilleurs = (n: Numeros): string =>
  `Vos numéros ont été changés ${AILLEURS} : nous avons ${direNumeros(n) || 'aucun numéro'}. Rien n’a été écrasé. Pour mettre ceux que vous venez d’écrire, appuyez de nouveau sur le bouton.`

export const PHRASES_COURRIEL = {
  MEME: 'C’est déjà votre adresse e-mail : il n’y a rien à changer.',
  ABANDONNE: 'Changement abandonné : votre adresse e-mail reste la même, et le lien envoyé ne sert plus.',
  RIEN_EN_ATTENTE: 'Aucun changement d’adresse e-mail n’est en attente : il a été confirmé ou abandonné.',
  RENVOYE:
    'Un nouveau lien vient de partir ; le précédent ne sert plus. Il est valable aussi longtemps que lui : 24 heures après votre demande.',
  TROP_TARD: 'Plus de 24 heures ont passé depuis votre demande : refaites-la avec le formulaire ci-dessous.',
  LIEN_MORT:
    'Ce lien a déjà servi, ou il est trop ancien. Votre adresse e-mail n’a pas été changée. Refaites la demande dans « Mes coordonnées ».',
} as const

export const phraseCourrielDemande = (nouveau: string): string =>
  `Un lien vient de partir à ${nouveau}. Suivez-le dans les 24 heures : d’ici là, votre adresse actuelle reste la bonne. Elle reçoit aussi un message qui l’avertit.`

export const PHRASES_RIB = {
  TITULAIRE: 'Indiquez le nom du titulaire, tel qu’il est écrit sur le RIB.',
  JUSTIFICATIF: 'Joignez le RIB donné par votre banque : PDF ou photo, 10 Mo au plus.',
  UN_SEUL: 'Joignez un seul fichier : le RIB donné par votre banque.',
  BIC: 'Le BIC a 8 ou 11 caractères, par exemple PSSTFRPPXXX. Vous pouvez aussi laisser ce champ vide.',
  BIC_AUTRE_PAYS:
    'Ce BIC est celui d’une banque d’un autre pays que l’IBAN : recopiez les deux du même RIB, ou laissez le BIC vide.',
  INTROUVABLE: 'Ce contrat n’est pas dans votre espace : rien n’a été changé.',
  REFUS_EN_COURS:
    'Vous avez demandé que vos remboursements restent sur le compte du contrat : rien n’a été changé. Pour les recevoir vous-même, dites-le d’abord dans « Ma couverture ».',
  DEJA_SERVI:
    'Ce compte sert déjà : il ne s’abandonne plus. Pour en changer, donnez-en un autre ; rien n’a été changé.',
  PLUS_LE_DERNIER:
    'Le compte a été changé entre-temps, dans un autre onglet ou sur un autre appareil. Rien n’a été abandonné : regardez lequel est prévu, puis recommencez s’il le faut.',
  ANCIEN_REFUSE:
    'La banque a refusé le compte d’avant depuis ce changement : il ne peut plus servir. Rien n’a été changé ; donnez un autre compte si celui-ci ne convient pas.',
} as const

const quatre = (fin: string): string => `«${INSECABLE}…${fin}${INSECABLE}»`

export const phraseRibFait = (fin: string, effet: string): string =>
  `Nouveau compte enregistré, qui finit par ${quatre(fin)}. Vos remboursements y seront versés à partir du ${formatDateEnLettres(effet)} ; jusque-là, rien ne change. Un message vient de partir à votre adresse e-mail.`
export const phraseRibInchange = (fin: string, depuis: string): string =>
  `Ce compte, qui finit par ${quatre(fin)}, est déjà celui de vos remboursements depuis le ${formatDateEnLettres(depuis)} : il n’y a rien à changer.`
/** @param fin null: there is none any more. */
export const phraseRibChangeAilleurs = (fin: string | null): string =>
  `Le compte de vos remboursements a été changé ${AILLEURS} : ${
    fin === null ? 'il n’y en a plus' : `c’est maintenant celui qui finit par ${quatre(fin)}`
  }. Rien n’a été écrasé. Pour mettre celui que vous venez d’écrire, rejoignez le RIB et appuyez de nouveau sur le bouton.`
/** @param reste last characters of the account that goes on; null: none. @param parti a transfer has already left for the one given up. */
export const phraseRibAnnule = (fin: string, reste: string | null, parti: boolean): string =>
  `${
    reste === null
      ? `Changement abandonné : le compte qui finit par ${quatre(fin)} ne servira pas.`
      : `Changement abandonné : vos remboursements restent sur le compte qui finit par ${quatre(reste)}.`
  } ${parti ? 'Un virement était déjà parti vers le compte abandonné : appelez-nous. ' : ''}Un message vient de partir à votre adresse e-mail.`

interface SansCompte {
  /** Their own account, beside a contract that is not theirs. */
  readonly propre: { readonly refuse: boolean } | null
}

/** What it means that there is none. */
export const phraseSansCompte = ({ propre }: SansCompte): string => {
  if (propre === null)
    return 'Nous n’avons pas de compte : vos remboursements attendent que vous en donniez un.'
  return propre.refuse
    ? 'À votre demande, vos remboursements vont sur le compte du contrat.'
    : 'Vous n’avez pas donné de compte à votre nom : vos remboursements vont sur le compte du contrat.'
}
