import type pg from 'pg'
import type { DateCivile } from '@/lib/rules/date/date-civile'

/**
 * Benefits of the files made by the end of `jusquAu` are paid, by decree of the owner: for tests of what comes after a payment and not of
 * the payment itself. The ledger does not know of it.
 */
export async function marquerPayees(
  base: pg.Pool,
  { jusquAu, le }: { readonly jusquAu: DateCivile; readonly le: DateCivile },
): Promise<void> {
  await base.query(
    `UPDATE prestations p SET etat = 'PAYEE', payee_le = $2 FROM lignes_decompte l JOIN flux_recus f ON f.id = l.flux_id
      WHERE p.etat = 'A_PAYER' AND l.id = p.ligne_id AND (f.cree_le AT TIME ZONE 'Europe/Paris')::date <= $1::date`,
    [jusquAu, le],
  )
}
