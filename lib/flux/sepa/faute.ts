/** Why a field cannot go to the bank. The French sentence is in lib/lexique/banque. */
export type CodeFaute =
  | 'ABSENT'
  | 'ALPHABET'
  | 'TROP_LONG'
  | 'BARRE_OBLIQUE'
  | 'ILLISIBLE'
  | 'IBAN'
  | 'BIC'
  | 'HORS_SEPA'
  | 'ICS'
  | 'MONTANT'
  | 'PERIODE'
  | 'DATE_PASSEE'
  | 'SIGNATURE_POSTERIEURE'
  | 'MODIFICATION_VIDE'
  | 'DONNEE_PERSONNELLE'
  | 'DOUBLE'
  | 'GROUPE_VIDE'
  | 'GROUPE_DOUBLE'
  | 'TROP_DE_GROUPES'
  | 'LOT_VIDE'

export interface FauteDeLot {
  readonly code: CodeFaute
  /** Dotted from the operation, or from the lot. Never a value: it may name someone. */
  readonly champ: string
  /** Rank from 1; absent for a fault of the lot itself. */
  readonly groupe?: number
  readonly rang?: number
  readonly endToEndId?: string
}

/** Faults kept in the error; all are counted. */
const FAUTES_GARDEES = 100

/** Nothing was written. */
export class LotRefuse extends Error {
  override readonly name = 'LotRefuse'

  constructor(
    readonly fautes: readonly FauteDeLot[],
    readonly nombre: number,
  ) {
    super(`${nombre} faute(s) : ${fautes[0]?.code} ${fautes[0]?.champ}`)
  }
}

/** The operations are not those that were controlled: what was written must be thrown away. */
export class LotChange extends Error {
  override readonly name = 'LotChange'
}

/** Gathers the faults of a lot, with the place where each was found. */
export class Controle {
  #fautes: FauteDeLot[] = []
  #nombre = 0
  #lieu: Pick<FauteDeLot, 'groupe' | 'rang' | 'endToEndId'> = {}

  situer(lieu: Pick<FauteDeLot, 'groupe' | 'rang' | 'endToEndId'>): void {
    this.#lieu = lieu
  }

  noter(code: CodeFaute, champ: string): void {
    this.#nombre += 1
    if (this.#fautes.length < FAUTES_GARDEES) this.#fautes.push({ code, champ, ...this.#lieu })
  }

  get nombre(): number {
    return this.#nombre
  }

  /** @throws {LotRefuse} */
  conclure(): void {
    if (this.#nombre > 0) throw new LotRefuse(this.#fautes, this.#nombre)
  }
}
