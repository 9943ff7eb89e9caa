import type { EtatDemande } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Ecriture } from '@/lib/server/db'
import { estEnCours } from '../demande/etats'
import { CONTESTATION, type InduLu, lockIndu } from '../indu/data'

export interface ContestationLue {
  readonly id: string
  readonly etat: EtatDemande
  readonly enCours: boolean
}

/** The last demande that contests an indu, and was not taken back. */
export async function loadContestation(client: Ecriture, induId: string): Promise<ContestationLue | null> {
  const { rows } = await client.query<Omit<ContestationLue, 'enCours'>>(
    `SELECT c.id, c.etat FROM indus i CROSS JOIN LATERAL (${CONTESTATION}) c WHERE i.id = $1 ORDER BY c.numero DESC LIMIT 1`,
    [induId],
  )
  const lue = rows[0]
  return lue === undefined ? null : { ...lue, enCours: estEnCours(lue.etat) }
}

/** Somebody answered that it stays due: what follows is a réclamation. */
export async function estMaintenue(client: Ecriture, induId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM indus i CROSS JOIN LATERAL (${CONTESTATION} AND d.etat = 'REFUSEE') c WHERE i.id = $1 LIMIT 1`,
    [induId],
  )
  return rowCount === 1
}

/** The sum that a demande contests, since when, and from when it could be retained; null: none, or not a member's. */
export async function loadContestee(
  client: Ecriture,
  demandeId: string,
): Promise<{
  readonly induId: string
  readonly envoyeeLe: DateCivile
  readonly retenueDes: DateCivile
} | null> {
  const { rows } = await client.query<{ induId: string; envoyeeLe: DateCivile; retenueDes: DateCivile }>(
    `SELECT i.id AS "induId", (d.envoyee_le AT TIME ZONE 'Europe/Paris')::date AS "envoyeeLe", i.retenue_des AS "retenueDes"
      FROM demandes d JOIN indus i ON i.id = (d.faits ->> 'reference')::uuid
      WHERE d.id = $1 AND d.nature = 'CONTESTATION_INDU' AND i.tiers_id IS NULL`,
    [demandeId],
  )
  return rows[0] ?? null
}

/** One indu, with the debts locked as a payment run locks them. Null: there is none. */
export async function lockSomme(client: Ecriture, id: string, jour: DateCivile): Promise<InduLu | null> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('versements', 0))`)
  return lockIndu(client, id, jour)
}
