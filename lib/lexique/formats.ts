import { type DateCivile, jourDeSemaine } from '../rules/date/date-civile'

const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const

/** Espace insécable : un montant ne se coupe pas en fin de ligne. */
const INSECABLE = '\u00a0'

/** 123456 centimes → « 1 234,56 € ». */
export function formatMontant(centimes: number): string {
  const chiffres = String(Math.abs(centimes)).padStart(3, '0')
  const euros = chiffres.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, INSECABLE)
  return `${centimes < 0 ? '−' : ''}${euros},${chiffres.slice(-2)}${INSECABLE}€`
}

/** « 2026-03-01 » → « 1er mars 2026 ». */
export function formatDateEnLettres(date: string): string {
  const [an = '', mois = '', jour = ''] = date.split('-')
  return `${jour === '01' ? '1er' : Number(jour)} ${MOIS[Number(mois) - 1] ?? mois} ${an}`
}

const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

/** « 2026-03-01 » → « dimanche 1er mars 2026 » : les jours qui comptent se disent en entier. */
export const formatDateEntiere = (date: DateCivile): string =>
  `${JOURS[jourDeSemaine(date) - 1] ?? ''} ${formatDateEnLettres(date)}`

/** « 2026-03-01 » → « 01/03/2026 ». */
export function formatDateEnChiffres(date: string): string {
  const [an = '', mois = '', jour = ''] = date.split('-')
  return `${jour}/${mois}/${an}`
}

/** 1 572 864 → « 1,5 Mo », 2 300 → « 3 ko » : arrondi au-dessus, un fichier n'a jamais l'air vide. */
export const octetsEnMots = (octets: number): string =>
  octets >= 1024 * 1024
    ? `${formatNombre(Math.ceil((octets * 10) / (1024 * 1024)) / 10)}${INSECABLE}Mo`
    : `${Math.ceil(octets / 1024)}${INSECABLE}ko`

/** 12.5 → « 12,5 % ». */
export const formatPourcentage = (valeur: number): string => `${formatNombre(valeur)}${INSECABLE}%`

export const formatNombre = (valeur: number): string => String(valeur).replace('.', ',')

/** « 2026-03-01 » → « mars 2026 ». */
export const formatMois = (date: string): string => {
  const [an = '', mois = ''] = date.split('-')
  return `${MOIS[Number(mois) - 1] ?? mois} ${an}`
}

/** « 2026-03-17T15:05 » → « 17 mars 2026 à 15 h 05 ». */
export function formatMoment(moment: string): string {
  const [jour = '', heure = ''] = moment.split('T')
  return `${formatDateEnLettres(jour)} à ${heure.replace(':', ' h ')}`
}

/** Unités des nombres cités par les motifs : au singulier, au pluriel. */
const UNITES: Readonly<Record<string, readonly [string, string]>> = {
  jours: ['jour', 'jours'],
  mois: ['mois', 'mois'],
  ans: ['an', 'ans'],
  heures: ['heure', 'heures'],
  séances: ['séance', 'séances'],
  JOURS: ['jour', 'jours'],
  JOURS_OUVRABLES: ['jour ouvrable', 'jours ouvrables'],
  JOURS_OUVRES: ['jour ouvré', 'jours ouvrés'],
  MOIS: ['mois', 'mois'],
  ANNEES: ['an', 'ans'],
}

/** « 10 jours ouvrables », « 1 an » : on met au pluriel à partir de deux. */
export function formatQuantite(valeur: number, unite: string): string {
  const [singulier, pluriel] = UNITES[unite] ?? [unite, unite]
  return `${formatNombre(valeur)} ${Math.abs(valeur) < 2 ? singulier : pluriel}`
}
