import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * Bytes of any length, sealed as they flow (documents, backups): the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár, 2015)
 * over AES-256-GCM. `desceller` yields nothing that was not authenticated; a cut, a swap or an added end is refused.
 * Layout: 7 random bytes, then chunks of 64 KiB, each with its 16 bytes of tag. Nonce: those 7 bytes, number of the chunk (4 bytes),
 * 1 on the last chunk (1 byte). One key seals one content. `contexte` is authenticated with each chunk.
 */
type Flux = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

const MORCEAU = 64 * 1024
const SCEAU = 16
const PREFIXE = 7

function nonce(prefixe: Uint8Array, numero: number, dernier: boolean): Buffer {
  const octets = Buffer.alloc(12)
  octets.set(prefixe)
  octets.writeUInt32BE(numero, PREFIXE)
  octets[11] = dernier ? 1 : 0
  return octets
}

/** Blocks of `taille` bytes. One byte is always kept back, because only the end knows which block is the last; that one may be empty. */
async function* decouper(
  source: Flux,
  taille: number,
): AsyncGenerator<{ numero: number; octets: Buffer; dernier: boolean }> {
  let attente: Buffer = Buffer.alloc(0)
  let numero = 0
  for await (const recu of source) {
    attente = Buffer.concat([attente, recu])
    let lu = 0
    for (; attente.length - lu > taille; lu += taille) {
      yield { numero, octets: attente.subarray(lu, lu + taille), dernier: false }
      numero += 1
    }
    attente = attente.subarray(lu)
  }
  yield { numero, octets: attente, dernier: true }
}

/** @param cle 32 bytes, used for this content only. */
export async function* sceller(source: Flux, cle: Uint8Array, contexte: string): AsyncGenerator<Buffer> {
  const prefixe = randomBytes(PREFIXE)
  yield prefixe
  for await (const { numero, octets, dernier } of decouper(source, MORCEAU)) {
    const chiffre = createCipheriv('aes-256-gcm', cle, nonce(prefixe, numero, dernier))
    chiffre.setAAD(Buffer.from(contexte))
    yield Buffer.concat([chiffre.update(octets), chiffre.final(), chiffre.getAuthTag()])
  }
}

export class ContenuAltere extends Error {
  override readonly name = 'ContenuAltere'
}

/** @throws {ContenuAltere} at the first chunk that the key, the context or its place does not open. */
export async function* desceller(source: Flux, cle: Uint8Array, contexte: string): AsyncGenerator<Buffer> {
  let prefixe: Buffer | undefined
  for await (const { numero, octets, dernier } of decouper(
    apresPrefixe(source, (p) => {
      prefixe = p
    }),
    MORCEAU + SCEAU,
  )) {
    if (prefixe === undefined || octets.length < SCEAU) throw new ContenuAltere('contenu tronqué')
    const dechiffre = createDecipheriv('aes-256-gcm', cle, nonce(prefixe, numero, dernier))
    dechiffre.setAAD(Buffer.from(contexte)).setAuthTag(octets.subarray(octets.length - SCEAU))
    const clair = dechiffre.update(octets.subarray(0, octets.length - SCEAU))
    try {
      dechiffre.final()
    } catch {
      throw new ContenuAltere('contenu altéré, ou scellé par une autre clé')
    }
    yield clair
  }
}

async function* apresPrefixe(source: Flux, garder: (prefixe: Buffer) => void): AsyncGenerator<Uint8Array> {
  let tete: Buffer | null = Buffer.alloc(0)
  for await (const recu of source) {
    if (tete === null) {
      yield recu
      continue
    }
    tete = Buffer.concat([tete, recu])
    if (tete.length < PREFIXE) continue
    garder(tete.subarray(0, PREFIXE))
    yield tete.subarray(PREFIXE)
    tete = null
  }
}

/** Bytes of what `sceller` makes of a content of `taille` bytes. */
export const tailleScellee = (taille: number): number =>
  PREFIXE + taille + SCEAU * Math.max(1, Math.ceil(taille / MORCEAU))
