import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import type { Consommation, ElementOptique } from '@/lib/rules/remboursement/faits'
import type { Detail, PlafondTouche } from '@/lib/rules/remboursement/resultat'
import type { Destinataire } from '../decomptes/format'
import type { Partage } from './partage'

/** What the calculation was given, so that it can be done again. Who it is about is not in it. */
export type Entrees = Readonly<Record<string, unknown>>

export interface PrestationCalculee {
  readonly etat: 'A_VERIFIER' | 'A_PAYER' | 'REFUSEE'
  readonly adhesionId: string | null
  readonly dateSoins: DateCivile
  /** The day the AMO reimbursed; null when the décompte does not tell. */
  readonly rembourseLe: DateCivile | null
  readonly formule: string | null
  readonly ligneGarantie: string | null
  readonly libelle: string
  readonly executant: string | null
  readonly destinataire: Destinataire
  readonly partage: Partage
  readonly versionReglement: string
  readonly entrees: Entrees
  readonly motifs: readonly Motif[]
  readonly limites: readonly string[]
  readonly details: readonly Detail[]
  readonly plafonds: readonly (PlafondTouche & ParContrat)[]
  readonly consommations: readonly (Consommation & ParContrat)[]
  /** Optical elements that this line adds to the equipment of its décompte; empty when none is paid. */
  readonly elements: readonly (ElementOptique & ParContrat)[]
}

/** The contract, where it is not the one of the prestation: a surcomplémentaire pays on the same prestation. */
interface ParContrat {
  readonly adhesionId?: string
}

/** What earlier lines leave behind under one contract, which pays first or after another. */
export type Memoire = (adhesionId: string, rang: 'PREMIER' | 'SECOND') => Historique

/** What earlier lines leave behind, under one adhésion for one person. */
export interface Historique {
  readonly consommations: readonly (Consommation & { readonly equipement: string | null })[]
  /** Elements paid before, in order, with the décompte they came in. */
  readonly elements: readonly {
    readonly equipement: string
    readonly jour: DateCivile
    readonly element: ElementOptique
  }[]
}
