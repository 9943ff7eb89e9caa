import type { z } from 'zod'
import type { NatureDemande } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import type { SituationPieces } from '@/lib/rules/pieces/piece'
import type { Ecriture } from '@/lib/server/db'
import type { PorteeGestion } from '@/lib/server/portee'
import type { DemandeLue, LigneApercu, Resultat } from '../demande/schema'

/** A fact of a demande as both sides read it. */
export interface FaitDit {
  readonly libelle: string
  readonly valeur: string
}

/** What accepting would do, and why; nothing is written. */
export type Apercu =
  | {
      readonly verdict: 'ACCORDEE'
      readonly lignes: readonly LigneApercu[]
      readonly motifs: readonly Motif[]
      readonly reglement: string | null
    }
  | {
      readonly verdict: 'REFUSEE'
      readonly motifs: readonly Motif[]
      /** What remains possible, in a sentence. */
      readonly possible: string | null
      readonly reglement: string | null
    }
  /** What has to be known first, in sentences. */
  | { readonly verdict: 'INCOMPLETE'; readonly manque: readonly string[] }

/** A demande under treatment. `saisie`: what staff types to accept it, read by `saisieSchema`. */
export interface EnTraitement<F, S> {
  readonly client: Ecriture
  readonly demande: DemandeLue
  readonly faits: F
  readonly saisie: S
  readonly jour: DateCivile
}

export type SansSaisie<F> = Omit<EnTraitement<F, null>, 'saisie'>

export type EffetRefus = Pick<Resultat, 'reglement' | 'motifs' | 'lignes'>

/** A question of the form by which staff treats a demande. */
export interface ChampSaisie {
  readonly nom: string
  readonly libelle: string
  readonly indice?: string
  readonly type: 'texte' | 'long' | 'date' | 'montant' | 'choix' | 'case'
  readonly valeur?: string
  /** Of a choice. */
  readonly options?: readonly { readonly valeur: string; readonly libelle: string }[]
  readonly facultatif?: boolean
  readonly min?: string
}

/**
 * What one nature of demande knows: its facts in words, what accepting it does, and how to undo it. One room a nature
 * (lib/services/demande-<nature>), all listed in `nature-demande/data`.
 */
export interface NatureTraitee<F = unknown, S = unknown, E = unknown> {
  readonly nature: NatureDemande
  readonly faits: z.ZodType<F>
  /** What staff adds to accept; null: nothing. */
  readonly saisie: z.ZodType<S> | null
  /** The form whose answers `saisie` reads. */
  champs?(faits: F): readonly ChampSaisie[]
  /** Of a nature answered in words: this one may be decided too. */
  seDecide?(faits: F): boolean
  dire(faits: F, jour: DateCivile): readonly FaitDit[]
  /** The lists of pieces that prove it, as the rules name them: the first that the règlement has. */
  pieces?(faits: F): readonly (readonly SituationPieces[])[]
  /** Where staff sees more of what it is about; null: not for this role. */
  lien?(faits: F, acteur: PorteeGestion): { readonly href: string; readonly libelle: string } | null
  apercu(t: EnTraitement<F, S | null>): Promise<Apercu>
  /** Writes what `apercu` showed, in the caller's transaction; returns what undoing needs. Absent: answered in words only. */
  appliquer?(t: EnTraitement<F, S>, acteur: PorteeGestion): Promise<E>
  readonly effet?: z.ZodType<E>
  /** What a refusal writes beside its words, in the caller's transaction; returns what its result says of it. Absent: nothing. */
  refuser?(t: SansSaisie<F>, phrase: string, acteur: PorteeGestion): Promise<EffetRefus>
  /** Takes back what a refusal wrote. Null when done; else why it cannot be any more, in a sentence. */
  reprendre?(t: SansSaisie<F>, acteur: PorteeGestion): Promise<string | null>
  /** After the commit of an acceptance or of its undoing, to hasten what a job would do anyway. */
  apres?(): Promise<void>
  /** Null when undone; else why it cannot be any more, in a sentence. */
  defaire?(t: SansSaisie<F>, effet: E, acteur: PorteeGestion): Promise<string | null>
}
