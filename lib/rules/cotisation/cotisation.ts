import type { Fraction } from '../echeancier/fractionner'
import type { Palier } from '../echeancier/regle-echeancier'
import type { Montant } from '../montant/montant'
import type { AppelCotisation } from './appeler'
import type { Exoneration } from './exonerer'
import type { Parts } from './participer'
import type { RoleCotisant } from './regle-cotisation'

export interface LigneCotisation {
  readonly role: RoleCotisant
  readonly mensuelle: Montant
  readonly age: number
  readonly gratuit: boolean
}

export interface Cotisation {
  readonly mensuelle: Montant
  readonly annuelle: Montant
  readonly lignes: readonly LigneCotisation[]
  /** Dû de l'année, avant participation de l'employeur ; celui de la première année si elle commence là. */
  readonly due: Montant
  readonly premiereAnnee: Montant | null
  readonly paliers: readonly Palier[]
  /** Ce qui est appelé à l'adhérent (ou à l'entreprise), participation de l'employeur déduite. */
  readonly fractions: readonly Fraction[]
  readonly exonerations: readonly Exoneration[]
  readonly parts: Parts | null
  readonly appels: readonly AppelCotisation[]
}
