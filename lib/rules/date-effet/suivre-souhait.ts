import { type DateCivile, laPlusTardive } from '../date/date-civile'
import { type ArticleId, enDate, type Motif, motif } from '../decision/motif'

export interface EffetSouhaite {
  readonly dateEffet: DateCivile
  /** Vide quand le souhait ne dit rien de plus que la règle. */
  readonly motifs: readonly Motif[]
}

/**
 * Le premier jour que donne la règle, ou un jour souhaité plus tardif ramené à la grille du règlement (un premier du
 * mois) : le souhait retarde l'effet sans laisser le jour souhaité sans couverture, et ne l'avance jamais.
 */
export function suivreSouhait(
  premier: DateCivile,
  souhait: DateCivile | null,
  grille: (jour: DateCivile) => DateCivile,
  article: ArticleId,
): EffetSouhaite {
  if (souhait === null || souhait === premier) return { dateEffet: premier, motifs: [] }
  const dateEffet = laPlusTardive(premier, grille(souhait))
  const code = codeDuSouhait(premier, souhait, dateEffet)
  return { dateEffet, motifs: [motif(code, article, { souhait: enDate(souhait), effet: enDate(dateEffet) })] }
}

function codeDuSouhait(premier: DateCivile, souhait: DateCivile, dateEffet: DateCivile): string {
  if (dateEffet > premier) return 'DATE_SOUHAITEE_SUIVIE'
  return souhait > premier ? 'DATE_SOUHAITEE_DEJA_COUVERTE' : 'DATE_SOUHAITEE_TROP_PROCHE'
}
