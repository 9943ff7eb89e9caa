/**
 * The states of a prestation and the only passages between them. The database refuses the others with the same table
 * (garder_prestation, prisma/migrations); a test compares the two.
 */
export type EtatPrestation = 'CALCULEE' | 'A_VERIFIER' | 'A_PAYER' | 'PAYEE' | 'REFUSEE' | 'ANNULEE'

export const PASSAGES: Readonly<Record<EtatPrestation, readonly EtatPrestation[]>> = {
  CALCULEE: ['A_VERIFIER', 'A_PAYER', 'REFUSEE', 'ANNULEE'],
  A_VERIFIER: ['A_PAYER', 'REFUSEE', 'ANNULEE'],
  A_PAYER: ['PAYEE', 'ANNULEE'],
  /** The transfer came back. */
  PAYEE: ['A_PAYER'],
  REFUSEE: ['ANNULEE'],
  ANNULEE: [],
}
