import { type DateCivile, dateCivile } from '../date/date-civile'

/** Un jour de l'année, sans année : le 31 octobre. Jamais un 29 février, qui n'existe pas chaque année. */
export interface JourAnnuel {
  readonly mois: number
  readonly jour: number
}

const deuxChiffres = (n: number): string => String(n).padStart(2, '0')

export const jourDeLAnnee = (jour: JourAnnuel, an: number): DateCivile =>
  dateCivile(`${String(an).padStart(4, '0')}-${deuxChiffres(jour.mois)}-${deuxChiffres(jour.jour)}`)
