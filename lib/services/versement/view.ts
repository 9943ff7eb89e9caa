import { destinerVersement } from '@/lib/rules/ayant-droit/destiner-versement'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { reglementDe } from '../cotisation/view'
import type { Dette, Retenue } from '../indu/data'
import type { AVerser } from './data'

/** What decides whose account is paid. */
export interface FaitsVersementLus {
  readonly reglement: string | null
  /** Of the line that covers the person; null: none. */
  readonly lien: string | null
  readonly naissance: string | null
  readonly refus: boolean
}

/** Null: nobody but the contract can be paid for this person. */
export function deciderVersement(
  { reglement, lien, naissance, refus }: FaitsVersementLus,
  compteConnu: boolean,
  date: DateCivile,
): ReturnType<typeof destinerVersement> {
  if (reglement === null || lien !== 'ENFANT' || naissance === null || !estDateCivile(naissance)) return null
  const faits = { dateNaissance: naissance, date, refusExpres: refus, compteConnu }
  return destinerVersement(reglementDe(reglement), faits)
}

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
 * theirs: it settles their own debt, never the member's. So is one paid to an ayant droit: the debt is the contract's, not theirs.
 */
export function compenser(aVerser: readonly AVerser[], dettes: readonly Dette[]): Compensation {
  const du = new Map(dettes.map((d) => [d.debiteurId, d.montant]))
  const retenues: Compensation['retenues'][number][] = []
  const soldees: string[] = []
  const restes: AVerser[] = []
  for (const p of aVerser) {
    const creancier = p.tiersId ?? p.adhesionId
    const dette = p.entamee || p.comptePropre ? 0 : (du.get(creancier) ?? 0)
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
