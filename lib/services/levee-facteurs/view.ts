/** A lost factor, as whoever handles it sees it. */
export interface LeveeVue {
  readonly compteId: string
  /** Kinds of factor that the account has, in French. */
  readonly facteurs: readonly string[]
  readonly enCours: {
    readonly par: string
    readonly le: Date
    readonly effetLe: Date
    readonly verifie: readonly string[]
    readonly motif: string
    /** Asked by whoever looks: somebody else approves. */
    readonly sienne: boolean
  } | null
}
