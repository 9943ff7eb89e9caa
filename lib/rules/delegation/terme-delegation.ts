import {
  ageAu,
  ajouterAnnees,
  ajouterJours,
  annee,
  type DateCivile,
  premierJanvier,
} from '../date/date-civile'
import { type SerieDatee, valeurAu } from '../reglement/serie-datee'

/** Premier jour où l'on a cet âge : né un 29 février, le 1er mars des années communes. */
function jourDesAns(naissance: DateCivile, age: number): DateCivile {
  const jour = ajouterAnnees(naissance, age)
  return ageAu(naissance, jour) < age ? ajouterJours(jour, 1) : jour
}

/** Le dernier jour où un parent représente son enfant : la veille de la majorité, d'après la règle de ce jour-là. */
export function veilleDeMajorite(naissance: DateCivile, majorite: SerieDatee<number>): DateCivile {
  for (const { valeur } of majorite.etapes) {
    const jour = jourDesAns(naissance, valeur)
    if (jour >= majorite.etapes[0].depuis && valeurAu(majorite, jour).valeur === valeur)
      return ajouterJours(jour, -1)
  }
  // Entre les deux âges le jour où la loi change : majeur ce jour-là.
  return ajouterJours(majorite.etapes.at(-1)?.depuis ?? premierJanvier(annee(naissance)), -1)
}

export interface TermeDemande {
  /** Ce que le jugement ou la personne a dit ; null : rien. */
  readonly au: DateCivile | null
  /** De l'enfant qu'un parent représente ; null pour les autres motifs. */
  readonly naissanceEnfant: DateCivile | null
}

/** Le dernier jour d'une délégation : ce qui fut dit, jamais au-delà de la majorité de l'enfant représenté. Null : jusqu'à révocation. */
export function termeDelegation(
  { au, naissanceEnfant }: TermeDemande,
  majorite: SerieDatee<number>,
): DateCivile | null {
  if (naissanceEnfant === null) return au
  const veille = veilleDeMajorite(naissanceEnfant, majorite)
  return au !== null && au < veille ? au : veille
}
