import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { StartFailure } from '../start/failure.mjs'
import { ArchiveReader, FRAME, UNREADABLE } from './archive'
import {
  type ArchivedTable,
  type Closing,
  closingSchema,
  FileTally,
  fileEndSchema,
  fileSchema,
  type Opening,
  openingSchema,
  tableEndSchema,
  tableSchema,
} from './manifest'

/** What to do with each part, in the order of the archive. */
export interface Visitor {
  opening(opening: Opening): Promise<void>
  table(table: ArchivedTable, rows: AsyncGenerator<Buffer>): Promise<void>
  file(name: string, bytes: AsyncGenerator<Buffer>): Promise<void>
}

function parse<S extends z.ZodType>(schema: S, payload: Buffer): z.output<S> {
  const read = schema.safeParse(JSON.parse(payload.toString()))
  if (!read.success) throw new StartFailure(UNREADABLE)
  return read.data
}

/** Goes through an archive; every byte given was authenticated, every sum compared. Returns what it closes on. @throws {StartFailure} */
export async function visitArchive(path: string, visitor: Visitor): Promise<Closing> {
  const reader = new ArchiveReader(path)
  try {
    const tables: Closing['tables'] = []
    const files = new FileTally()
    const first = await reader.next()
    if (first?.type !== FRAME.OPENING) throw new StartFailure(UNREADABLE)
    await visitor.opening(parse(openingSchema, first.payload))
    for (;;) {
      const next = await reader.next()
      if (next?.type === FRAME.TABLE) {
        const table = parse(tableSchema, next.payload)
        const section = new Section(reader, FRAME.TABLE_END)
        await visitor.table(table, section.bytes())
        const end = parse(tableEndSchema, await section.finish())
        if (end.sha256 !== section.sha256) throw new StartFailure(UNREADABLE)
        tables.push({ ...table, ...end })
      } else if (next?.type === FRAME.FILE) {
        const { name } = parse(fileSchema, next.payload)
        const section = new Section(reader, FRAME.FILE_END)
        await visitor.file(name, section.bytes())
        const { sha256 } = parse(fileEndSchema, await section.finish())
        if (sha256 !== section.sha256) throw new StartFailure(UNREADABLE)
        files.add(name, sha256)
      } else if (next?.type === FRAME.CLOSING) {
        const closing = parse(closingSchema, next.payload)
        const same =
          isDeepStrictEqual(closing.tables, tables) && isDeepStrictEqual(closing.files, files.close())
        // Read to the end: the last chunk proves that nothing was cut.
        if (!same || (await reader.next()) !== null) throw new StartFailure(UNREADABLE)
        return closing
      } else throw new StartFailure(UNREADABLE)
    }
  } finally {
    await reader.close()
  }
}

/** The data of one table or file, up to the frame that ends it. */
class Section {
  readonly #reader: ArchiveReader
  readonly #endType: number
  readonly #hash = createHash('sha256')
  #end: Buffer | null = null
  sha256 = ''

  constructor(reader: ArchiveReader, endType: number) {
    this.#reader = reader
    this.#endType = endType
  }

  async *bytes(): AsyncGenerator<Buffer> {
    while (this.#end === null) {
      const next = await this.#reader.next()
      if (next?.type === FRAME.DATA) {
        this.#hash.update(next.payload)
        yield next.payload
      } else if (next?.type === this.#endType) {
        this.#end = next.payload
        this.sha256 = this.#hash.digest('hex')
      } else throw new StartFailure(UNREADABLE)
    }
  }

  /** The frame that ends it, whatever the visitor left unread. */
  async finish(): Promise<Buffer> {
    for await (const _ of this.bytes());
    if (this.#end === null) throw new StartFailure(UNREADABLE)
    return this.#end
  }
}

const drain = async (bytes: AsyncGenerator<Buffer>): Promise<void> => {
  for await (const _ of bytes);
}

/** Reads everything and keeps nothing. */
export async function verifyArchive(path: string): Promise<{ opening: Opening; closing: Closing }> {
  let opening: Opening | undefined
  const closing = await visitArchive(path, {
    opening: async (read) => {
      opening = read
    },
    table: (_table, rows) => drain(rows),
    file: (_name, bytes) => drain(bytes),
  })
  if (opening === undefined) throw new StartFailure(UNREADABLE)
  return { opening, closing }
}
