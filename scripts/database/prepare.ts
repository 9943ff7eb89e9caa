import { StartFailure } from '../start/failure.mjs'
import type { Base } from './base'
import { grantRights } from './droits'
import { readMigrations } from './engine'
import { helpIsCurrent, indexHelp } from './help'
import { applyMigrations } from './migrations'
import { createQueues } from './queues'
import { withClient } from './session'

/** « portail » on a telephone keypad: one process at a time prepares a database. */
export const PREPARATION_LOCK = 7_678_245

/** Brings a database to what this version of the product expects. Returns the migrations applied. */
export async function migrate(
  root: string,
  ownerUrl: string,
  applicationUrl: string,
): Promise<readonly string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [PREPARATION_LOCK])
    const applied = await applyMigrations(root, ownerUrl)
    await createQueues(ownerUrl)
    await grantRights(ownerUrl, applicationUrl)
    await indexHelp(ownerUrl)
    return applied
  })
}

async function pendingMigrations(root: string, applicationUrl: string): Promise<readonly string[]> {
  const names = readMigrations(root).migrationDirectories.map(({ path }) => path)
  return withClient(applicationUrl, async (client) => {
    const table = await client.query<{ there: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
    )
    if (!table.rows[0]?.there) return names
    const { rows } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    const done = new Set(rows.map(({ name }) => name))
    return names.filter((name) => !done.has(name))
  })
}

/** With the owner's rights: migrate. Without: check that somebody did. */
export async function prepareDatabase(
  root: string,
  { ownerUrl, applicationUrl }: Pick<Base, 'ownerUrl' | 'applicationUrl'>,
): Promise<string> {
  if (ownerUrl !== null) {
    const applied = await migrate(root, ownerUrl, applicationUrl)
    return applied.length === 0 ? 'à jour' : `${applied.length} migration(s) appliquée(s)`
  }
  const pending = [...(await pendingMigrations(root, applicationUrl))]
  if (pending.length === 0 && !(await helpIsCurrent(applicationUrl))) pending.push("l'index de l'aide")
  if (pending.length === 0) return 'à jour'
  throw new StartFailure(
    `La base n'a pas reçu ${pending.join(', ')} : relancez une fois avec DATABASE_OWNER_URL, le rôle qui migre.`,
  )
}
