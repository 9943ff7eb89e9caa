/** The access of an account, as whoever may cut it off sees it. */
export interface AccesVue {
  readonly compteId: string
  readonly nom: string
  readonly membre: boolean
  /** EFFACE: its data were erased, nothing opens it again. */
  readonly etat: 'OUVERT' | 'SUSPENDU' | 'EFFACE'
  /** Connections open now. */
  readonly connexions: number
  /** Whoever suspended it last, and why. */
  readonly suspension: { readonly par: string; readonly le: Date; readonly motif: string } | null
}
