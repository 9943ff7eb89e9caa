import type { DateCivile } from '../date/date-civile'
import type { Montant } from '../montant/montant'
import type { Consommation, Etablissement } from './faits'
import type { CodeLigne } from './lignes'

/** Ce qui a réduit ou refusé le paiement. */
export type Limite =
  | 'FRAIS_REELS'
  | 'PLAFOND_ANNUEL'
  | 'PLAFOND_SEANCE'
  | 'PLAFOND_RESPONSABLE'
  | 'RENOUVELLEMENT'
  | 'DELAI_ATTENTE'
  | 'NON_GARANTI'
  | 'JOURS_EPUISES'
  | 'PIECE_MANQUANTE'
  | 'HORS_PARCOURS'
  | 'HORS_DELAI'
  | 'HORS_DROITS'

/** Part d'une ligne du tableau dans le paiement ; `element` : rang de l'élément d'un équipement, dans l'ordre reçu. */
export interface Detail {
  readonly ligne: CodeLigne
  readonly montant: Montant
  readonly element?: number
}

/** Un compteur touché par le paiement, avant et après lui. */
export interface PlafondTouche {
  readonly ligne: CodeLigne
  readonly plafond: Montant
  readonly consommeAvant: Montant
  readonly consommeApres: Montant
  readonly du: DateCivile
  readonly au: DateCivile
}

/** Des jours ou des séances comptés par an, avant et après le paiement. */
export interface QuantiteTouchee {
  readonly ligne: CodeLigne
  readonly unite: 'JOUR' | 'SEANCE'
  readonly plafond: number
  readonly consommeAvant: number
  readonly consommeApres: number
  readonly du: DateCivile
  readonly au: DateCivile
  /** La limite propre à une sorte d'établissement ; absente pour celle de la case. */
  readonly etablissement?: Etablissement
}

/** Le partage d'une dépense : amo + regimeLocal + amc + autres + resteACharge = depense. */
export interface Remboursement {
  readonly depense: Montant
  readonly amo: Montant
  readonly amc: Montant
  readonly participationForfaitaire: Montant
  readonly franchise: Montant
  readonly regimeLocal: Montant
  readonly autresRemboursements: Montant
  readonly resteACharge: Montant
  readonly detail: readonly Detail[]
  readonly plafonds: readonly PlafondTouche[]
  readonly quantites: readonly QuantiteTouchee[]
  readonly limites: readonly Limite[]
  /** Ce que ce paiement prend sur les forfaits, à passer en `consommations` des soins suivants. */
  readonly consommations: readonly Consommation[]
}
