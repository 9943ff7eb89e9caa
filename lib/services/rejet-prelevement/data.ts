import type { DateCivile } from '@/lib/rules/date/date-civile'
import { premierJanvier, trenteEtUnDecembre } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import type { Ecriture } from '@/lib/server/db'

/** A debit that came back and that nothing has followed yet. */
export interface RejetASuivre {
  readonly ordreId: string
  readonly adhesionId: string
  readonly code: string
  readonly rejeteLe: DateCivile
  readonly preleveLe: DateCivile
  readonly montant: number
  readonly ibanFin: string
}

const COLONNES = `o.id AS "ordreId", o.adhesion_id AS "adhesionId", o.code_retour AS code, o.denoue_le AS "rejeteLe",
  l.execution_le AS "preleveLe", o.montant, o.iban_fin AS "ibanFin"
  FROM ordres_bancaires o JOIN lots_bancaires l ON l.id = o.lot_id
  WHERE o.etat = 'REJETE' AND o.mandat_id IS NOT NULL AND o.adhesion_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM rejets_prelevement r WHERE r.ordre_id = o.id)`

export async function loadRejetsASuivre(
  client: Ecriture,
  apres: string,
  limite: number,
): Promise<RejetASuivre[]> {
  const { rows } = await client.query<RejetASuivre>(
    `SELECT ${COLONNES} AND o.id > $1 ORDER BY o.id LIMIT $2`,
    [apres, limite],
  )
  return rows
}

/** Once the contract is locked: null when somebody followed it meanwhile. */
export async function loadRejet(client: Ecriture, ordreId: string): Promise<RejetASuivre | null> {
  const { rows } = await client.query<RejetASuivre>(`SELECT ${COLONNES} AND o.id = $1`, [ordreId])
  return rows[0] ?? null
}

/** What is left to pay of a year: neither paid, nor at the bank, nor replaced. Cents. */
export async function loadImpayees(client: Ecriture, adhesionId: string, annee: number): Promise<Montant[]> {
  const { rows } = await client.query<{ montant: number }>(
    `SELECT montant FROM echeances e WHERE adhesion_id = $1 AND du BETWEEN $2 AND $3 AND montant > 0
      AND etat IN ('A_VENIR', 'APPELEE', 'REJETEE')
      AND NOT EXISTS (SELECT FROM ordres_echeances o WHERE o.echeance_id = e.id AND o.vivant) ORDER BY exigible_le`,
    [adhesionId, premierJanvier(annee), trenteEtUnDecembre(annee)],
  )
  return rows.map((r) => montant(r.montant))
}
