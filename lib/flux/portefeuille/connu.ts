import type { Periode } from '@/lib/rules/date/periode'
import type { Lien, ModeEcrit, PeriodiciteEcrite, UsageRib } from './ligne'

/** What the base knows of the adhérents, people and codes that a file names. */
export interface PersonneConnue {
  readonly id: string
  readonly nom: string
  readonly prenom: string
  readonly dateNaissance: string
  readonly rangNaissance: number
  /** Those among the file's NIRs under which the person is known. */
  readonly nirs: readonly string[]
  readonly codeAcces: string | null
}

export interface AdhesionConnue extends Periode {
  readonly id: string
  readonly reglement: string
  readonly formules: readonly (Periode & { readonly formule: string })[]
  readonly beneficiaires: readonly (Periode & { readonly personneId: string; readonly lien: Lien })[]
  readonly ribs: readonly (Periode & {
    readonly usage: UsageRib
    readonly titulaire: string
    readonly iban: string
  })[]
  readonly modalites: readonly (Periode & {
    readonly periodicite: PeriodiciteEcrite
    readonly mode: ModeEcrit
    readonly jour: number | null
  })[]
}

export interface PortefeuilleConnu {
  /** By numéro d'adhérent. */
  readonly adhesions: ReadonlyMap<string, AdhesionConnue>
  readonly personnes: readonly PersonneConnue[]
  /** Among the file's codes d'accès: whose they are. */
  readonly codes: ReadonlyMap<string, string>
  /** Among the file's mandates: whose they are, by RUM. */
  readonly mandats: ReadonlyMap<string, MandatConnu>
}

export interface MandatConnu extends Periode {
  readonly adhesionId: string
  readonly iban: string
  /** Ended in the portal or by the bank, with a reason. */
  readonly fini: boolean
}

/** What the organisme carries and what its règlements offer; the catalogue answers it. */
export interface Offre {
  readonly porte: (reglement: string) => boolean
  readonly propose: (reglement: string, formule: string) => boolean
  /** The règlement prints no table of guarantees: there is no formule to choose. Absent: all print one. */
  readonly sansFormule?: (reglement: string) => boolean
}
