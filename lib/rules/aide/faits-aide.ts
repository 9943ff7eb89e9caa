import type { DateCivile } from '../date/date-civile'
import type { Montant } from '../montant/montant'
import type { ModeSejour, Sejour } from './regle-aide'

export interface FaitsVacancesRetraite extends Sejour {
  readonly aide: 'VACANCES_RETRAITE'
  readonly dateNaissance: DateCivile
  readonly retraite: boolean
  /** Allocations déjà versées pour l'année du séjour. */
  readonly dejaVersees: number
}

export interface FaitsVacancesEnfant extends Sejour {
  readonly aide: 'VACANCES_ENFANT'
  readonly dateNaissance: DateCivile
  readonly mode: ModeSejour
  /** Jour où l'accord d'un séjour sans parents a été demandé ; null : pas encore. */
  readonly accordDemandeLe: DateCivile | null
  /** Jours déjà indemnisés dans l'année du séjour : de ce genre de séjour, et en tout. */
  readonly joursDuGenre: number
  readonly joursEnTout: number
}

export interface FaitsLoisirsHandicap {
  readonly aide: 'LOISIRS_HANDICAP'
  readonly jour: DateCivile
  readonly dateNaissance: DateCivile
  readonly carteInclusion: boolean
  /** Null : pas dit. Ne compte qu'au-delà du premier âge. */
  readonly sansEmploi: boolean | null
}

interface FaitsHeures {
  readonly jour: DateCivile
  readonly heures: number
  /** Heures déjà prises par la famille dans l'année. */
  readonly heuresPrises: number
  readonly facture: Montant
  /** Ce que d'autres organismes en paient. */
  readonly autres: Montant
}

export interface FaitsAideFamiliale extends FaitsHeures {
  readonly aide: 'AIDE_FAMILIALE'
  /** Autre : ni maladie, ni maternité. */
  readonly cause: 'MALADIE' | 'MATERNITE' | 'AUTRE'
}

export interface FaitsAideMenagere extends FaitsHeures {
  readonly aide: 'AIDE_MENAGERE'
  readonly dateNaissance: DateCivile
  readonly retraite: boolean
  /** Un régime obligatoire aide déjà : cette indemnité le complète. */
  readonly aideDuRegime: boolean
}

export interface FaitsExceptionnelle {
  readonly aide: 'EXCEPTIONNELLE'
  readonly jour: DateCivile
}

export interface FaitsNaissance {
  readonly aide: 'NAISSANCE'
  /** De la naissance ou de l'adoption. */
  readonly jour: DateCivile
  readonly adoption: boolean
  /** Adoption plénière signifiée ; null : pas dit. */
  readonly pleniere: boolean | null
  /** Depuis quand l'enfant est inscrit ; null : pas encore. */
  readonly inscritLe: DateCivile | null
  readonly dejaVersees: number
}

export interface FaitsUnion {
  readonly aide: 'UNION'
  readonly jour: DateCivile
  readonly dejaVersees: number
}

export interface FaitsObseques {
  readonly aide: 'OBSEQUES'
  readonly jour: DateCivile
  readonly defunt: 'MEMBRE_PARTICIPANT' | 'AYANT_DROIT'
  /** Reste dû d'une avance du défunt. */
  readonly resteAvance: Montant
  readonly dejaVersees: number
}

export interface FaitsOrphelin {
  readonly aide: 'ORPHELIN'
  /** Du décès. */
  readonly jour: DateCivile
  readonly dateNaissance: DateCivile
  readonly ayantDroit: boolean
  /** L'autre parent est décédé avant, et l'aide a été ouverte alors. */
  readonly secondDeces: boolean
  /** Aides déjà versées pour l'année demandée. */
  readonly dejaVersees: number
}

export interface FaitsAvance {
  readonly aide: 'AVANCE'
  /** Celui qui est soigné est couvert par le contrat. */
  readonly beneficiaire: boolean
  readonly devis: Montant
  /** Ce que l'Assurance maladie, la mutuelle et d'autres paieront de ce devis. */
  readonly deduits: Montant
  /** Ce qui reste dû d'une avance précédente. */
  readonly enCours: Montant
  readonly mois: number
  /** S'engage à tout rendre en une fois s'il quitte la mutuelle. */
  readonly engagement: boolean
}

export interface FaitsCommuns {
  readonly dateDemande: DateCivile
  readonly cotisationsAJour: boolean
}

export type FaitsAide = FaitsCommuns &
  (
    | FaitsVacancesRetraite
    | FaitsVacancesEnfant
    | FaitsLoisirsHandicap
    | FaitsAideFamiliale
    | FaitsAideMenagere
    | FaitsExceptionnelle
    | FaitsNaissance
    | FaitsUnion
    | FaitsObseques
    | FaitsOrphelin
    | FaitsAvance
  )
