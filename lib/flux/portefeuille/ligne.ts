import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Periode } from '@/lib/rules/date/periode'

/** Columns of the portfolio file, in order. README describes them. */
export const COLONNES = [
  'enregistrement',
  'numero_adherent',
  'reglement',
  'formule',
  'du',
  'au',
  'lien',
  'nom',
  'prenom',
  'date_naissance',
  'rang_naissance',
  'nir',
  'nir_second',
  'code_acces',
  'usage',
  'titulaire',
  'iban',
] as const

/** Columns that a file may add after the others, all together, to say how contributions are paid. */
export const COLONNES_COTISATIONS = ['periodicite', 'mode_paiement', 'jour_prelevement', 'rum'] as const
export const TOUTES_COLONNES = [...COLONNES, ...COLONNES_COTISATIONS] as const

export type Colonne = (typeof TOUTES_COLONNES)[number]
export type Enregistrement = 'ADHESION' | 'FORMULE' | 'BENEFICIAIRE' | 'RIB' | 'MODALITE' | 'MANDAT'
export type Lien = 'MEMBRE_PARTICIPANT' | 'CONJOINT' | 'PACS' | 'CONCUBIN' | 'ENFANT'
export type UsageRib = 'PRESTATIONS' | 'COTISATIONS'

/** A mistake, for the person who made the file: where, and what to do, in French. Values of secrets are never repeated. */
export interface ErreurPortefeuille {
  readonly ligne: number
  readonly colonne: Colonne | null
  readonly message: string
}

interface Base extends Periode {
  /** Line of the file, header = 1. */
  readonly ligne: number
  readonly numeroAdherent: string
}

export interface LigneAdhesion extends Base {
  readonly type: 'ADHESION'
  readonly reglement: string
}

export interface LigneFormule extends Base {
  readonly type: 'FORMULE'
  readonly formule: string
}

export interface LigneBeneficiaire extends Base {
  readonly type: 'BENEFICIAIRE'
  readonly lien: Lien
  readonly nom: string
  readonly prenom: string
  /** May be one that the calendar does not know (« lunaire »). */
  readonly dateNaissance: string
  readonly rangNaissance: number
  /** 13 characters, without key; the second is the other parent's. */
  readonly nirs: readonly [string, ...string[]]
  readonly codeAcces: string | null
}

export interface LigneRib extends Base {
  readonly type: 'RIB'
  readonly usage: UsageRib
  readonly titulaire: string
  readonly iban: string
}

export type PeriodiciteEcrite = 'MENSUELLE' | 'TRIMESTRIELLE' | 'SEMESTRIELLE' | 'ANNUELLE'
export type ModeEcrit = 'PRELEVEMENT' | 'CHEQUE' | 'PRECOMPTE'

/** How contributions are paid during a period. */
export interface LigneModalite extends Base {
  readonly type: 'MODALITE'
  readonly periodicite: PeriodiciteEcrite
  readonly mode: ModeEcrit
  /** 6, 15 or 28; null without direct debit. */
  readonly jour: number | null
}

/** The mandate under which the mutuelle already debits: signed on `du`, revoked on `au`, for the account of its IBAN. */
export interface LigneMandat extends Base {
  readonly type: 'MANDAT'
  readonly iban: string
  readonly rum: string
}

export type LignePortefeuille =
  | LigneAdhesion
  | LigneFormule
  | LigneBeneficiaire
  | LigneRib
  | LigneModalite
  | LigneMandat

export const memePeriode = (a: Periode, b: Periode): boolean => a.du === b.du && a.au === b.au

export const ecrirePeriode = (p: { du: DateCivile; au: DateCivile | null }): string =>
  p.au === null ? `à partir du ${p.du}` : `du ${p.du} au ${p.au}`
