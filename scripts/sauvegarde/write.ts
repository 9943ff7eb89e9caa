import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import pg from 'pg'
import { maintenant } from '@/lib/server/clock'
import { FichierAbsent, type Magasin, magasin } from '@/lib/server/stockage/magasin'
import { PREPARATION_LOCK } from '../database/prepare'
import { StartFailure } from '../start/failure.mjs'
import { FRAME, frame, jsonFrame, sealArchive } from './archive'
import { copyRows, isDemonstration, loadMigrations, loadSequences, loadTables, SETTINGS } from './catalogue'
import { type Closing, FileTally, keyProofs, type Opening } from './manifest'
import { verifyArchive } from './read'
import { openSight, type Sight } from './sight'

export interface BackupReport {
  readonly rows: number
  readonly tables: number
  readonly files: number
  readonly missing: Closing['missing']
  readonly bytes: number
}

/**
 * One snapshot of the whole base, and the files it names, into one sealed archive: written aside, read back whole, then named.
 * @throws {StartFailure}
 */
export async function writeBackup(ownerUrl: string, path: string): Promise<BackupReport> {
  if (existsSync(path)) throw new StartFailure(`${path} existe déjà : donnez un autre nom de fichier.`)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const aside = `${path}.${randomBytes(6).toString('hex')}.partiel`
  try {
    const { closing, bytes } = await writeAside(ownerUrl, aside)
    await verifyArchive(aside)
    await rename(aside, path)
    await syncFolder(dirname(path))
    return {
      rows: closing.tables.reduce((sum, { rows }) => sum + rows, 0),
      tables: closing.tables.length,
      files: closing.files.count,
      missing: closing.missing,
      bytes,
    }
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function writeAside(ownerUrl: string, aside: string): Promise<{ closing: Closing; bytes: number }> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  const file = await open(aside, 'wx', 0o600)
  try {
    const closing: Closing = {
      tables: [],
      sequences: [],
      files: { count: 0, sha256: '' },
      missing: { count: 0, first: [] },
    }
    let bytes = 0
    for await (const part of sealArchive(snapshot(client, magasin(), closing))) {
      await file.writeFile(part)
      bytes += part.length
    }
    await file.sync()
    return { closing, bytes }
  } finally {
    await file.close()
    // Ends the transaction, which wrote nothing.
    await client.end()
  }
}

async function* snapshot(client: pg.Client, store: Magasin, closing: Closing): AsyncGenerator<Buffer> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  // No migration in the middle of it.
  await client.query('SELECT pg_advisory_xact_lock_shared($1)', [PREPARATION_LOCK])
  await client.query(SETTINGS)
  const migrations = await loadMigrations(client)
  if (migrations === null) throw new StartFailure('La base est vierge : il n’y a rien à sauvegarder.')
  const opening: Opening = {
    createdAt: maintenant().toISOString(),
    migrations,
    demonstration: await isDemonstration(client),
    keys: keyProofs(),
  }
  yield* jsonFrame(FRAME.OPENING, opening)
  const sight = await openSight(client)
  for (const table of await loadTables(client)) {
    await sight(table.name)
    yield* jsonFrame(FRAME.TABLE, table)
    const digest = { rows: 0, sha256: '' }
    for await (const chunk of copyRows(client, table, digest)) yield* frame(FRAME.DATA, chunk)
    yield* jsonFrame(FRAME.TABLE_END, digest)
    closing.tables.push({ ...table, ...digest })
  }
  // After the rows: a sequence does not go back, so it is never behind them.
  await client.query('SET LOCAL ROLE NONE')
  closing.sequences.push(...(await loadSequences(client)))
  const withFiles = closing.tables.some(({ name }) => name === 'fichiers')
  if (withFiles) yield* files(client, sight, store, closing)
  else closing.files = new FileTally().close()
  yield* jsonFrame(FRAME.CLOSING, closing)
}

const PAGE = 1_000
/** Missing files that are named; the others are counted. */
const NAMED = 20
const NIL = '00000000-0000-0000-0000-000000000000'

/** The bytes, sealed as they lie, of every file the snapshot names and has not erased. */
async function* files(
  client: pg.Client,
  sight: Sight,
  store: Magasin,
  closing: Closing,
): AsyncGenerator<Buffer> {
  await sight('fichiers')
  const tally = new FileTally()
  for (let after = NIL; ; ) {
    const { rows } = await client.query<{ id: string }>(
      'SELECT id FROM public.fichiers WHERE efface_le IS NULL AND id > $1 ORDER BY id LIMIT $2',
      [after, PAGE],
    )
    for (const { id } of rows) yield* oneFile(store, id, tally, closing)
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.id
  }
  closing.files = tally.close()
}

async function* oneFile(
  store: Magasin,
  name: string,
  tally: FileTally,
  closing: Closing,
): AsyncGenerator<Buffer> {
  try {
    const source = await store.lire(name)
    const hash = createHash('sha256')
    yield* jsonFrame(FRAME.FILE, { name })
    for await (const chunk of source as AsyncIterable<Buffer>) {
      hash.update(chunk)
      yield* frame(FRAME.DATA, chunk)
    }
    const sha256 = hash.digest('hex')
    yield* jsonFrame(FRAME.FILE_END, { sha256 })
    tally.add(name, sha256)
  } catch (error) {
    // Lost before us, or past its retention while we were writing: said, and the rest is saved.
    if (!(error instanceof FichierAbsent)) throw error
    closing.missing.count += 1
    if (closing.missing.first.length < NAMED) closing.missing.first.push(name)
  }
}
