import type { DateCivile } from '../date/date-civile'
import type { Decision } from '../decision/decision'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { courir, type Limite } from './courir-delai'
import type { TypeDelai } from './regle-delai'

/** Dernier jour utile d'un délai du règlement, compté du jour `date` (lectures 1, 2 et 6). */
export function compterDelai(
  reglement: Reglement,
  type: TypeDelai,
  date: DateCivile,
): Decision<Limite<DateCivile>> {
  const regle = prevu(regleEnVigueur(reglement.delai, date, 'délais')[type], `délai ${type}`)
  return courir(regle, `DELAI_${type}`, date)
}
