import {
  ajouterJours,
  ajouterMois,
  annee,
  type DateCivile,
  premierDuMois,
  premierDuMoisSuivant,
  premierJanvier,
} from '../date/date-civile'

/** Le premier du mois qui n'est pas avant `jour` : lui-même s'il est un premier. */
export const premierDuMoisDes = (jour: DateCivile): DateCivile =>
  jour === premierDuMois(jour) ? jour : premierDuMoisSuivant(jour)

/** Le premier janvier qui n'est pas avant `jour`. */
export function premierJanvierDes(jour: DateCivile): DateCivile {
  const celui = premierJanvier(annee(jour))
  return jour === celui ? jour : premierJanvier(annee(jour) + 1)
}

/** Le premier 1er du mois qui laisse passer le préavis, son terme compris (lecture 2). */
export const premierDuMoisApresPreavis = (reception: DateCivile, preavisMois: number): DateCivile =>
  premierDuMoisDes(ajouterMois(reception, preavisMois))

/** Le premier 1er janvier qui laisse passer le préavis, son terme compris. */
export const premierJanvierApresPreavis = (reception: DateCivile, preavisMois: number): DateCivile =>
  premierJanvierDes(ajouterMois(reception, preavisMois))

/**
 * Première réception dont l'effet est `effet` et non le cran précédent de la grille : le lendemain du dernier jour
 * qui donnait encore ce cran, soit `moisAvant` mois (préavis et pas de la grille) avant `effet`.
 */
export const premiereReceptionPour = (effet: DateCivile, moisAvant: number): DateCivile =>
  ajouterJours(ajouterMois(effet, -moisAvant), 1)
