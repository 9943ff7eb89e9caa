import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { env } from './env'

/**
 * What is secret at rest (NIR, IBAN, code d'accès, quarantined lines): AES-256-GCM.
 * Layout: 1 byte length of key id, key id, 12 bytes iv, 16 bytes tag, ciphertext. `contexte` (table:row) is authenticated, so a
 * value moved to another row does not open.
 */
export function chiffrer(clair: string, contexte: string): Buffer<ArrayBuffer> {
  const cle = env().PORTAIL_CLES[0]
  if (cle === undefined) throw new Error('PORTAIL_CLES est vide')
  const iv = randomBytes(12)
  const chiffre = createCipheriv('aes-256-gcm', cle.octets, iv).setAAD(Buffer.from(contexte))
  const corps = Buffer.concat([chiffre.update(clair, 'utf8'), chiffre.final()])
  const id = Buffer.from(cle.id)
  return Buffer.concat([Buffer.from([id.length]), id, iv, chiffre.getAuthTag(), corps])
}

/** @throws {Error} when the key is not in the ring, or the bytes or the context were altered. */
export function dechiffrer(octets: Uint8Array, contexte: string): string {
  const tout = Buffer.from(octets)
  const finId = 1 + (tout[0] ?? 0)
  const id = tout.subarray(1, finId).toString()
  const cle = env().PORTAIL_CLES.find((candidate) => candidate.id === id)
  if (cle === undefined) throw new Error(`clé de chiffrement inconnue : ${id}`)
  const dechiffre = createDecipheriv('aes-256-gcm', cle.octets, tout.subarray(finId, finId + 12))
    .setAAD(Buffer.from(contexte))
    .setAuthTag(tout.subarray(finId + 12, finId + 28))
  return Buffer.concat([dechiffre.update(tout.subarray(finId + 28)), dechiffre.final()]).toString('utf8')
}

/** Id of the key that seals these bytes, and of the one that seals from now on. */
export const cleDe = (octets: Uint8Array): string =>
  Buffer.from(octets)
    .subarray(1, 1 + (octets[0] ?? 0))
    .toString()
export const clePremiere = (): string => env().PORTAIL_CLES[0]?.id ?? ''

/** Keyed blind index: equal values have equal indexes within one `usage`, and nothing else can be learnt. 32 bytes. */
export function indexAveugle(usage: string, valeur: string): Buffer<ArrayBuffer> {
  const cle = Buffer.from(env().PORTAIL_CLE_INDEX, 'base64')
  return Buffer.from(createHmac('sha256', cle).update(`${usage}\u0000${valeur}`).digest())
}

/** For secrets that are random already (session ids, single-use links): a plain digest is enough. 32 bytes. */
export const empreinte = (secret: string): Buffer<ArrayBuffer> =>
  Buffer.from(createHash('sha256').update(secret).digest())

/** 256 random bits, safe in a URL. */
export const secretAleatoire = (): string => randomBytes(32).toString('base64url')
