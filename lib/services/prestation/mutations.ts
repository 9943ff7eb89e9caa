import type { DateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { SYSTEME } from '@/lib/server/portee'

/**
 * Notes as paid on the day `le` every prestation to pay of the files that their sender made by the end of the day `jusquAu` (Paris).
 * The payment run calls it; called again it finds nothing.
 */
export async function constaterPaiements({
  jusquAu,
  le,
}: {
  readonly jusquAu: DateCivile
  readonly le: DateCivile
}): Promise<{ readonly payees: number }> {
  return ecrire(SYSTEME, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE prestations p SET etat = 'PAYEE', payee_le = $2
        FROM lignes_decompte l JOIN flux_recus f ON f.id = l.flux_id
        WHERE p.etat = 'A_PAYER' AND l.id = p.ligne_id AND (f.cree_le AT TIME ZONE 'Europe/Paris')::date <= $1::date`,
      [jusquAu, le],
    )
    const payees = rowCount ?? 0
    if (payees === 0) return { payees }
    await journaliser(client, {
      acte: 'PAIEMENTS_CONSTATES',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'prestations',
      objetId: null,
      resultat: 'FAIT',
      donnees: { payees, jusquAu, le },
    })
    return { payees }
  })
}
