import { z } from 'zod'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { LectureLue } from '../foyer/data'
import type { RetenuesAnnee } from '../retenues/schema'

/** The year asked in the address; anything else is the year that runs. */
export const anneeDemandee = z.coerce.number().int().min(2000).max(2100).nullable().catch(null)

/** The shares of one kind of line for one person in a year, in cents. */
export interface LigneAnnee {
  readonly personneId: string
  readonly ligneGarantie: string | null
  readonly nombre: number
  readonly depense: bigint
  readonly partAmo: bigint
  readonly participation: bigint
  readonly franchise: bigint
  readonly partRegimeLocal: bigint
  readonly autresRemboursements: bigint
  readonly partMutuelle: bigint
  readonly resteACharge: bigint
}

export interface PersonneAnnee {
  readonly id: string
  readonly prenom: string
  readonly nom: string
  readonly dateNaissance: DateCivile
  readonly lecture: LectureLue | null
}

export interface AnneeLue {
  readonly annee: number
  /** Years with care, most recent first. */
  readonly annees: readonly number[]
  readonly personnes: readonly PersonneAnnee[]
  /** Null: everybody whom the reader may see. */
  readonly choisie: string | null
  readonly lignes: readonly LigneAnnee[]
  /** Of every year: a care of December may count on the next one. */
  readonly retenues: readonly RetenuesAnnee[]
}
