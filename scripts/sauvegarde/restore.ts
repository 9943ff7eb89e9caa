import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { magasin } from '@/lib/server/stockage/magasin'
import { readMigrations } from '../database/engine'
import { applyMigrations } from '../database/migrations'
import { migrate } from '../database/prepare'
import { withClient } from '../database/session'
import { StartFailure } from '../start/failure.mjs'
import {
  columnList,
  copyRows,
  loadMigrations,
  loadSequences,
  loadTables,
  SETTINGS,
  tableName,
} from './catalogue'
import { liftConstraints } from './constraints'
import { type ArchivedTable, type Closing, keyProofs, type Opening } from './manifest'
import { verifyArchive, visitArchive } from './read'

export interface RestoreReport {
  readonly rows: number
  readonly tables: number
  readonly files: number
  readonly missing: number
  /** Applied after the restore, because the backup was older than this version. */
  readonly migrations: readonly string[]
}

interface Target {
  readonly root: string
  readonly ownerUrl: string
  readonly applicationUrl: string
}

/**
 * An archive into an empty instance, whole or not at all: the archive is read to its end first, then everything is one transaction, which
 * commits once each table, read again, gives the sum it had. @throws {StartFailure}
 */
export async function restoreBackup(target: Target, path: string): Promise<RestoreReport> {
  const { opening, closing } = await verifyArchive(path)
  checkKeys(opening)
  checkMigrations(target.root, opening)
  await prepareEmpty(target, opening)
  await fill(target, path, opening)
  const migrations = await migrate(target.root, target.ownerUrl, target.applicationUrl)
  return {
    rows: closing.tables.reduce((sum, { rows }) => sum + rows, 0),
    tables: closing.tables.length,
    files: closing.files.count,
    missing: closing.missing.count,
    migrations,
  }
}

const KEEP =
  'reprenez les secrets de l’instance sauvegardée (son environnement, ou son secrets.json posé dans un PORTAIL_DATA neuf), puis relancez. Rien n’a été changé.'

/** What is sealed in the rows would never open again under other keys. */
function checkKeys({ keys }: Opening): void {
  const here = keyProofs()
  const absent = Object.entries(keys.ring).filter(([id, proof]) => here.ring[id] !== proof)
  if (absent.length > 0)
    throw new StartFailure(
      `PORTAIL_CLES n’a pas la clé « ${absent.map(([id]) => id).join(' », « ')} » qui scelle ces données : ${KEEP}`,
    )
  if (keys.index !== here.index)
    throw new StartFailure(
      `PORTAIL_CLE_INDEX n’est pas celle sous laquelle ces données se retrouvent : ${KEEP}`,
    )
}

function checkMigrations(root: string, { migrations }: Opening): void {
  const known = readMigrations(root).migrationDirectories.map(({ path }) => path)
  const unknown = migrations.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new StartFailure(
      `Cette sauvegarde vient d’une version plus récente du portail (${unknown.join(', ')}) : installez cette version, puis relancez. Rien n’a été changé.`,
    )
  if (!isDeepStrictEqual(migrations, known.slice(0, migrations.length)))
    throw new StartFailure(
      'Cette sauvegarde vient d’une autre lignée du portail : ses migrations ne sont pas les nôtres.',
    )
}

/** Tables as the saved instance had them, and not a row. */
async function prepareEmpty({ root, ownerUrl }: Target, { migrations }: Opening): Promise<void> {
  const applied = await withClient(ownerUrl, async (client) => {
    const names = await loadMigrations(client)
    if (names !== null) await checkEmpty(client)
    return names
  })
  if (applied === null) {
    await applyMigrations(root, ownerUrl, migrations)
    return
  }
  if (isDeepStrictEqual(applied, migrations)) return
  if (isDeepStrictEqual(applied, migrations.slice(0, applied.length))) {
    await applyMigrations(root, ownerUrl, migrations)
    return
  }
  throw new StartFailure(
    'La base, vide, est déjà préparée pour une version plus récente que la sauvegarde : donnez une base vierge (un PORTAIL_DATA neuf, ou une base recréée), puis relancez.',
  )
}

/** Their first row is written by a migration; nothing else is there before somebody is. */
const HEADS: readonly string[] = ['journal_tete', 'livre_tete']

async function checkEmpty(client: pg.Client): Promise<void> {
  const filled: string[] = []
  await client.query('BEGIN READ ONLY')
  await client.query('SET LOCAL row_security = off')
  for (const { name } of await loadTables(client)) {
    const seeded = HEADS.includes(name) ? 'WHERE rang > 0' : ''
    const { rowCount } = await readPast(client, `SELECT FROM ${tableName(name)} ${seeded} LIMIT 1`)
    if (rowCount !== 0) filled.push(name)
  }
  await client.query('ROLLBACK')
  if (filled.length > 0)
    throw new StartFailure(
      `Cette instance n’est pas vide (${filled.slice(0, 3).join(', ')}${filled.length > 3 ? '…' : ''}) : une sauvegarde ne se restaure que dans une instance vide (un PORTAIL_DATA neuf, ou une base recréée). Rien n’a été changé.`,
    )
}

const INSUFFICIENT_PRIVILEGE = '42501'

/** An ordinary owner cannot look past a forced fence: the question is put to the role that sees all. */
async function readPast(client: pg.Client, sql: string): Promise<{ rowCount: number | null }> {
  await client.query('SAVEPOINT essai')
  try {
    return await client.query(sql)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) throw error
    await client.query('ROLLBACK TO essai')
    await client.query('SET LOCAL ROLE portail_systeme')
    await client.query('SET LOCAL row_security = on')
    const read = await client.query(sql)
    await client.query('SET LOCAL ROLE NONE')
    await client.query('SET LOCAL row_security = off')
    return read
  }
}

async function fill({ ownerUrl }: Target, path: string, { demonstration }: Opening): Promise<void> {
  const written: string[] = []
  const store = magasin()
  try {
    await withClient(ownerUrl, async (client) => {
      await client.query('BEGIN')
      await client.query("SET LOCAL lock_timeout = '10s'")
      // For the indexes built and the rows sorted at once.
      await client.query("SET LOCAL maintenance_work_mem = '128MB'")
      await client.query("SET LOCAL work_mem = '64MB'")
      await client.query(SETTINGS)
      const tables = await loadTables(client)
      const putBack = await liftConstraints(
        client,
        tables.map(({ name }) => name),
      )
      for (const { name } of tables.filter((table) => HEADS.includes(table.name)))
        await client.query(`DELETE FROM ${tableName(name)}`)
      const closing = await visitArchive(path, {
        opening: async () => undefined,
        table: (table, rows) => load(client, tables, table, rows),
        file: async (name, bytes) => {
          if ((await store.taille(name)) === null) written.push(name)
          await store.ecrire(name, bytes)
        },
      })
      await setSequences(client, closing)
      await putBack.indexes()
      await compare(client, tables, closing)
      await putBack.fences()
      if (demonstration) await markDemonstration(client)
      await client.query('COMMIT')
      // Else the first plans would be made blind.
      await client.query('ANALYZE')
    })
  } catch (error) {
    for (const name of written) await store.supprimer(name)
    throw withAdvice(error)
  }
}

function withAdvice(error: unknown): unknown {
  return error instanceof pg.DatabaseError && error.code === '55P03'
    ? new StartFailure('Le portail utilise cette base : arrêtez-le, puis relancez. Rien n’a été changé.', {
        cause: error,
      })
    : error
}

async function load(
  client: pg.Client,
  tables: readonly ArchivedTable[],
  table: ArchivedTable,
  rows: AsyncGenerator<Buffer>,
): Promise<void> {
  if (!tables.some((here) => isDeepStrictEqual(here, table)))
    throw new StartFailure(
      `La table ${table.name} n’a pas ici la forme qu’elle avait : la sauvegarde ne vient pas de ces migrations. Rien n’a été changé.`,
    )
  const sql = `COPY ${tableName(table.name)} (${columnList(table.columns)}) FROM STDIN`
  await pipeline(Readable.from(rows, { objectMode: false }), client.query(copyFrom(sql)))
}

async function setSequences(client: pg.Client, { sequences }: Closing): Promise<void> {
  const here = (await loadSequences(client)).map(({ name }) => name)
  for (const { name, last, called } of sequences.filter((sequence) => here.includes(sequence.name)))
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [tableName(name), last, called])
}

/** Each table, read again, gives what was written; one the archive does not have is a mistake. */
async function compare(client: pg.Client, tables: readonly ArchivedTable[], closing: Closing): Promise<void> {
  for (const table of tables) {
    const digest = { rows: 0, sha256: '' }
    for await (const _ of copyRows(client, table, digest));
    const saved = closing.tables.find(({ name }) => name === table.name)
    if (saved?.rows !== digest.rows || saved.sha256 !== digest.sha256)
      throw new StartFailure(
        `La table ${table.name} relue n’est pas celle de la sauvegarde (${digest.rows} lignes, ${saved?.rows ?? 0} attendues). Rien n’a été changé.`,
      )
  }
}

/** As scripts/start/demonstration.ts marks it: npm start will not load it again. */
async function markDemonstration(client: pg.Client): Promise<void> {
  await client.query('CREATE SCHEMA IF NOT EXISTS exploitation')
  await client.query(
    'CREATE TABLE IF NOT EXISTS exploitation.etapes (nom text PRIMARY KEY, faite_le timestamptz NOT NULL DEFAULT now())',
  )
  await client.query("INSERT INTO exploitation.etapes (nom) VALUES ('demonstration') ON CONFLICT DO NOTHING")
}
