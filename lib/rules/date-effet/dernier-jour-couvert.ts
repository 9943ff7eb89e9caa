import { ajouterJours, type DateCivile, jourDuMois } from '../date/date-civile'

/** Effets que le règlement date du premier jour sans couverture : « au lendemain », « au premier du mois ». */
const PREMIER_JOUR_SANS: ReadonlySet<string> = new Set([
  'EFFET_LENDEMAIN_DE_LA_RECEPTION',
  'EFFET_LENDEMAIN_DE_L_EVENEMENT',
  'EFFET_PREMIER_DU_MOIS_SUIVANT_LA_RECEPTION',
  'RESILIATION_SANS_AVIS',
])

/**
 * Le dernier jour couvert par ce qui cesse à `dateEffet`, d'après le code du motif qui la fonde. Hors de ces effets, le jour
 * nommé est couvert : le 31 décembre, le dernier jour du mois, le jour du décès, le jour où le préavis finit.
 */
export function dernierJourCouvert(dateEffet: DateCivile, code: string): DateCivile {
  const premierDuMois = code === 'EFFET_DECISION_CONNUE_DANS_LE_MOIS' && jourDuMois(dateEffet) === 1
  return PREMIER_JOUR_SANS.has(code) || premierDuMois ? ajouterJours(dateEffet, -1) : dateEffet
}
