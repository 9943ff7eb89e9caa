import { ajouterAnnees, ajouterJours, annee, type DateCivile, trenteEtUnDecembre } from '../date/date-civile'
import type { ArticleId } from '../decision/motif'
import { enDate, type Motif, motif } from '../decision/motif'

/**
 * `ANNEE_CIVILE_PLEINE` : le premier 31 décembre qui laisse une année entière de couverture.
 * `FIN_D_ANNEE` : le 31 décembre de l'année de l'effet.
 */
export interface RegleEngagement {
  readonly politique: 'ANNEE_CIVILE_PLEINE' | 'FIN_D_ANNEE'
  readonly article: ArticleId
}

/** Dernier jour de l'engagement initial d'une adhésion. */
export function finEngagement(regle: RegleEngagement, dateEffet: DateCivile): DateCivile {
  switch (regle.politique) {
    case 'ANNEE_CIVILE_PLEINE':
      return trenteEtUnDecembre(annee(ajouterJours(ajouterAnnees(dateEffet, 1), -1)))
    case 'FIN_D_ANNEE':
      return trenteEtUnDecembre(annee(dateEffet))
  }
}

export const motifEngagement = (regle: RegleEngagement, fin: DateCivile): Motif =>
  motif(`ENGAGEMENT_${regle.politique}`, regle.article, { fin: enDate(fin) })
