import type { DateCivile } from '../date/date-civile'
import { faitInvalide } from './erreur'

/** Un fait daté et la clé qui le nomme. */
export type FaitDate = readonly [chemin: string, jour: DateCivile | null]

/**
 * Deux faits qui ne peuvent pas se suivre dans l'autre sens (décéder avant d'adhérer). `fautif` nomme celui des deux
 * qu'on tient pour faux : le second, sauf avis contraire.
 * @throws {ErreurDeRegle} FAIT_INVALIDE, au chemin du fautif, si le second précède le premier.
 */
export function verifierOrdre(
  [cheminAvant, avant]: FaitDate,
  [cheminApres, apres]: FaitDate,
  fautif: string = cheminApres,
): void {
  if (avant !== null && apres !== null && apres < avant) {
    throw faitInvalide(fautif, `« ${cheminApres} » (${apres}) précède « ${cheminAvant} » (${avant})`)
  }
}
