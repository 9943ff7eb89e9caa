import { ajouterAnnees, ajouterJours, ajouterMois, type DateCivile } from '../date/date-civile'
import { ajouterJoursOuvrables, ajouterJoursOuvres } from '../date/jours-ouvrables'
import { accorder, type Decision } from '../decision/decision'
import { enDate, enNombre, motif } from '../decision/motif'
import type { RegleDelai } from './regle-delai'

export interface Limite<J> {
  readonly limite: J
}

/** Fait courir un délai depuis un jour, qui n'est pas compté : sa limite, et le motif qui la dit. */
export function courir(regle: RegleDelai, code: string, date: DateCivile): Decision<Limite<DateCivile>> {
  const limite = ajouter(regle, date)
  const donnees = {
    depart: enDate(date),
    delai: enNombre(regle.nombre, regle.unite),
    limite: enDate(limite),
  }
  return accorder({ limite }, motif(code, regle.article, donnees))
}

function ajouter({ unite, nombre }: RegleDelai, date: DateCivile): DateCivile {
  switch (unite) {
    case 'JOURS':
      return ajouterJours(date, nombre)
    case 'JOURS_OUVRABLES':
      return ajouterJoursOuvrables(date, nombre)
    case 'JOURS_OUVRES':
      return ajouterJoursOuvres(date, nombre)
    case 'MOIS':
      return ajouterMois(date, nombre)
    case 'ANNEES':
      return ajouterAnnees(date, nombre)
  }
}
