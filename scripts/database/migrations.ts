import { NO_FILTER, readMigrations, readSchema, withEngine } from './engine'

/** Applies what prisma/migrations has and the database has not. Returns the names applied. */
export function applyMigrations(root: string, ownerUrl: string): Promise<readonly string[]> {
  return withEngine(ownerUrl, readSchema(root), async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: readMigrations(root),
      filters: NO_FILTER,
    })
    return appliedMigrationNames
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
