import * as fc from 'fast-check'
import { ajouterJours, type DateCivile, dateCivile, joursEntre } from '@/lib/rules/date/date-civile'

/** Une date au hasard, de `du` à `au` inclus. */
export function uneDate(du = '2020-01-01', au = '2035-12-31'): fc.Arbitrary<DateCivile> {
  const debut = dateCivile(du)
  return fc.nat({ max: joursEntre(debut, dateCivile(au)) }).map((jours) => ajouterJours(debut, jours))
}
