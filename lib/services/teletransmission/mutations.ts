import type { EtatTeletransmission } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeSysteme, SYSTEME } from '@/lib/server/portee'
import type { CodeTeletransmission } from './schema'

export interface ReponseCaisse {
  readonly personneId: string
  readonly etat: EtatTeletransmission
  /** Why; with a refusal or a stop, and only then. */
  readonly code: CodeTeletransmission | null
  readonly depuis: DateCivile
}

/** Notes what the Assurance maladie answers of a person; known already, it writes nothing. False: nothing new. */
export async function noterTeletransmission(
  _acteur: PorteeSysteme,
  { personneId, etat, code, depuis }: ReponseCaisse,
): Promise<boolean> {
  return ecrire(SYSTEME, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('teletransmission:' || $1, 0))`, [
      personneId,
    ])
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO teletransmissions (personne_id, rang, etat, code, depuis)
        SELECT $1, coalesce(max(rang), 0) + 1, $2::text::"EtatTeletransmission", $3, $4::date FROM teletransmissions WHERE personne_id = $1
        HAVING NOT EXISTS (SELECT FROM teletransmissions e WHERE e.personne_id = $1 AND e.etat::text = $2
          AND e.code IS NOT DISTINCT FROM $3 AND e.depuis = $4::date)
        RETURNING id`,
      [personneId, etat, code, depuis],
    )
    const [note] = rows
    if (note === undefined) return false
    await journaliser(client, {
      acte: 'TELETRANSMISSION_NOTEE',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'teletransmission',
      objetId: note.id,
      resultat: 'FAIT',
      donnees: { etat },
    })
    return true
  })
}
