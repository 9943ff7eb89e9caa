import { ajouterJours, type DateCivile, jourDeSemaine } from './date-civile'
import { estFerie } from './jours-feries'

const SAMEDI = 6
const DIMANCHE = 7

/** Tous les jours sauf les dimanches et les jours fériés (lecture 6). */
export const estOuvrable = (jour: DateCivile): boolean => jourDeSemaine(jour) !== DIMANCHE && !estFerie(jour)
/** Les jours ouvrables sauf les samedis (lecture 6). */
export const estOuvre = (jour: DateCivile): boolean => jourDeSemaine(jour) < SAMEDI && !estFerie(jour)

function avancer(jour: DateCivile, nombre: number, compte: (jour: DateCivile) => boolean): DateCivile {
  let courant = jour
  for (let restant = nombre; restant > 0; ) {
    courant = ajouterJours(courant, 1)
    if (compte(courant)) restant -= 1
  }
  return courant
}

/** Le n-ième jour ouvrable après `jour`, qui n'est pas compté. */
export const ajouterJoursOuvrables = (jour: DateCivile, nombre: number): DateCivile =>
  avancer(jour, nombre, estOuvrable)
/** Le n-ième jour ouvré après `jour`, qui n'est pas compté. */
export const ajouterJoursOuvres = (jour: DateCivile, nombre: number): DateCivile =>
  avancer(jour, nombre, estOuvre)
/** `jour` s'il est ouvré, sinon le premier qui suit. */
export const jourOuvreDes = (jour: DateCivile): DateCivile =>
  estOuvre(jour) ? jour : ajouterJoursOuvres(jour, 1)

/** Les jours ouvrés après `du`, qui n'est pas compté, jusqu'à `au`, qui l'est : l'inverse de `ajouterJoursOuvres`. */
export function compterJoursOuvres(du: DateCivile, au: DateCivile): number {
  let nombre = 0
  for (let jour = ajouterJours(du, 1); jour <= au; jour = ajouterJours(jour, 1))
    if (estOuvre(jour)) nombre += 1
  return nombre
}
