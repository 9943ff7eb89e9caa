import type { DateCivile } from '@/lib/rules/date/date-civile'
import { dechiffrer } from '@/lib/server/chiffrement'
import type { Ecriture } from '@/lib/server/db'

/** A benefit to pay, and the account it goes to. */
export interface AVerser {
  readonly id: string
  readonly adhesionId: string
  readonly tiersId: string | null
  /** Cents still due: what was already retained on it is off. */
  readonly montant: number
  /** Something of it already went to a debt: a benefit is retained on once. */
  readonly entamee: boolean
  readonly titulaire: string
  readonly iban: string
}

interface LigneAVerser extends Omit<AVerser, 'iban'> {
  compte_id: string
  iban_chiffre: Buffer
}

/**
 * Benefits to pay whose account is known on the day of the transfer, not in a living order, locked. Those without an account wait:
 * the staff page counts them (lib/services/paiement).
 */
export async function loadAVerser(client: Ecriture, executionLe: DateCivile): Promise<AVerser[]> {
  const { rows } = await client.query<LigneAVerser>(
    `SELECT p.id, p.adhesion_id AS "adhesionId", t.id AS "tiersId",
        (p.part_mutuelle - coalesce(r.montant, 0)) AS montant, r.id IS NOT NULL AS entamee,
        CASE WHEN t.id IS NULL THEN 'comptes_bancaires:' || b.id ELSE 'tiers:' || t.id END AS compte_id,
        coalesce(t.nom, b.titulaire) AS titulaire, coalesce(t.iban_chiffre, b.iban_chiffre) AS iban_chiffre
      FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id
      JOIN ecritures d ON d.operation = 'PRESTATION_DUE' AND d.piece_type = 'prestation' AND d.piece_id = p.id
      JOIN comptes_livre c ON c.id = d.credit_id LEFT JOIN tiers t ON t.id = c.tiers_id
      LEFT JOIN ecritures r ON r.operation = 'INDU_RETENU' AND r.piece_type = 'prestation' AND r.piece_id = p.id
      LEFT JOIN comptes_bancaires b ON b.adhesion_id = p.adhesion_id AND b.usage = 'PRESTATIONS'
        AND b.du <= $1 AND (b.au IS NULL OR b.au >= $1)
      WHERE p.etat = 'A_PAYER' AND p.part_mutuelle > 0
        AND NOT EXISTS (SELECT FROM ordres_prestations o WHERE o.prestation_id = p.id AND o.vivant)
        AND coalesce(t.iban_chiffre, CASE WHEN t.id IS NULL THEN b.iban_chiffre END) IS NOT NULL
      ORDER BY f.ordre, l.rang FOR UPDATE OF p`,
    [executionLe],
  )
  return rows.map(({ compte_id, iban_chiffre, ...p }) => ({
    ...p,
    iban: dechiffrer(iban_chiffre, compte_id),
  }))
}
