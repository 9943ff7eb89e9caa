import type { DateCivile } from './date-civile'

/** Une période de jours, bornes incluses ; `au` null = sans fin connue. */
export interface Periode {
  readonly du: DateCivile
  readonly au: DateCivile | null
}

export const contient = (p: Periode, jour: DateCivile): boolean =>
  p.du <= jour && (p.au === null || jour <= p.au)

export const seChevauchent = (a: Periode, b: Periode): boolean =>
  (b.au === null || a.du <= b.au) && (a.au === null || b.du <= a.au)
