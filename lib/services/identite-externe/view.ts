/** An identity that opens the account, as its owner sees it. */
export interface IdentiteVue {
  readonly id: string
  readonly libelle: string
  readonly lieeLe: Date
  /** Last time one came in by it. */
  readonly vueLe: Date | null
}

/** A provider one may sign in with. */
export interface FournisseurVue {
  readonly id: string
  readonly libelle: string
}
