import type { DateCivile } from '../date/date-civile'
import type { Montant } from '../montant/montant'
import type { CodeLigne, LigneSoin } from './lignes'
import type { ActeReseau } from './table'

export type TypeVerre = 'SIMPLE' | 'COMPLEXE' | 'TRES_COMPLEXE'
export type ClasseOptique = 'A' | 'B'
export type Oreille = 'DROITE' | 'GAUCHE'
export type Oeil = 'DROIT' | 'GAUCHE'
export type Etablissement = 'MCO' | 'SPECIALISE' | 'MATERNITE'
export type MotifRenouvellement = 'EVOLUTION_VUE' | 'MAUVAISE_ADAPTATION'

export interface Beneficiaire {
  readonly dateNaissance: DateCivile
  readonly dateAffiliation?: DateCivile
  readonly regimeLocal?: boolean
  /** Du sixième mois de grossesse au douzième jour après l'accouchement. */
  readonly maternite6Mois?: boolean
  /** Complémentaire santé solidaire. */
  readonly css?: boolean
  /** Sortait d'une autre surcomplémentaire de la mutuelle : pas de délai d'attente. */
  readonly surcomplementaireAnterieure?: boolean
}

/** Ce qu'un paiement antérieur a pris sur un forfait. `quantite` : séances, jours ou verres. */
export interface Consommation {
  readonly ligne: CodeLigne
  readonly date: DateCivile
  readonly montant: Montant
  readonly quantite?: number
  readonly oreille?: Oreille
  readonly oeil?: Oeil
  readonly etablissement?: Etablissement
  /** Élément d'équipement optique payé : une monture et deux verres par période. */
  readonly element?: 'MONTURE' | 'VERRE'
}

export interface Monture {
  readonly classe: ClasseOptique
  readonly depense: Montant
  readonly brss: Montant
  readonly prixLimite?: Montant
  /** Part versée par l'Assurance maladie sur cet élément, s'il a son propre décompte. */
  readonly montantAmo?: Montant
  /** Part qu'un autre organisme a payée sur cet élément, quand on la connaît élément par élément. */
  readonly autresRemboursements?: Montant
}

export interface Verre extends Monture {
  readonly type: TypeVerre
}

/** Un élément d'équipement dans l'ordre d'arrivée. */
export type ElementOptique =
  | { readonly sorte: 'MONTURE'; readonly monture: Monture }
  | { readonly sorte: 'VERRE'; readonly verre: Verre }

/**
 * Participations et franchises déjà retenues : elles ont un plafond par jour et par an. Le jour est celui du soin, chez le
 * même professionnel pour les participations, pour la même sorte d'actes pour les franchises.
 */
export interface RetenuesAmo {
  readonly participationsJour?: Montant
  readonly participationsAnnee?: Montant
  readonly franchisesJour?: Montant
  readonly franchisesAnnee?: Montant
}

/** Un soin. Les clés propres à certaines lignes sont exigées par elles (FAIT_INVALIDE quand elles manquent). */
export interface Soin {
  readonly ligne: LigneSoin
  readonly depense?: Montant
  readonly brss?: Montant
  /** Taux de l'Assurance maladie dans le parcours de soins, en %. */
  readonly tauxAmo?: number
  readonly montantAmo?: Montant
  readonly participationForfaitaire?: Montant
  readonly franchise?: Montant
  readonly parcours?: boolean
  /** Ce que le décompte retient d'un soin hors parcours, quand il l'imprime. */
  readonly majorationParcours?: Montant
  readonly exonerationTm?: boolean
  /** Accident du travail ou maladie professionnelle : tout le tarif, sans retenue ni parcours. */
  readonly accidentTravail?: boolean
  readonly facture?: boolean
  readonly ordonnance?: boolean
  readonly boites?: number
  readonly actes?: number
  readonly trajets?: number
  /** Jours différents où se font les actes ou les trajets (1 par défaut) : les franchises ont un plafond par jour. */
  readonly joursDeSoins?: number
  readonly monture?: Monture
  readonly verres?: readonly Verre[]
  /** Ordre d'arrivée, quand les éléments d'un équipement n'arrivent pas ensemble ; remplace `monture` et `verres`. */
  readonly elements?: readonly ElementOptique[]
  readonly dernierEquipement?: DateCivile
  readonly motifRenouvellement?: MotifRenouvellement
  readonly oeil?: Oeil
  readonly oreille?: Oreille
  readonly dernierAppareil?: DateCivile
  readonly prixLimite?: Montant
  readonly panier?: 'MAITRISE' | 'LIBRE'
  readonly appareil?: 'PETIT' | 'GRAND'
  readonly jours?: number
  readonly etablissement?: Etablissement
  readonly dateEvenement?: DateCivile
  readonly dateAdhesionEnfant?: DateCivile
  /** Acte fait dans le conventionnement dentaire mutualiste, qui majore certains forfaits. */
  readonly acteReseau?: ActeReseau
}

export interface FaitsRemboursement {
  readonly formule: string
  readonly dateSoins: DateCivile
  readonly beneficiaire: Beneficiaire
  readonly soin: Soin
  readonly consommations?: readonly Consommation[]
  readonly autresRemboursements?: Montant
  readonly retenues?: RetenuesAmo
}
