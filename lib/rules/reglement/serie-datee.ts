import type { DateCivile } from '../date/date-civile'
import { ErreurDeRegle } from '../decision/erreur'
import type { ArticleId } from '../decision/motif'

/** Une valeur en vigueur à compter de `depuis` (inclus), jusqu'à l'étape suivante ou la fin de la série. */
export interface Etape<V> {
  readonly depuis: DateCivile
  readonly valeur: V
  readonly article: ArticleId
  /** Source lue, quand elle n'est pas l'article lui-même. */
  readonly source?: string
  readonly confiance?: 'high' | 'medium' | 'low'
}

/** Un paramètre daté : unité, étapes en ordre strict de dates, fin éventuelle (incluse), jour du relevé. */
export interface SerieDatee<V> {
  readonly nom: string
  readonly unite: string
  readonly etapes: readonly [Etape<V>, ...Etape<V>[]]
  readonly fin: DateCivile | null
  readonly releveLe: DateCivile
}

/**
 * La valeur en vigueur ce jour-là.
 * @throws {ErreurDeRegle} HORS_PERIODE avant la première étape ou après la fin.
 */
export function valeurAu<V>(serie: SerieDatee<V>, jour: DateCivile): Etape<V> {
  if (serie.fin !== null && jour > serie.fin) throw horsPeriode(serie, jour)
  for (let rang = serie.etapes.length - 1; rang >= 0; rang -= 1) {
    const etape = serie.etapes[rang]
    if (etape !== undefined && etape.depuis <= jour) return etape
  }
  throw horsPeriode(serie, jour)
}

function horsPeriode(serie: SerieDatee<unknown>, jour: DateCivile): ErreurDeRegle {
  return new ErreurDeRegle('HORS_PERIODE', `« ${serie.nom} » n'est pas connu au ${jour}`)
}

/** Les défauts d'une série : étapes non ordonnées, doublées, ou postérieures à sa fin. Vide = saine. */
export function defautsDeSerie(serie: SerieDatee<unknown>): string[] {
  const defauts: string[] = []
  for (const [rang, etape] of serie.etapes.entries()) {
    const precedente = serie.etapes[rang - 1]
    if (precedente !== undefined && precedente.depuis >= etape.depuis) {
      defauts.push(`${serie.nom} : l'étape du ${etape.depuis} ne suit pas celle du ${precedente.depuis}`)
    }
    if (serie.fin !== null && etape.depuis > serie.fin) {
      defauts.push(`${serie.nom} : l'étape du ${etape.depuis} est après la fin de la série`)
    }
  }
  return defauts
}
