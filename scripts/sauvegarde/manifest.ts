import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { env } from '@/lib/server/env'

/** What an archive says of itself, inside the seal: first what is needed to begin, last what must be found again. */
const table = z.object({ name: z.string(), columns: z.array(z.string()), order: z.string() })
export type ArchivedTable = z.infer<typeof table>

export const openingSchema = z.object({
  createdAt: z.iso.datetime(),
  /** In the order they were applied. */
  migrations: z.array(z.string()),
  /** The base carries the demonstration: it must not be loaded a second time. */
  demonstration: z.boolean(),
  /** Proof of each key of PORTAIL_CLES by id, and of PORTAIL_CLE_INDEX. */
  keys: z.object({ ring: z.record(z.string(), z.string()), index: z.string() }),
})
export type Opening = z.infer<typeof openingSchema>

export const tableSchema = table
export const tableEndSchema = z.object({ rows: z.number(), sha256: z.string() })
export const fileSchema = z.object({ name: z.string() })
export const fileEndSchema = z.object({ sha256: z.string() })

export const closingSchema = z.object({
  tables: z.array(table.extend({ rows: z.number(), sha256: z.string() })),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
  /** How many, and the digest of their names and sums in order: a million files take no more room here than one. */
  files: z.object({ count: z.number(), sha256: z.string() }),
  /** Rows of `fichiers` whose bytes were not in the store: how many, and the first ones. */
  missing: z.object({ count: z.number(), first: z.array(z.string()) }),
})
export type Closing = z.infer<typeof closingSchema>

const proof = (key: Uint8Array): string =>
  createHmac('sha256', key).update('sauvegarde du portail').digest('hex')

/** Shows that an instance holds the same keys, and nothing of them. */
export const keyProofs = (): Opening['keys'] => ({
  ring: Object.fromEntries(env().PORTAIL_CLES.map(({ id, octets }) => [id, proof(octets)])),
  index: proof(Buffer.from(env().PORTAIL_CLE_INDEX, 'base64')),
})

/** The files of an archive, summed as they pass. */
export class FileTally {
  #count = 0
  readonly #hash = createHash('sha256')

  add(name: string, sha256: string): void {
    this.#count += 1
    this.#hash.update(`${name} ${sha256}\n`)
  }

  close(): Closing['files'] {
    return { count: this.#count, sha256: this.#hash.digest('hex') }
  }
}
