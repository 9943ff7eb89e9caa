import pg from 'pg'
import { StartFailure } from '../start/failure.mjs'
import { tableName } from './catalogue'

/**
 * What would refuse or rewrite rows that were right once (triggers, the journal's chain, foreign keys met out of order, fences): set aside
 * as any owner may, without superuser rights, in the transaction of the restore. Nobody else ever sees the base without them.
 */
export async function liftConstraints(
  client: pg.ClientBase,
  tables: readonly string[],
): Promise<() => Promise<void>> {
  const before = await fingerprint(client)
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(`
    SELECT c.relname AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS definition
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.contype = 'f' AND k.conparentid = 0 AND c.relnamespace = 'public'::regnamespace ORDER BY 1, 2`)
  const { rows: fenced } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relforcerowsecurity",
  )
  for (const { table, name } of keys)
    await client.query(`ALTER TABLE ${tableName(table)} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`)
  for (const table of tables) await client.query(`ALTER TABLE ${tableName(table)} DISABLE TRIGGER USER`)
  // Without FORCE, the owner of a table is above its fences.
  for (const { name } of fenced)
    await client.query(`ALTER TABLE ${tableName(name)} NO FORCE ROW LEVEL SECURITY`)

  return async () => {
    for (const { name } of fenced)
      await client.query(`ALTER TABLE ${tableName(name)} FORCE ROW LEVEL SECURITY`)
    for (const table of tables) await client.query(`ALTER TABLE ${tableName(table)} ENABLE TRIGGER USER`)
    // Checks every row, at once.
    for (const { table, name, definition } of keys)
      await client.query(
        `ALTER TABLE ${tableName(table)} ADD CONSTRAINT ${pg.escapeIdentifier(name)} ${definition}`,
      )
    if ((await fingerprint(client)) !== before)
      throw new StartFailure('Les protections de la base n’ont pas retrouvé leur état. Rien n’a été changé.')
  }
}

/** Fences, triggers and constraints of every table. */
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
    ) AS lines`)
  return rows[0]?.sum ?? ''
}
