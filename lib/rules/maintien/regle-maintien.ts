import type { DateCivile } from '../date/date-civile'
import type { ArticleId } from '../decision/motif'

/** Ce que devient l'ancien salarié ; chaque maintien dit ceux qu'il accueille. */
export type SuiteDuContrat = 'CHOMAGE' | 'RETRAITE' | 'INVALIDITE' | 'SANS_REVENU'

export interface ReglePortabilite {
  readonly ouverteA: readonly SuiteDuContrat[]
  readonly dureeMaxMois: number
  readonly article: ArticleId
  /** Article qui borne la durée par celle du dernier contrat de travail. */
  readonly articleDuree: ArticleId
}

/** Loi Évin : l'organisme propose, l'ancien salarié ou ses ayants droit demandent. Délais en mois. */
interface RegleEvin {
  readonly ouvertA: readonly SuiteDuContrat[]
  readonly propositionMois: number
  readonly demandeMois: number
  readonly dureeAyantsDroitMois: number
  readonly article: ArticleId
}

export interface ParametresMaintien {
  readonly portabilite: ReglePortabilite | null
  readonly evin: RegleEvin | null
}

export interface FaitsMaintien {
  /** Fin du contrat de travail ; décès du salarié pour ses ayants droit. */
  readonly dateCessation: DateCivile
  readonly dateFinIndemnisation: DateCivile | null
  /** Durée du dernier contrat de travail ; un mois entamé compte entier. */
  readonly dureeDernierContratMois: number | null
}
