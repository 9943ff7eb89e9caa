import type { DateCivile } from '../date/date-civile'
import type { Decision } from '../decision/decision'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { courir, type Limite } from './courir-delai'
import type { TypeDelaiAnnexe } from './regle-delai'

/** Dernier jour utile d'un délai annexe, compté du jour `date`. */
export function compterDelaiAnnexe(
  reglement: Reglement,
  type: TypeDelaiAnnexe,
  date: DateCivile,
): Decision<Limite<DateCivile>> {
  const regles = regleEnVigueur(reglement.delaiAnnexe, date, 'délais')
  return courir(prevu(regles[type] ?? null, `délai ${type}`), `DELAI_${type}`, date)
}
