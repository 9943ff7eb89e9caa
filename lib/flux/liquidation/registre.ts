import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Socle } from '@/lib/rules/remboursement/socle'
import type { ContenuLigne } from '../decomptes/format'
import type { Historique } from './prestation'
import type { Assure } from './situation'

/** A received line that has no prestation yet. */
export interface LigneALire {
  readonly id: string
  readonly rang: number
  /** Its place in the order of forfaits, as text that sorts: a correction stands where the line it corrects stood. */
  readonly place: string
  readonly emetteur: string
  readonly id_decompte: string
  readonly personne_id: string
  readonly reversion: boolean
  readonly pour_information: boolean
  readonly origine_id: string | null
  readonly contenu: ContenuLigne
}

/** A consumption and the prestation it comes from: given back with it. */
export type ConsommationConnue = Historique['consommations'][number] & {
  readonly prestationId: string
  readonly adhesionId: string
  readonly compteurId: string | null
  readonly place: string
}
export type ElementConnu = Historique['elements'][number] & {
  readonly prestationId: string
  /** The surcomplémentaire that counts it after another payer; null for the contract that pays first. */
  readonly second: string | null
  readonly place: string
}

export interface CompteurConnu {
  readonly id: string
  readonly adhesionId: string
  readonly personneId: string
  readonly ligne: string
  readonly marque: string
  readonly du: DateCivile
  readonly au: DateCivile
  plafond: number
  consomme: number
  neuf: boolean
  touche: boolean
}

/** A prestation that a line of the batch takes back or corrects. */
export interface PrestationConnue {
  readonly id: string
  readonly ligneId: string
  readonly payee: boolean
  /** Already taken back. */
  annulee: boolean
  /** Its columns, amounts opposite. */
  readonly contenuInverse: Readonly<Record<string, unknown>>
}

/** What a batch knows and changes, in memory, until it is written. */
export interface Lot {
  readonly socle: Socle
  readonly assures: ReadonlyMap<string, Assure>
  readonly consommations: Map<string, ConsommationConnue[]>
  readonly elements: Map<string, ElementConnu[]>
  readonly compteurs: Map<string, CompteurConnu>
  readonly origines: Map<string, PrestationConnue>
  readonly rangees: Map<string, Rangee>
  readonly annulees: string[]
  /** Prestations that a correction of the batch may change, by person, in their order; only people whose lines are corrected. */
  readonly suivantes: Map<string, Suivante[]>
  /** Lines that a received reversal takes back, done or to come. */
  readonly reprises: ReadonlySet<string>
  /** Lines that the mutuelle writes itself, to correct what followed a corrected line. */
  readonly internes: LigneInterne[]
  /** The last rank taken in the file. */
  readonly rangInterne: number
}

/** A prestation of the past with what it takes to do it again. */
export interface Suivante {
  readonly id: string
  readonly ligneId: string
  /** The received line that it answers, whatever the number of times it was done again. */
  readonly racineId: string
  readonly personneId: string
  readonly place: string
  readonly equipement: string
  readonly contenu: ContenuLigne
  readonly partMutuelle: number
  readonly lignes: readonly string[]
}

/** A reversal, or a line done again. */
export interface LigneInterne {
  readonly id: string
  readonly rang: number
  readonly origineId: string
  readonly reversion: boolean
  readonly personneId: string
  readonly contenu: ContenuLigne
}

/** A row of `prestations`, with its details and consumption. */
export interface Rangee {
  readonly id: string
  etat: string
  readonly colonnes: Readonly<Record<string, unknown>>
  readonly details: readonly { ligne: string; montant: number }[]
  readonly consommations: readonly ConsommationConnue[]
}

export const cleCompteur = (c: {
  adhesionId: string
  personneId: string
  ligne: string
  marque: string
  du: string
}) => [c.adhesionId, c.personneId, c.ligne, c.marque, c.du].join('|')
