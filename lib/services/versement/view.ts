import type { AVerser, Dette } from './data'

export interface Compensation {
  /** What each benefit gives to what is owed. Cents, positive. */
  readonly retenues: readonly {
    readonly prestationId: string
    readonly adhesionId: string
    readonly montant: number
  }[]
  /** Benefits wholly given. */
  readonly soldees: readonly string[]
  /** What is left to pay. */
  readonly restes: readonly AVerser[]
}

/**
 * The oldest benefits first go to what the contract owes, to the last cent of it and no further. A benefit paid to a professional is
 * theirs: it never settles the member's debt.
 */
export function compenser(aVerser: readonly AVerser[], dettes: readonly Dette[]): Compensation {
  const du = new Map(dettes.map((d) => [d.adhesionId, d.montant]))
  const retenues: Compensation['retenues'][number][] = []
  const soldees: string[] = []
  const restes: AVerser[] = []
  for (const p of aVerser) {
    const dette = p.tiersId === null && !p.entamee ? (du.get(p.adhesionId) ?? 0) : 0
    const montant = Math.min(dette, p.montant)
    if (montant > 0) {
      du.set(p.adhesionId, dette - montant)
      retenues.push({ prestationId: p.id, adhesionId: p.adhesionId, montant })
    }
    if (montant === p.montant) soldees.push(p.id)
    else restes.push({ ...p, montant: p.montant - montant })
  }
  return { retenues, soldees, restes }
}
