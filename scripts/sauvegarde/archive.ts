import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chiffrer, dechiffrer } from '@/lib/server/chiffrement'
import { env } from '@/lib/server/env'
import { ContenuAltere, desceller, sceller } from '@/lib/server/scellement'
import { StartFailure } from '../start/failure.mjs'

/**
 * One file: a line « SAUVEGARDE-PORTAIL/1 {"by":…,"key":…} », then a stream sealed by a key drawn for it alone, which that line holds
 * sealed in its turn. Inside, frames: 1 byte of type, 4 bytes of length, the payload. The line is authenticated with each chunk.
 */
const MAGIC = 'SAUVEGARDE-PORTAIL/1 '
const HEADER_MAX = 4096
const FRAME_MAX = 16 * 1024 * 1024

export const FRAME = {
  OPENING: 1,
  TABLE: 2,
  DATA: 3,
  TABLE_END: 4,
  FILE: 5,
  FILE_END: 6,
  CLOSING: 7,
} as const

export interface Frame {
  readonly type: number
  readonly payload: Buffer
}

export const UNREADABLE =
  'Cette sauvegarde est abîmée ou incomplète : rien n’a été changé. Prenez-en une autre, ou une autre copie de celle-ci.'

export function* frame(type: number, payload: Buffer): Generator<Buffer> {
  const head = Buffer.alloc(5)
  head[0] = type
  head.writeUInt32BE(payload.length, 1)
  yield head
  yield payload
}

export const jsonFrame = (type: number, value: unknown): Generator<Buffer> =>
  frame(type, Buffer.from(JSON.stringify(value)))

const WRAP = 'sauvegarde:cle'

/** The backup key when there is one, else the ring that seals everything here. */
function wrap(key: Buffer): { by: 'SAUVEGARDE' | 'TROUSSEAU'; key: string } {
  const backup = env().PORTAIL_CLE_SAUVEGARDE
  if (backup === undefined)
    return { by: 'TROUSSEAU', key: chiffrer(key.toString('base64'), WRAP).toString('base64') }
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(backup, 'base64'), iv).setAAD(Buffer.from(WRAP))
  const body = Buffer.concat([cipher.update(key), cipher.final()])
  return { by: 'SAUVEGARDE', key: Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64') }
}

const WRONG_KEY = {
  SAUVEGARDE:
    'PORTAIL_CLE_SAUVEGARDE n’est pas celle qui a scellé cette sauvegarde : donnez la bonne, puis relancez. Rien n’a été changé.',
  TROUSSEAU:
    'PORTAIL_CLES n’est pas le trousseau de l’instance sauvegardée : reprenez le sien (son environnement, ou son secrets.json posé dans un PORTAIL_DATA neuf), puis relancez. Rien n’a été changé.',
} as const

function unwrap(by: string, wrapped: string): Buffer {
  const sealed = Buffer.from(wrapped, 'base64')
  if (by !== 'SAUVEGARDE' && by !== 'TROUSSEAU') throw new StartFailure(UNREADABLE)
  const backup = env().PORTAIL_CLE_SAUVEGARDE
  if (by === 'SAUVEGARDE' && backup === undefined)
    throw new StartFailure(
      'Cette sauvegarde est scellée par une clé de sauvegarde : donnez-la dans PORTAIL_CLE_SAUVEGARDE, puis relancez.',
    )
  try {
    if (by === 'TROUSSEAU') return Buffer.from(dechiffrer(sealed, WRAP), 'base64')
    const decipher = createDecipheriv(
      'aes-256-gcm',
      Buffer.from(backup ?? '', 'base64'),
      sealed.subarray(0, 12),
    )
    decipher.setAAD(Buffer.from(WRAP)).setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
  } catch (cause) {
    throw new StartFailure(WRONG_KEY[by], { cause })
  }
}

/** The bytes of an archive that holds these frames. */
export async function* sealArchive(frames: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const key = randomBytes(32)
  const header = `${MAGIC}${JSON.stringify(wrap(key))}\n`
  yield Buffer.from(header)
  yield* sceller(frames, key, header)
}

/** Reads frame after frame. @throws {StartFailure} at the first byte that is not as it was written. */
export class ArchiveReader {
  readonly #bytes: AsyncGenerator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(path: string) {
    this.#bytes = openArchive(path)
  }

  async next(): Promise<Frame | null> {
    const head = await this.#take(5)
    if (head === null) return null
    const length = head.readUInt32BE(1)
    if (length > FRAME_MAX) throw new StartFailure(UNREADABLE)
    const payload = await this.#take(length)
    if (payload === null) throw new StartFailure(UNREADABLE)
    return { type: head[0] ?? 0, payload }
  }

  async close(): Promise<void> {
    await this.#bytes.return(undefined)
  }

  /** Null at the very end. */
  async #take(length: number): Promise<Buffer | null> {
    while (this.#held.length < length) {
      const { value, done } = await this.#bytes.next()
      if (done === true) {
        if (this.#held.length === 0) return null
        throw new StartFailure(UNREADABLE)
      }
      this.#held = Buffer.concat([this.#held, value])
    }
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return taken
  }
}

async function* openArchive(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path)
  const source: AsyncIterator<Buffer> = file[Symbol.asyncIterator]()
  try {
    const { header, rest } = await readHeader(source)
    const { by, key } = parseHeader(header)
    async function* sealed(): AsyncGenerator<Buffer> {
      yield rest
      for (let read = await source.next(); read.done !== true; read = await source.next()) yield read.value
    }
    yield* desceller(sealed(), unwrap(by, key), header)
  } catch (error) {
    if (error instanceof ContenuAltere) throw new StartFailure(UNREADABLE, { cause: error })
    throw error
  } finally {
    file.destroy()
  }
}

async function readHeader(source: AsyncIterator<Buffer>): Promise<{ header: string; rest: Buffer }> {
  let held = Buffer.alloc(0)
  for (;;) {
    const end = held.indexOf('\n')
    if (end >= 0) return { header: held.subarray(0, end + 1).toString(), rest: held.subarray(end + 1) }
    const { value, done } = held.length > HEADER_MAX ? { value: undefined, done: true } : await source.next()
    if (done === true || value === undefined)
      throw new StartFailure('Ce fichier n’est pas une sauvegarde du portail : vérifiez son nom.')
    held = Buffer.concat([held, value])
  }
}

function parseHeader(header: string): { by: string; key: string } {
  if (!header.startsWith(MAGIC))
    throw new StartFailure(
      header.startsWith('SAUVEGARDE-PORTAIL/')
        ? 'Cette sauvegarde vient d’une version plus récente du portail : installez-la, puis relancez.'
        : 'Ce fichier n’est pas une sauvegarde du portail : vérifiez son nom.',
    )
  try {
    const read: unknown = JSON.parse(header.slice(MAGIC.length))
    const text = (name: string): string => String(Object(read)[name] ?? '')
    return { by: text('by'), key: text('key') }
  } catch (cause) {
    throw new StartFailure(UNREADABLE, { cause })
  }
}
