import { createHash } from 'node:crypto'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { StartFailure } from '../start/failure.mjs'
import type { ArchivedTable, Closing } from './manifest'

/** What the database says of itself: nothing here names a table of the product, so that a new one is saved the day it exists. */
const id = (name: string): string => pg.escapeIdentifier(name)
export const tableName = (name: string): string => `public.${id(name)}`

/** The same bytes for the same rows, whatever the server's settings. */
export const SETTINGS = `SELECT set_config('DateStyle', 'ISO, YMD', true), set_config('TimeZone', 'UTC', true),
  set_config('IntervalStyle', 'postgres', true), set_config('extra_float_digits', '1', true),
  set_config('bytea_output', 'hex', true), set_config('statement_timeout', '0', true),
  set_config('client_encoding', 'UTF8', true), set_config('search_path', 'pg_catalog, public', true)`

/** Every table but the list of migrations, with the columns that hold something and the order of its key. */
export async function loadTables(client: pg.ClientBase): Promise<ArchivedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; order: string | null }>(`
    SELECT c.relname AS name,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      (SELECT string_agg(quote_ident(a.attname) || CASE WHEN a.attcollation = 0 THEN '' ELSE ' COLLATE "C"' END, ', ' ORDER BY k.rank)
        FROM pg_index i CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k (attnum, rank)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
        WHERE i.indrelid = c.oid AND i.indisprimary) AS "order"
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname COLLATE "C"`)
  return rows.map(({ name, columns, order }) => {
    if (order === null)
      throw new StartFailure(`La table ${name} n’a pas de clé : elle ne peut pas être sauvegardée.`)
    return { name, columns, order }
  })
}

export async function loadSequences(client: pg.ClientBase): Promise<Closing['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY relname COLLATE "C"`,
  )
  const sequences: Closing['sequences'] = []
  for (const { name } of rows) {
    const read = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS last, is_called AS called FROM ${tableName(name)}`,
    )
    for (const { last, called } of read.rows) sequences.push({ name, last, called })
  }
  return sequences
}

/** Names applied, in order; null when no migration ever was. */
export async function loadMigrations(client: pg.ClientBase): Promise<string[] | null> {
  const there = await client.query<{ there: boolean }>(
    "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there",
  )
  if (!there.rows[0]?.there) return null
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name',
  )
  return rows.map(({ name }) => name)
}

/** The mark of scripts/start/demonstration.ts. */
export async function isDemonstration(client: pg.ClientBase): Promise<boolean> {
  const there = await client.query<{ there: boolean }>(
    "SELECT to_regclass('exploitation.etapes') IS NOT NULL AS there",
  )
  if (!there.rows[0]?.there) return false
  const { rowCount } = await client.query("SELECT FROM exploitation.etapes WHERE nom = 'demonstration'")
  return rowCount === 1
}

export interface Digest {
  rows: number
  sha256: string
}

/** The rows of a table as COPY writes them, in the order of its key; `digest` is filled at the end. */
export async function* copyRows(
  client: pg.ClientBase,
  { name, columns, order }: ArchivedTable,
  digest: Digest,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  const stream = client.query(
    copyTo(`COPY (SELECT ${columns.map(id).join(', ')} FROM ${tableName(name)} ORDER BY ${order}) TO STDOUT`),
  )
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk)
    yield chunk
  }
  digest.rows = stream.rowCount
  digest.sha256 = hash.digest('hex')
}

export const columnList = (columns: readonly string[]): string => columns.map(id).join(', ')
