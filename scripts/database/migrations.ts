import { StartFailure, saysDiskFull } from '../start/failure.mjs'
import { NO_FILTER, readMigrations, readSchema, withEngine } from './engine'

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const lines = message.split('\n').map((line) => line.trim())
  return (
    lines.find((line) => line.startsWith('Error querying the database:')) ?? lines.find(Boolean) ?? message
  )
}

/**
 * Applies what prisma/migrations has and the database has not. Returns the names applied. A migration is one transaction: one that
 * failed or was killed has left nothing but its line in _prisma_migrations, which is marked so that it is tried again.
 */
export function applyMigrations(
  root: string,
  ownerUrl: string,
  only?: readonly string[],
): Promise<readonly string[]> {
  return withEngine(ownerUrl, readSchema(root), async (engine) => {
    const all = readMigrations(root)
    // A backup is restored into the tables it was taken from.
    const wanted = all.migrationDirectories.filter(({ path }) => only === undefined || only.includes(path))
    const migrationsList = { ...all, migrationDirectories: wanted }
    try {
      const { failedMigrationNames, editedMigrationNames } = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters: NO_FILTER,
      })
      const edited = editedMigrationNames.filter((name) => !failedMigrationNames.includes(name))
      if (edited.length > 0) {
        throw new StartFailure(
          `La base a reçu une autre version de ${edited.join(', ')} : une migration appliquée ne se modifie plus ; rétablissez ce fichier et écrivez-en une nouvelle.`,
        )
      }
      for (const migrationName of failedMigrationNames)
        await engine.markMigrationRolledBack({ migrationName })
      return (await engine.applyMigrations({ migrationsList, filters: NO_FILTER })).appliedMigrationNames
    } catch (error) {
      if (error instanceof StartFailure || saysDiskFull(firstLine(error))) throw error
      throw new StartFailure(`Les migrations de la base ont échoué : ${firstLine(error)}.`, { cause: error })
    }
  })
}

/** SQL that leads from nothing, or from what the migrations make, to prisma/schema. Empty when there is nothing to do. */
export function schemaDiff(root: string, ownerUrl: string, from: 'empty' | 'migrations'): Promise<string> {
  const schema = readSchema(root)
  return withEngine(ownerUrl, schema, async (engine) => {
    const { stdout } = await engine.diff({
      from: from === 'empty' ? { tag: 'empty' } : { tag: 'migrations', ...readMigrations(root) },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    })
    const sql = stdout?.trim() ?? ''
    return sql === '-- This is an empty migration.' ? '' : sql
  })
}
