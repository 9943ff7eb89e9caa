import type { Periode } from '../date/periode'
import type { ArticleId } from '../decision/motif'
import type { Montant } from '../montant/montant'

export type Periodicite = 'MENSUELLE' | 'TRIMESTRIELLE' | 'SEMESTRIELLE' | 'ANNUELLE'
export type ModePaiement = 'PRELEVEMENT' | 'CHEQUE' | 'PRECOMPTE'

/**
 * Ce qu'une année entamée ou quittée en route doit. JOURS_DE_L_ANNEE : l'annuelle au prorata des jours de l'année.
 * JOURS_DU_MOIS : chaque mois au prorata de ses jours couverts.
 */
export type PolitiqueDecompte = 'JOURS_DE_L_ANNEE' | 'JOURS_DU_MOIS'

export interface ParametresEcheancier {
  /** Article qui rend la cotisation payable d'avance et fractionnable. */
  readonly article: ArticleId
  readonly decompte: { readonly politique: PolitiqueDecompte; readonly article: ArticleId }
  /** FIN_DU_MOIS : le mois commencé reste dû en entier, ses soins aussi. */
  readonly depart: { readonly politique: 'JOUR' | 'FIN_DU_MOIS'; readonly article: ArticleId }
  /** Jours du mois où l'on prélève ; null : la source n'en nomme aucun. */
  readonly prelevement: { readonly jours: readonly number[] | null; readonly article: ArticleId } | null
  readonly cheque: { readonly periodicites: readonly Periodicite[]; readonly article: ArticleId } | null
  readonly precompte: ArticleId | null
  /** Ce que coûte un prélèvement rejeté faute de provision. */
  readonly rejet: ArticleId | null
  /** Durée de cotisation qu'une régularisation peut atteindre. */
  readonly regularisation: { readonly mois: number; readonly article: ArticleId } | null
  readonly parrainage: ArticleId | null
  /** Article qui laisse dus, en cas de renonciation, les jours couverts à la demande de l'adhérent. */
  readonly renonciation: ArticleId | null
  /** Article qui garde à la famille la part d'un ayant droit décédé. */
  readonly partDuDefunt: ArticleId | null
}

/** Un palier : des jours de suite (bornes incluses) pendant lesquels la cotisation ne change pas. */
export interface Palier extends Periode {
  readonly au: NonNullable<Periode['au']>
  readonly mensuelle: Montant
}
