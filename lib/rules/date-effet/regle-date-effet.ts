import type { ArticleId } from '../decision/motif'
import type { JourAnnuel } from '../reglement/jour-annuel'

/** Les dates d'effet qui ne dépendent que d'une réception et d'un événement, par leur nom. */
export type PolitiqueDateEffet =
  | 'LENDEMAIN_DE_LA_RECEPTION'
  | 'DERNIER_JOUR_DU_MOIS_DE_RECEPTION'
  | 'PREMIER_DU_MOIS_SUIVANT_LA_RECEPTION'
  | 'JOUR_DE_L_EVENEMENT'
  | 'LENDEMAIN_DE_L_EVENEMENT'
  | 'FIN_DU_MOIS_SUIVANT_L_EVENEMENT'
  | 'FIN_DE_L_ANNEE_DE_L_EVENEMENT'
  /** Premier du mois après la décision si elle est connue d'ici là, sinon dernier jour du mois de réception. */
  | 'DECISION_CONNUE_DANS_LE_MOIS'

export type RegleDateEffet =
  | { readonly politique: PolitiqueDateEffet; readonly article: ArticleId }
  /** Le 31 décembre de l'année si la demande arrive au plus tard à la limite, sinon celui de l'année d'après. */
  | {
      readonly politique: 'FIN_ANNEE_AVANT_LIMITE'
      readonly limite: JourAnnuel
      readonly article: ArticleId
    }
