import type { Ecriture } from '@/lib/server/db'
import { annulerJetons } from '@/lib/server/jetons'
import { journaliser } from '@/lib/server/journal'
import { revoquerSessions } from '@/lib/server/sessions'

interface Fermeture {
  /** Who closes: the owner, or staff for them. */
  readonly par: { readonly compteId: string; readonly role: string }
  readonly instant: Date
  /** A session that goes on: the one that closes the others. */
  readonly sauf?: string
}

export interface PortesFermees {
  readonly sessions: number
  /** Somebody had asked for another e-mail, not confirmed yet: it no longer can be. */
  readonly courrielAbandonne: boolean
}

/**
 * Whatever somebody opened, or half opened, who knew the password of yesterday: second steps that wait, links in mailboxes, another e-mail
 * asked for, a protection begun and not proven (its seed was seen), sessions. The sessions last: a second step that is being proven ends
 * before its row can be written here, and the session it opened is found. The caller has written the account, whose row is held.
 */
export async function fermerLesPortes(
  client: Ecriture,
  compteId: string,
  { par, instant, sauf }: Fermeture,
): Promise<PortesFermees> {
  await client.query(
    'UPDATE entrees_en_attente SET finie_le = $2 WHERE compte_id = $1 AND finie_le IS NULL',
    [compteId, instant],
  )
  await annulerJetons(client, 'ACCES_PERDU', compteId, instant)
  await annulerJetons(client, 'CHANGEMENT_EMAIL', compteId, instant)
  await client.query('DELETE FROM facteurs WHERE compte_id = $1 AND confirme_le IS NULL', [compteId])
  const { rowCount } = await client.query(
    'UPDATE changements_courriel SET abandonne_le = $2 WHERE compte_id = $1 AND confirme_le IS NULL AND abandonne_le IS NULL',
    [compteId, instant],
  )
  const sessions = await revoquerSessions(client, compteId, instant, sauf ?? null)
  const courrielAbandonne = (rowCount ?? 0) > 0
  if (courrielAbandonne)
    await journaliser(client, {
      acte: 'COURRIEL_ABANDONNE',
      ...par,
      objetType: 'compte',
      objetId: compteId,
      resultat: 'FAIT',
    })
  return { sessions, courrielAbandonne }
}
