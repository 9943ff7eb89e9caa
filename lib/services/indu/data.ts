import type { EtatIndu } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Ecriture } from '@/lib/server/db'

/**
 * What is left of each indu. The ledger knows what a debtor still owes; what came back settles the oldest indus first, the disputed ones
 * last. `nouvel_etat` is what follows from it on the day $1.
 */
export const RESTES = `SELECT r.*, CASE
      WHEN r.reste = 0 THEN 'SOLDE'
      WHEN r.etat = 'SOLDE' THEN 'EN_RECUPERATION'
      WHEN r.etat = 'EXPLIQUE' AND r.retenue_des <= $1 THEN 'EN_RECUPERATION'
      ELSE r.etat::text END AS nouvel_etat
  FROM (SELECT i.id, i.adhesion_id, i.tiers_id, i.prestation_id, i.etat, i.montant, i.mensualite, i.retenue_des,
      greatest(0, least(i.montant, sum(i.montant) OVER (PARTITION BY coalesce(i.tiers_id, i.adhesion_id)
          ORDER BY (i.etat = 'CONTESTE'), i.constate_le, i.id)
        - (sum(i.montant) OVER (PARTITION BY coalesce(i.tiers_id, i.adhesion_id)) - (s.debit - s.credit))))::bigint AS reste
    FROM indus i JOIN soldes s ON CASE WHEN i.tiers_id IS NULL
      THEN s.nature = 'INDUS_ADHERENT' AND s.adhesion_id = i.adhesion_id ELSE s.nature = 'INDUS_TIERS' AND s.tiers_id = i.tiers_id END
  ) r`

export interface Dette {
  /** The contract, or the professional who was paid in its place. */
  readonly debiteurId: string
  /** Cents that may be recovered now on what is paid. */
  readonly montant: number
}

/** What may be retained on the day: explained long enough ago, not disputed. Instalments are asked, not retained. */
export async function loadDettes(client: Ecriture, jour: DateCivile): Promise<Dette[]> {
  const { rows } = await client.query<Dette>(
    `SELECT coalesce(r.tiers_id, r.adhesion_id) AS "debiteurId", sum(r.reste)::bigint AS montant FROM (${RESTES}) r
      WHERE r.nouvel_etat = 'EN_RECUPERATION' AND r.retenue_des <= $1 AND r.mensualite IS NULL AND r.reste > 0 GROUP BY 1`,
    [jour],
  )
  return rows
}

export interface InduLu {
  readonly id: string
  readonly etat: EtatIndu
  readonly montant: number
  readonly reste: number
  readonly adhesionId: string
  readonly tiersId: string | null
  readonly mensualite: number | null
}

/** One indu, its row locked until the end of the transaction; null when it does not exist. */
export async function lockIndu(client: Ecriture, id: string, jour: DateCivile): Promise<InduLu | null> {
  await client.query('SELECT FROM indus WHERE id = $1 FOR UPDATE', [id])
  const { rows } = await client.query<InduLu>(
    `SELECT r.id, r.etat, r.montant, r.reste, r.adhesion_id AS "adhesionId", r.tiers_id AS "tiersId", r.mensualite
      FROM (${RESTES}) r WHERE r.id = $2`,
    [jour, id],
  )
  return rows[0] ?? null
}
