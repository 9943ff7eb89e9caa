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

/** Somebody whom a provider has recognised, before we know whose account is theirs. */
export interface ALierVue {
  readonly libelle: string
  /** The provider opens members' accounts. */
  readonly membres: boolean
  /** It certifies a name and a birth date, so that a card is enough. */
  readonly parCarte: boolean
}
