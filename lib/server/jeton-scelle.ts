import { decode, encode, type JWT } from 'next-auth/jwt'
import { env } from './env'

/** What a cookie may carry: an encrypted next-auth token. One usage cannot be opened as another (the usage salts the key). */
export type UsageScelle = 'session' | 'inscription' | 'appareil' | 'entree' | 'externe' | 'sortie'

/** The one way we seal: whatever names another is not read at all. */
const ENTETE = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url')

export const sceller = (usage: UsageScelle, contenu: JWT, dureeSecondes: number): Promise<string> =>
  encode({ token: contenu, secret: env().PORTAIL_SECRET, salt: usage, maxAge: dureeSecondes })

/** Null for anything that we did not seal for this usage, or that has expired. */
export async function desceller(usage: UsageScelle, texte: string | undefined): Promise<JWT | null> {
  if (texte === undefined || texte.length > 4096 || !texte.startsWith(`${ENTETE}.`)) return null
  try {
    return await decode({ token: texte, secret: env().PORTAIL_SECRET, salt: usage })
  } catch {
    // Forged, altered, expired, sealed with another secret: all the same to us, a cookie that opens nothing.
    return null
  }
}
