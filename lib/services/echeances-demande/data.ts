import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Ecriture } from '@/lib/server/db'
import { EN_RETARD } from '../corbeille/data'

const ids = async (client: Ecriture, sql: string, valeurs: readonly unknown[]): Promise<readonly string[]> =>
  (await client.query<{ id: string }>(sql, [...valeurs])).rows.map(({ id }) => id)

/** Late, and not yet said so. */
export const A_ESCALADER = `${EN_RETARD} AND d.escaladee_le IS NULL`

export const loadAEscalader = (client: Ecriture, instant: Date): Promise<readonly string[]> =>
  ids(client, `SELECT d.id FROM demandes d WHERE ${A_ESCALADER} ORDER BY d.repondre_avant, d.id`, [instant])

/** How many are late: what the médecin-conseil answers for, and what the superviseurs do. */
export interface Retards {
  readonly medicaux: number
  readonly autres: number
}

export async function compterRetards(client: Ecriture, instant: Date): Promise<Retards> {
  const { rows } = await client.query<Retards>(
    `SELECT count(*) FILTER (WHERE d.equipe = 'MEDICAL')::int AS medicaux, count(*) FILTER (WHERE d.equipe <> 'MEDICAL')::int AS autres
      FROM demandes d WHERE ${EN_RETARD} AND d.escaladee_le IS NOT NULL`,
    [instant],
  )
  return rows[0] ?? { medicaux: 0, autres: 0 }
}

/** A piece asked for before today, due soon, that nobody was reminded of. */
export const A_RAPPELER = `p.recue_le IS NULL AND p.dispensee_le IS NULL AND p.rappelee_le IS NULL AND p.avant_le >= $1::date AND p.avant_le <= $1::date + $2::int
  AND (p.demandee_le AT TIME ZONE 'Europe/Paris')::date < $1::date`

export const loadARappeler = (
  client: Ecriture,
  jour: DateCivile,
  joursAvant: number,
): Promise<readonly string[]> =>
  ids(
    client,
    `SELECT DISTINCT p.demande_id AS id FROM pieces_attendues p JOIN demandes d ON d.id = p.demande_id
      WHERE d.etat = 'PIECE_DEMANDEE' AND ${A_RAPPELER} ORDER BY 1`,
    [jour, joursAvant],
  )

/** Every piece it waited for is past its day. */
export const ECHUE = `d.etat = 'PIECE_DEMANDEE' AND NOT EXISTS (SELECT FROM pieces_attendues p
  WHERE p.demande_id = d.id AND p.recue_le IS NULL AND p.dispensee_le IS NULL AND p.avant_le >= $1::date)`

export const loadEchues = (client: Ecriture, jour: DateCivile): Promise<readonly string[]> =>
  ids(client, `SELECT d.id FROM demandes d WHERE ${ECHUE} ORDER BY d.repondre_avant, d.id`, [jour])

/** Réclamations that nobody has acknowledged. */
export const loadAAccuser = (client: Ecriture): Promise<readonly string[]> =>
  ids(
    client,
    `SELECT d.id FROM demandes d WHERE d.nature = 'RECLAMATION' AND d.etat IN ('ENVOYEE', 'PRISE', 'PIECE_DEMANDEE')
      AND NOT EXISTS (SELECT FROM passages_demande h WHERE h.demande_id = d.id AND h.passage = 'ACCUSER_RECEPTION') ORDER BY d.id`,
    [],
  )

export interface AAlerter {
  readonly compteId: string
  readonly email: string
}

/** Whoever answers for what is late. */
export async function loadAAlerter(
  client: Ecriture,
  { medicaux, autres }: Retards,
): Promise<readonly AAlerter[]> {
  const { rows } = await client.query<AAlerter>(
    `SELECT id AS "compteId", email FROM comptes
      WHERE (role = 'SUPERVISEUR' AND $1 OR role = 'MEDECIN_CONSEIL' AND $2) AND statut = 'ACTIF' AND email_confirme_le IS NOT NULL ORDER BY id`,
    [autres > 0, medicaux > 0],
  )
  return rows
}
