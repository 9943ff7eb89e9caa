import { Secret, TOTP } from 'otpauth'
import { dechiffrer } from '@/lib/server/chiffrement'
import { ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { ouvrirSession, reconnaitreSession, type SessionCourante } from '@/lib/server/sessions'
import { contexteGraine } from '@/lib/services/facteur/data'
import { commencerTotp, confirmerListe, confirmerTotp, creerListe } from '@/lib/services/facteur/mutations'
import { lignes } from './comptes'

/** Long enough ago for today's codes to be all unused. */
const HIER = 24 * 3600_000

/** The application of a person, as another programme computes it from the seed: RFC 6238. */
export async function applicationDe(compteId: string): Promise<(instant: Date) => string> {
  const [graine] = await lignes<{ id: string; g: Buffer }>(
    `SELECT id, graine_chiffree AS g FROM facteurs WHERE compte_id = $1 AND nature = 'TOTP' AND retire_le IS NULL ORDER BY cree_le DESC LIMIT 1`,
    [compteId],
  )
  if (graine === undefined) throw new Error('pas de graine')
  const totp = new TOTP({ secret: Secret.fromBase32(dechiffrer(graine.g, contexteGraine(graine.id))) })
  return (instant) => totp.generate({ timestamp: instant.getTime() })
}

/** An application enrolled yesterday; returns what it shows at an instant. */
export async function donnerApplication(compteId: string): Promise<(instant: Date) => string> {
  const hier = new Date(Date.now() - HIER)
  await ecrire(SYSTEME, (client) => commencerTotp(client, compteId, hier))
  const code = await applicationDe(compteId)
  await ecrire(SYSTEME, (client) => confirmerTotp(client, compteId, code(hier), { instant: hier }))
  return code
}

/** A printed list; returns its ten codes. */
export async function donnerListe(compteId: string): Promise<readonly string[]> {
  const instant = new Date()
  const codes = await ecrire(SYSTEME, (client) => creerListe(client, compteId, instant))
  await ecrire(SYSTEME, (client) => confirmerListe(client, compteId, codes[0] ?? '', instant))
  return codes
}

/** A session of the account, opened without going through the door, and the secret that names it. */
export async function ouvrirSessionDe(
  compteId: string,
  instant = new Date(),
): Promise<{ readonly secret: string; readonly session: SessionCourante }> {
  const secret = await ecrire(SYSTEME, (client) => ouvrirSession(client, compteId, 'test', instant))
  const session = await reconnaitreSession(secret, instant)
  if (session === null) throw new Error('pas de session')
  return { secret, session }
}
