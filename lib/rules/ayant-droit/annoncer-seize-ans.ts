import { ageAu, ajouterAnnees, ajouterJours, ajouterMois, type DateCivile } from '../date/date-civile'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import type { ParametresSeizeAns } from './emanciper-mineur'

export interface AnnonceSeizeAns {
  readonly anniversaire: DateCivile
  readonly change: ParametresSeizeAns
}

/** Premier jour où l'on a cet âge : né un 29 février, le 1er mars des années communes. */
function jourDesAns(naissance: DateCivile, age: number): DateCivile {
  const jour = ajouterAnnees(naissance, age)
  return ageAu(naissance, jour) < age ? ajouterJours(jour, 1) : jour
}

/**
 * Les droits propres qui s'ouvrent bientôt, dans les `moisAvant` qui précèdent l'anniversaire ; null hors de ce
 * temps, ou si la source n'ouvre aucun droit à cet âge.
 */
export function annoncerSeizeAns(
  reglement: Reglement,
  faits: { readonly dateNaissance: DateCivile; readonly date: DateCivile; readonly moisAvant: number },
): AnnonceSeizeAns | null {
  if (reglement.seizeAns === null) return null
  const change = regleEnVigueur(reglement.seizeAns, faits.date, 'droits à seize ans')
  const anniversaire = jourDesAns(faits.dateNaissance, change.age)
  const bientot = faits.date < anniversaire && anniversaire <= ajouterMois(faits.date, faits.moisAvant)
  return bientot ? { anniversaire, change } : null
}
