import type { RegleEngagement } from '../adhesion/fin-engagement'
import type { RegleDateEffet } from '../date-effet/regle-date-effet'
import type { ArticleId } from '../decision/motif'
import type { JourAnnuel } from '../reglement/jour-annuel'

export type MotifResiliation =
  | 'ECHEANCE'
  | 'INFRA_ANNUELLE'
  | 'CHATEL'
  | 'CHANGEMENT_SITUATION'
  | 'CONTRAT_COLLECTIF_OBLIGATOIRE'
  | 'PERTE_REGIME_OBLIGATOIRE'
  | 'CSS'
  | 'DECES'
  | 'DEPART_ETRANGER'
  | 'FIN_CONTRAT_TRAVAIL'

/** Dénonciation pour le 31 décembre ; `preuve` dit quelle date fait foi de la demande. */
export interface RegleEcheance {
  readonly limite: JourAnnuel
  readonly preuve: 'RECEPTION' | 'CACHET_DE_LA_POSTE'
  readonly article: ArticleId
}

/** À tout moment passé une attente, avec préavis. */
export interface RegleInfraAnnuelle {
  readonly attenteMois: number
  readonly preavisMois: number
  /** Article qui fait repartir l'attente d'un changement d'option. */
  readonly rouvertePar: ArticleId | null
  readonly article: ArticleId
}

/** Avis d'échéance tardif ou absent. */
export interface RegleChatel {
  readonly limite: JourAnnuel
  readonly joursAvantLimite: number
  readonly delaiJours: number
  readonly article: ArticleId
}

/** Événement invoqué dans une fenêtre de mois, avec préavis. */
export interface RegleChangementSituation {
  readonly fenetreMois: number
  readonly preavisMois: number
  readonly article: ArticleId
}

/** Fin du mois de l'événement si la demande est prompte et qu'aucune prestation n'a été versée depuis. */
export interface ReglePerteRegime {
  readonly fenetreMois: number
  readonly article: ArticleId
}

export interface ParametresResiliation {
  readonly engagement: RegleEngagement
  readonly ECHEANCE: RegleEcheance | null
  readonly INFRA_ANNUELLE: RegleInfraAnnuelle | null
  readonly CHATEL: RegleChatel | null
  readonly CHANGEMENT_SITUATION: RegleChangementSituation | null
  readonly PERTE_REGIME_OBLIGATOIRE: ReglePerteRegime | null
  readonly CONTRAT_COLLECTIF_OBLIGATOIRE: RegleDateEffet | null
  readonly CSS: RegleDateEffet | null
  readonly DECES: RegleDateEffet | null
  readonly DEPART_ETRANGER: RegleDateEffet | null
  readonly FIN_CONTRAT_TRAVAIL: RegleDateEffet | null
  /** Remboursement des cotisations payées d'avance, compté de la date d'effet. */
  readonly remboursement: { readonly jours: number; readonly article: ArticleId } | null
}
