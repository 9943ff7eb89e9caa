import pg from 'pg'
import { StartFailure } from '../start/failure.mjs'
import { tableName } from './catalogue'

interface Lifted {
  readonly drop: string
  readonly add: string
}

/** Keys and exclusions last of all and back first: foreign keys stand on them. An index is built faster at once than row by row. */
async function loadLifted(client: pg.ClientBase): Promise<Lifted[]> {
  const foreign = await constraints(client, ['f'])
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(`
    SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relname !~ '^_prisma_'
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
    ORDER BY 1`)
  return [
    ...foreign,
    ...indexes.map(({ name, definition }) => ({ drop: `DROP INDEX ${tableName(name)}`, add: definition })),
    ...(await constraints(client, ['p', 'u', 'x'])),
  ]
}

async function constraints(client: pg.ClientBase, types: readonly string[]): Promise<Lifted[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT c.relname AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype::text = ANY ($1) AND k.conparentid = 0 AND c.relnamespace = 'public'::regnamespace
       AND c.relname <> '_prisma_migrations' ORDER BY 1, 2`,
    [types],
  )
  return rows.map(({ table, name, definition }) => {
    const constraint = pg.escapeIdentifier(name)
    return {
      drop: `ALTER TABLE ${tableName(table)} DROP CONSTRAINT ${constraint}`,
      add: `ALTER TABLE ${tableName(table)} ADD CONSTRAINT ${constraint} ${definition}`,
    }
  })
}

/**
 * What would refuse or rewrite rows that were right once (triggers, the journal's chain, foreign keys met out of order, fences), and what
 * would slow them (indexes): set aside as any owner may, without superuser rights, in the transaction of the restore. Nobody else ever sees
 * the base without them.
 */
export async function liftConstraints(
  client: pg.ClientBase,
  tables: readonly string[],
): Promise<{ indexes: () => Promise<void>; fences: () => Promise<void> }> {
  const before = await fingerprint(client)
  const lifted = await loadLifted(client)
  const { rows: fenced } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relforcerowsecurity",
  )
  for (const { drop } of lifted) await client.query(drop)
  for (const table of tables) await client.query(`ALTER TABLE ${tableName(table)} DISABLE TRIGGER USER`)
  // Without FORCE, the owner of a table is above its fences.
  for (const { name } of fenced)
    await client.query(`ALTER TABLE ${tableName(name)} NO FORCE ROW LEVEL SECURITY`)

  return {
    indexes: async () => {
      // Every row is checked, at once.
      for (const { add } of lifted.toReversed()) await client.query(add)
    },
    fences: async () => {
      for (const { name } of fenced)
        await client.query(`ALTER TABLE ${tableName(name)} FORCE ROW LEVEL SECURITY`)
      for (const table of tables) await client.query(`ALTER TABLE ${tableName(table)} ENABLE TRIGGER USER`)
      if ((await fingerprint(client)) !== before)
        throw new StartFailure(
          'Les protections de la base n’ont pas retrouvé leur état. Rien n’a été changé.',
        )
    },
  }
}

/** Fences, triggers, constraints and indexes of every table. */
async function fingerprint(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ sum: string }>(`
    SELECT md5(string_agg(line, E'\\n' ORDER BY line COLLATE "C")) AS sum FROM (
      SELECT format('fence %s %s %s', relname, relrowsecurity, relforcerowsecurity) AS line
        FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
      UNION ALL
      SELECT format('trigger %s %s %s', c.relname, t.tgname, t.tgenabled)
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
      UNION ALL
      SELECT format('constraint %s %s %s %s', c.relname, k.conname, k.convalidated, pg_get_constraintdef(k.oid))
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE c.relnamespace = 'public'::regnamespace
      UNION ALL
      SELECT format('index %s', pg_get_indexdef(i.indexrelid))
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace
    ) AS lines`)
  return rows[0]?.sum ?? ''
}
