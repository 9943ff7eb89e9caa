import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaFilter, SchemasContainer } from '@prisma/schema-engine-wasm'
import * as engineBindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { OwnerDatabase } from './engine-adapter'

// The official schema engine compiled to WebAssembly: no native binary to download. Its published entry imports the
// .wasm as a module, which Node cannot do, hence the instantiation by hand.
let ready: Promise<void> | null = null

/** The engine hands the text of a Rust panic to this global before it stops. */
declare global {
  var PRISMA_WASM_PANIC_REGISTRY: { set_message(message: string): void } | undefined
}

async function instantiate(): Promise<void> {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) }
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(entry.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': { ...engineBindings },
  })
  engineBindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start !== 'function') throw new Error('schema engine: no __wbindgen_start in the .wasm')
  start()
}

export const NO_FILTER: SchemaFilter = { externalTables: [], externalEnums: [] }

export function readSchema(root: string): SchemasContainer {
  const directory = join(root, 'prisma/schema')
  const files = readdirSync(directory)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: join(directory, name), content: readFileSync(join(directory, name), 'utf8') }))
  return { files }
}

export function readMigrations(root: string): MigrationList {
  const baseDir = join(root, 'prisma/migrations')
  const migrationDirectories = readdirSync(baseDir)
    .filter((name) => statSync(join(baseDir, name)).isDirectory())
    .sort()
    .map((path) => {
      const value = readFileSync(join(baseDir, path, 'migration.sql'), 'utf8')
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } }
    })
  const lock = 'migration_lock.toml'
  const lockfile = { path: lock, content: readFileSync(join(baseDir, lock), 'utf8') }
  return { baseDir, lockfile, shadowDbInitScript: '', migrationDirectories }
}

export type Engine = Awaited<ReturnType<typeof engineBindings.SchemaEngine.new>>

/** The schema engine, speaking to this database as its owner. */
export async function withEngine<T>(
  url: string,
  schema: SchemasContainer,
  use: (engine: Engine) => Promise<T>,
): Promise<T> {
  ready ??= instantiate()
  await ready
  const database = new OwnerDatabase(url)
  const datamodels = schema.files.map(({ path, content }): [string, string] => [path, content])
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(database)
    const engine = await engineBindings.SchemaEngine.new({ datamodels }, () => undefined, adapter)
    const result = await use(engine)
    engine.free()
    return result
  } finally {
    await database.close()
  }
}
