import { ajouterJours, annee, type DateCivile, dateCivile, jourDeSemaine } from './date-civile'
import { paques } from './jours-feries'

/**
 * Les jours où les banques règlent en euros : ni samedi, ni dimanche, ni l'un des six jours de fermeture du calendrier TARGET, qui n'est
 * pas celui des jours fériés (le 14 juillet est ouvert, le Vendredi saint fermé).
 */
const FIXES: ReadonlySet<string> = new Set(['01-01', '05-01', '12-25', '12-26'])
const VENDREDI_SAINT = -2
const LUNDI_DE_PAQUES = 1
const SAMEDI = 6

export function estJourTarget(jour: DateCivile): boolean {
  if (jourDeSemaine(jour) >= SAMEDI || FIXES.has(jour.slice(5))) return false
  const dimanche = paques(annee(jour))
  return jour !== ajouterJours(dimanche, VENDREDI_SAINT) && jour !== ajouterJours(dimanche, LUNDI_DE_PAQUES)
}

/** `jour` si les banques y règlent, sinon le premier qui suit. */
export function jourTargetDes(jour: DateCivile): DateCivile {
  let courant = dateCivile(jour)
  while (!estJourTarget(courant)) courant = ajouterJours(courant, 1)
  return courant
}
