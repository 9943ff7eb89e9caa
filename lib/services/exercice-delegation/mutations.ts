import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_DELEGATION } from '@/lib/lexique/delegations'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { type ActeJournal, journaliser } from '@/lib/server/journal'
import { type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { vautLe } from '../delegation/access'
import { lockDelegation } from '../delegation/data'

/** When: the business day that the delegation is read on, and the real instant of the session. */
interface Moment {
  readonly jour: DateCivile
  readonly instant: Date
}

/** From now on this session acts for the person; for one at a time. @throws {SaisieRefusee} when the delegation is not theirs, or over. */
export async function agirPour(
  acteur: PorteeAdherent,
  sessionId: string,
  delegationId: string,
  { jour, instant }: Moment,
): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const d = await lockDelegation(client, delegationId)
    if (d === null || d.delegueId !== acteur.compteId || acteur.delegation !== undefined || !vautLe(d, jour))
      throw new SaisieRefusee({ champ: '', message: PHRASES_DELEGATION.INTROUVABLE })
    await clore(client, acteur, sessionId, instant)
    await client.query(
      'INSERT INTO exercices_delegation (delegation_id, session_id, debute_le) VALUES ($1, $2, $3)',
      [delegationId, sessionId, instant],
    )
    await consigner(client, acteur, 'DELEGATION_EXERCEE', delegationId)
  })
}

/** Back to one's own space. Twice is once. */
export const revenir = (acteur: PorteeAdherent, sessionId: string, instant: Date): Promise<void> =>
  ecrire(SYSTEME, (client) => clore(client, acteur, sessionId, instant))

async function clore(
  client: Ecriture,
  acteur: PorteeAdherent,
  sessionId: string,
  instant: Date,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE exercices_delegation SET fini_le = greatest($2, debute_le) WHERE session_id = $1 AND fini_le IS NULL
      RETURNING delegation_id AS id`,
    [sessionId, instant],
  )
  for (const { id } of rows) await consigner(client, acteur, 'DELEGATION_RENDUE', id)
}

const consigner = (
  client: Ecriture,
  { compteId, type }: PorteeAdherent,
  acte: ActeJournal,
  id: string,
): Promise<void> =>
  journaliser(client, {
    acte,
    compteId,
    role: type,
    objetType: 'delegation',
    objetId: id,
    resultat: 'FAIT',
    donnees: { delegation: id },
  })
