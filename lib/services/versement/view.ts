import type { Dette, Retenue } from '../indu/data'
import type { AVerser } from './data'

export interface Compensation {
  /** What each benefit gives to what is owed. Cents, positive. */
  readonly retenues: readonly Retenue[]
  /** Benefits wholly given. */
  readonly soldees: readonly string[]
  /** What is left to pay. */
  readonly restes: readonly AVerser[]
}

/**
 * The oldest benefits first go to what their creditor owes, to the last cent of it and no further. A benefit paid to a professional is
 * theirs: it settles their own debt, never the member's.
 */
export function compenser(aVerser: readonly AVerser[], dettes: readonly Dette[]): Compensation {
  const du = new Map(dettes.map((d) => [d.debiteurId, d.montant]))
  const retenues: Compensation['retenues'][number][] = []
  const soldees: string[] = []
  const restes: AVerser[] = []
  for (const p of aVerser) {
    const creancier = p.tiersId ?? p.adhesionId
    const dette = p.entamee ? 0 : (du.get(creancier) ?? 0)
    const montant = Math.min(dette, p.montant)
    if (montant > 0) {
      du.set(creancier, dette - montant)
      retenues.push({ prestationId: p.id, adhesionId: p.adhesionId, tiersId: p.tiersId, montant })
    }
    if (montant === p.montant) soldees.push(p.id)
    else restes.push({ ...p, montant: p.montant - montant })
  }
  return { retenues, soldees, restes }
}
