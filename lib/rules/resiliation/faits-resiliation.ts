import type { DateCivile } from '../date/date-civile'
import type { Decision } from '../decision/decision'
import type { MotifResiliation } from './regle-resiliation'

export interface FaitsResiliation {
  readonly motif: MotifResiliation
  readonly dateEffetAdhesion: DateCivile
  readonly dateReception: DateCivile
  readonly dateDernierChangementOption: DateCivile | null
  readonly dateEvenement: DateCivile | null
  /** null : aucun avis d'échéance n'a été adressé. */
  readonly dateEnvoiAppel: DateCivile | null
  readonly dateCachetPoste: DateCivile | null
  readonly prestationsDepuisEvenement: boolean | null
  readonly dateDecisionCss: DateCivile | null
}

interface FinAdhesion {
  readonly dateEffet: DateCivile
}

export interface Resiliation extends FinAdhesion {
  readonly remboursementAvant: DateCivile | null
}

/** Première réception qui serait acceptée ; null quand aucune ne le serait pour ce motif. */
export interface RefusResiliation {
  readonly possibleLe: DateCivile | null
}

export type DecisionFin = Decision<FinAdhesion, RefusResiliation>
