import type { DateCivile } from '../date/date-civile'
import { ErreurDeRegle } from '../decision/erreur'
import { type SerieDatee, valeurAu } from './serie-datee'

export const nonPrevu = (sujet: string): ErreurDeRegle =>
  new ErreurDeRegle('NON_PREVU', `Ce règlement ne dit rien de ce cas : ${sujet}`)

/** @throws {ErreurDeRegle} NON_PREVU quand la source se tait. */
export function prevu<R>(regle: R | null, sujet: string): R {
  if (regle === null) throw nonPrevu(sujet)
  return regle
}

/**
 * La règle du sujet en vigueur au jour qui compte pour la question (lecture 23).
 * @throws {ErreurDeRegle} NON_PREVU si la source se tait, HORS_PERIODE avant ce qu'elle connaît.
 */
export const regleEnVigueur = <V>(serie: SerieDatee<V> | null, jour: DateCivile, sujet: string): V =>
  valeurAu(prevu(serie, sujet), jour).valeur
