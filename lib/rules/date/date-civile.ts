import { UTCDate } from '@date-fns/utc'
import { addDays, addMonths, addYears, differenceInCalendarDays, endOfMonth, startOfMonth } from 'date-fns'
import { ErreurDeRegle, faitInvalide } from '../decision/erreur'

declare const marque: unique symbol

/**
 * Une date civile, « 2026-02-28 ». Chaîne de dix caractères : l'ordre alphabétique est l'ordre du temps,
 * donc `<`, `>` et `===` comparent. Jamais un instant, jamais un fuseau.
 */
export type DateCivile = string & { readonly [marque]: 'DateCivile' }

const FORME = /^(\d{4})-(\d{2})-(\d{2})$/

/** Vrai pour une date qui existe au calendrier (refuse 2026-02-30), de 1800 à 9999. */
export function estDateCivile(texte: string): texte is DateCivile {
  const m = FORME.exec(texte)
  if (m === null || Number(m[1]) < 1800) return false
  const d = new Date(`${texte}T00:00:00Z`)
  return !Number.isNaN(d.getTime()) && d.toISOString().startsWith(texte)
}

/** @throws {ErreurDeRegle} FAIT_INVALIDE si la date n'existe pas. `chemin` nomme le fait. */
export function dateCivile(texte: string, chemin = 'date'): DateCivile {
  if (!estDateCivile(texte)) {
    throw faitInvalide(chemin, `« ${texte} » n'est pas une date : écrivez par exemple 2026-03-15`)
  }
  return texte
}

const versUtc = (d: DateCivile): UTCDate => new UTCDate(`${d}T00:00:00Z`)

/** @throws {ErreurDeRegle} HORS_PERIODE quand un calcul sort du calendrier à quatre chiffres. */
function depuisUtc(d: Date): DateCivile {
  const texte = d.toISOString()
  if (texte.length > 24)
    throw new ErreurDeRegle('HORS_PERIODE', "le calcul sort du calendrier, qui s'arrête en 9999")
  return texte.slice(0, 10) as DateCivile
}

export const annee = (d: DateCivile): number => Number(d.slice(0, 4))
export const mois = (d: DateCivile): number => Number(d.slice(5, 7))
export const jourDuMois = (d: DateCivile): number => Number(d.slice(8, 10))
/** 1 = lundi … 7 = dimanche. */
export const jourDeSemaine = (d: DateCivile): number => ((versUtc(d).getUTCDay() + 6) % 7) + 1

export const ajouterJours = (d: DateCivile, n: number): DateCivile => depuisUtc(addDays(versUtc(d), n))
/** Même quantième n mois plus tard, ou le dernier jour du mois (lecture 1 : 31 déc. + 2 mois = 28/29 févr.). */
export const ajouterMois = (d: DateCivile, n: number): DateCivile => depuisUtc(addMonths(versUtc(d), n))
export const ajouterAnnees = (d: DateCivile, n: number): DateCivile => depuisUtc(addYears(versUtc(d), n))
/** Nombre de jours de `debut` à `fin`, négatif si `fin` précède. */
export const joursEntre = (debut: DateCivile, fin: DateCivile): number =>
  differenceInCalendarDays(versUtc(fin), versUtc(debut))

export const premierDuMois = (d: DateCivile): DateCivile => depuisUtc(startOfMonth(versUtc(d)))
/** Toujours dans le mois d'après, même si `d` est un premier (lecture 4). */
export const premierDuMoisSuivant = (d: DateCivile): DateCivile => ajouterMois(premierDuMois(d), 1)
export const dernierDuMois = (d: DateCivile): DateCivile => depuisUtc(endOfMonth(versUtc(d)))
export const premierJanvier = (an: number): DateCivile => dateCivile(`${String(an).padStart(4, '0')}-01-01`)
export const trenteEtUnDecembre = (an: number): DateCivile =>
  dateCivile(`${String(an).padStart(4, '0')}-12-31`)

/** Âge révolu au jour `le`. Né un 29 février : l'âge change le 1er mars des années communes. */
export function ageAu(naissance: DateCivile, le: DateCivile): number {
  const ecart = annee(le) - annee(naissance)
  return le.slice(5) < naissance.slice(5) ? ecart - 1 : ecart
}

export const laPlusTardive = (a: DateCivile, b: DateCivile): DateCivile => (a > b ? a : b)
export const laPlusProche = (a: DateCivile, b: DateCivile): DateCivile => (a < b ? a : b)
