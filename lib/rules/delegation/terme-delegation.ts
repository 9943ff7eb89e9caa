import { seizeAnsLe } from '../ayant-droit/reserver-soins'
import { ajouterJours, type DateCivile } from '../date/date-civile'

export interface TermeDemande {
  /** Ce que le jugement ou la personne a dit ; null : rien. */
  readonly au: DateCivile | null
  /** De l'enfant qu'un parent représente, telle que l'Assurance maladie l'écrit ; null pour les autres motifs. */
  readonly naissanceEnfant: string | null
}

/**
 * Le dernier jour d'une délégation : ce qui fut dit. Un parent n'agit que jusqu'à la veille des seize ans de l'enfant : le détail de ses
 * soins est ensuite à lui, et c'est lui qui le confie. Null : jusqu'à révocation. La base a la même fonction (delegation_terme).
 */
export function termeDelegation({ au, naissanceEnfant }: TermeDemande): DateCivile | null {
  if (naissanceEnfant === null) return au
  const veille = ajouterJours(seizeAnsLe(naissanceEnfant), -1)
  return au !== null && au < veille ? au : veille
}
