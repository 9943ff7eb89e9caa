/** Pourquoi une ligne est mise de côté ou un fichier refusé, dit à la gestion. */
const QUARANTAINES: Readonly<Record<string, string>> = {
  SCHEMA_INVALIDE: 'La ligne ne suit pas le format attendu.',
  LIGNE_TROP_GRANDE: 'La ligne est trop longue ou trop imbriquée pour être lue.',
  CLE_DOUBLE: 'Un champ est écrit deux fois dans la ligne.',
  CARACTERE_INTERDIT: 'Un champ contient un caractère invisible interdit.',
  IDENTIFIANT_INVALIDE: 'L’identifiant du décompte ou de la ligne est vide ou trop long.',
  DATE_INEXISTANTE: 'Une date n’existe pas au calendrier.',
  DATES_INCOHERENTES: 'La fin des soins précède leur début.',
  DATE_FUTURE: 'Les soins sont postérieurs à la création du fichier.',
  NIR_ABSENT: 'Aucun numéro de sécurité sociale ne désigne la personne.',
  NIR_INVALIDE: 'Un numéro de sécurité sociale n’a pas la bonne forme.',
  NIR_CLE_FAUSSE: 'La clé d’un numéro de sécurité sociale est fausse.',
  MONTANT_INVRAISEMBLABLE: 'Un montant dépasse dix millions d’euros.',
  SIGNE_INCOHERENT: 'Un montant n’a pas le signe que demande l’opération.',
  MONTANTS_INCOHERENTS: 'Les montants de la ligne se contredisent.',
  ORIGINE_ABSENTE: 'La ligne reprend un décompte sans dire lequel.',
  CONFLIT: 'Une ligne de même identifiant est déjà connue avec un autre contenu.',
  PERSONNE_INCONNUE: 'Aucune personne connue n’a ce numéro de sécurité sociale, cette naissance et ce rang.',
  PERSONNE_AMBIGUE: 'Plusieurs personnes connues correspondent : le rang de naissance manque.',
  ORIGINE_INCONNUE: 'Le décompte repris n’est pas connu.',
  ORIGINE_AUTRE_PERSONNE: 'Le décompte repris concerne une autre personne.',
  ORIGINE_DEJA_ANNULEE: 'Le décompte repris est déjà annulé, ou est lui-même une annulation.',
  REVERSION_PARTIELLE: 'La reprise ne reprend pas le montant entier de sa ligne d’origine.',
}

const REFUS: Readonly<Record<string, string>> = {
  FORMAT_INCONNU:
    'Ce fichier n’est pas un flux de décomptes : il doit commencer par « { » (JSON flux-decomptes/1).',
  ENCODAGE: 'Ce fichier n’est pas en UTF-8 : demandez à l’émetteur de le renvoyer en UTF-8.',
  JSON_INVALIDE: 'Ce fichier est coupé ou n’est pas du JSON valide : demandez à l’émetteur de le renvoyer.',
  TROP_GRAND: 'Ce fichier dépasse 2 Go : demandez à l’émetteur de le couper.',
  TROP_PROFOND: 'Ce fichier est trop imbriqué pour un flux de décomptes.',
  ENTETE_TROP_GRANDE: 'L’enveloppe de ce fichier est trop grande pour un flux de décomptes.',
  CLE_DOUBLE: 'Un champ de l’enveloppe est écrit deux fois.',
  ENTETE_INVALIDE: 'L’enveloppe de ce fichier ne suit pas le format attendu.',
  AUTRE_ORGANISME: 'Ce fichier est destiné à un autre organisme (numéro AMC différent).',
  TOTAUX_FAUX: 'Les totaux de contrôle ne sont pas ceux des lignes : le fichier est incomplet ou altéré.',
  CONTENU_DIFFERENT: 'Un fichier de même identifiant est déjà importé avec un autre contenu.',
}

interface Precision {
  readonly chemin?: string | undefined
  readonly regle?: string | undefined
  readonly attendu?: string | number | undefined
  readonly lu?: string | number | undefined
}

const preciser = (phrase: string, { chemin, regle, attendu, lu }: Precision): string => {
  const details = [
    chemin ? `champ ${chemin}` : '',
    regle ? `règle : ${regle}` : '',
    attendu !== undefined && lu !== undefined ? `annoncé ${attendu}, lu ${lu}` : '',
  ].filter((detail) => detail !== '')
  return details.length === 0 ? phrase : `${phrase} (${details.join(' ; ')})`
}

export const expliquerQuarantaine = (motif: string, precision: Precision = {}): string =>
  preciser(QUARANTAINES[motif] ?? motif, precision)

export const expliquerRefusFlux = (code: string, precision: Precision = {}): string =>
  preciser(REFUS[code] ?? code, precision)

interface CompteLignes {
  readonly lignes: number
  readonly nouvelles: number
  readonly doublons: number
  readonly quarantaine: number
}

const accorder = (nombre: number, un: string, plusieurs: string): string =>
  `${nombre} ${nombre > 1 ? plusieurs : un}`

/** « 36 lignes : 35 nouvelles, 1 mise de côté ». Ce qui vaut zéro ne se dit pas. */
export function phraseLignes({ lignes, nouvelles, doublons, quarantaine }: CompteLignes): string {
  const parts = [
    ...(nouvelles > 0 ? [accorder(nouvelles, 'nouvelle', 'nouvelles')] : []),
    ...(doublons > 0 ? [accorder(doublons, 'déjà connue', 'déjà connues')] : []),
    ...(quarantaine > 0 ? [accorder(quarantaine, 'mise de côté', 'mises de côté')] : []),
  ]
  const total = accorder(lignes, 'ligne', 'lignes')
  return parts.length === 0 ? total : `${total} : ${parts.join(', ')}`
}
