import type pg from 'pg'
import { StartFailure } from '../start/failure.mjs'

/**
 * Row level security is forced on the owner too, and would hide every row without a word. A superuser is above it. An ordinary owner, of a
 * managed server, takes for each fenced table the role portail_systeme, whose policy must be « all rows »: checked, never supposed.
 */
export type Sight = (table: string) => Promise<void>

const SEES_NOT_ALL = `
  SELECT c.relname AS name FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity
    AND NOT (
      has_table_privilege('portail_systeme', c.oid, 'SELECT')
      AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd IN ('*', 'r')
        AND 'portail_systeme'::regrole = ANY (p.polroles) AND pg_get_expr(p.polqual, p.polrelid) = 'true')
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive AND p.polcmd IN ('*', 'r')
        AND EXISTS (SELECT FROM unnest(p.polroles) r WHERE r = 0 OR pg_has_role('portail_systeme', r, 'USAGE')))
    )
  ORDER BY 1`

/** Gives a function to call before reading each table, inside the transaction. @throws {StartFailure} when something would be hidden. */
export async function openSight(client: pg.ClientBase): Promise<Sight> {
  const { rows } = await client.query<{ above: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS above FROM pg_roles WHERE rolname = current_user',
  )
  if (rows[0]?.above) {
    // An error, should it ever be wrong.
    await client.query('SET LOCAL row_security = off')
    return async () => undefined
  }
  const hidden = await client.query<{ name: string }>(SEES_NOT_ALL)
  if (hidden.rows.length > 0)
    throw new StartFailure(
      `Le rôle portail_systeme ne voit pas tout de ${hidden.rows.map(({ name }) => name).join(', ')} : la sauvegarde serait incomplète, elle n’est pas faite.`,
    )
  const fenced = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity",
  )
  const names = new Set(fenced.rows.map(({ name }) => name))
  return async (table) => {
    await client.query(names.has(table) ? 'SET LOCAL ROLE portail_systeme' : 'SET LOCAL ROLE NONE')
  }
}
