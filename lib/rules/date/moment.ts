import { faitInvalide } from '../decision/erreur'
import { ajouterJours, type DateCivile, dateCivile, estDateCivile, jourDeSemaine } from './date-civile'
import { ajouterJoursOuvres, estOuvre, jourOuvreDes } from './jours-ouvrables'

declare const marque: unique symbol

/** Un moment à l'heure de Paris, « 2026-03-13T15:00 ». L'ordre alphabétique est l'ordre du temps. */
export type Moment = string & { readonly [marque]: 'Moment' }

const FORME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/
const DIMANCHE = 7

/** L'heure qui n'existe pas : de 2 h à 3 h le dernier dimanche de mars, quand on avance les montres. */
function estHeureSautee(jour: DateCivile, heure: string): boolean {
  return (
    heure === '02' && jour.slice(5, 7) === '03' && jour.slice(8) >= '25' && jourDeSemaine(jour) === DIMANCHE
  )
}

export function estMoment(texte: string): texte is Moment {
  const m = FORME.exec(texte)
  const jour = m?.[1]
  const heure = m?.[2]
  if (jour === undefined || heure === undefined || !estDateCivile(jour)) return false
  return !estHeureSautee(jour, heure)
}

/** @throws {ErreurDeRegle} FAIT_INVALIDE si le moment n'existe pas à Paris. */
export function moment(texte: string, chemin = 'date'): Moment {
  if (!estMoment(texte)) {
    throw faitInvalide(chemin, `« ${texte} » n'est pas un moment : écrivez par exemple 2026-03-15T14:30`)
  }
  return texte
}

export const jourDuMoment = (m: Moment): DateCivile => dateCivile(m.slice(0, 10))
const MINUTES_PAR_JOUR = 1440
const minutesDuJour = (m: Moment): number => Number(m.slice(11, 13)) * 60 + Number(m.slice(14))

/** Minutes de `du` à `au` qui tombent un jour ouvré, 24 h par jour ; 0 si `au` précède `du`. */
export function minutesOuvrees(du: Moment, au: Moment): number {
  if (au <= du) return 0
  const fin = jourDuMoment(au)
  let minutes = estOuvre(fin) ? minutesDuJour(au) : 0
  for (let jour = jourDuMoment(du); jour < fin; jour = ajouterJours(jour, 1))
    if (estOuvre(jour)) minutes += MINUTES_PAR_JOUR
  return estOuvre(jourDuMoment(du)) ? minutes - minutesDuJour(du) : minutes
}

const deuxChiffres = (n: number): string => `${n}`.padStart(2, '0')

/**
 * Ajoute des minutes qui ne courent que les jours ouvrés : l'inverse de `minutesOuvrees`. Parti d'un jour chômé, le compte commence à
 * 0 h du jour ouvré suivant ; une fin de journée s'écrit 0 h le lendemain, chômé ou non. Zéro minute ne déplace rien.
 */
export function ajouterMinutesOuvrees(m: Moment, minutes: number): Moment {
  if (minutes <= 0) return m
  const depart = jourDuMoment(m)
  const enTout = minutes + (estOuvre(depart) ? minutesDuJour(m) : 0)
  const pleines = Math.ceil(enTout / MINUTES_PAR_JOUR) - 1
  const jour = ajouterJoursOuvres(jourOuvreDes(depart), pleines)
  const reste = enTout - pleines * MINUTES_PAR_JOUR
  if (reste === MINUTES_PAR_JOUR) return moment(`${ajouterJours(jour, 1)}T00:00`)
  return moment(`${jour}T${deuxChiffres(Math.floor(reste / 60))}:${deuxChiffres(reste % 60)}`)
}

const heureDuMoment = (m: Moment): string => m.slice(11)

/**
 * Ajoute des journées pleines (24 h) qui ne courent que les jours ouvrés (lecture 7). Reçu un jour chômé, le compte
 * part de 0 h du jour ouvré suivant ; une fin de journée s'écrit 0 h le lendemain, chômé ou non.
 * Les montres ne changent que le dimanche : l'heure affichée suffit, sans fuseau.
 */
export function ajouterJourneesOuvrees(m: Moment, journees: number): Moment {
  const jour = jourDuMoment(m)
  const heure = estOuvre(jour) ? heureDuMoment(m) : '00:00'
  const depart = jourOuvreDes(jour)
  if (heure !== '00:00') return moment(`${ajouterJoursOuvres(depart, journees)}T${heure}`)
  const dernier = ajouterJoursOuvres(depart, journees - 1)
  return moment(`${ajouterJours(dernier, 1)}T00:00`)
}
