import { ajouterJours, type DateCivile } from '@/lib/rules/date/date-civile'
import {
  dernierePeriodeClose,
  type PeriodeReleve,
  type PeriodiciteReleve,
  periodeSuivante,
} from '@/lib/rules/date/periode-releve'

/**
 * The period whose relevés may be made on this day, after the last batch. When the organisme has changed its pace meanwhile, the first
 * period starts the day after the last one made, so that no day is skipped or told twice.
 */
export function periodeAEditer(
  periodicite: PeriodiciteReleve,
  dernier: (PeriodeReleve & { readonly etat: 'EN_COURS' | 'TERMINE' }) | null,
  jour: DateCivile,
): PeriodeReleve | null {
  if (dernier === null) return dernierePeriodeClose(periodicite, jour)
  if (dernier.etat === 'EN_COURS') return null
  const { au } = periodeSuivante(periodicite, dernier)
  return au < jour ? { du: ajouterJours(dernier.au, 1), au } : null
}
