import type { Ecriture } from '@/lib/server/db'
import { type Limite, limiteSchema } from '../demande/schema'

/** The clock of the answer, of a demande that was sent. */
export interface Horloge {
  readonly repondreAvant: Date
  readonly limite: Limite
  readonly arreteeLe: Date | null
  readonly reglement: string | null
}

/** @throws {Error} for one that was not sent: it has no clock. */
export async function loadHorloge(client: Ecriture, demandeId: string): Promise<Horloge> {
  const { rows } = await client.query<Omit<Horloge, 'limite'> & { limite: unknown }>(
    `SELECT d.repondre_avant AS "repondreAvant", d.limite, d.arretee_le AS "arreteeLe", a.reglement
      FROM demandes d LEFT JOIN adhesions a ON a.id = d.adhesion_id WHERE d.id = $1 AND d.repondre_avant IS NOT NULL`,
    [demandeId],
  )
  const [lue] = rows
  if (lue === undefined) throw new Error('demande sans délai de réponse')
  return { ...lue, limite: limiteSchema.parse(lue.limite) }
}
