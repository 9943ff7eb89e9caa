import { randomBytes } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { execute } from './session'

// What the schema engine needs from @prisma/adapter-pg 7.10 and does not get from it, one function each.

type PgAdapter = Awaited<ReturnType<PrismaPg['connect']>>

const CHAR_OID = 18
const NAME_OID = 19
const TEXT_OID = 25

/** Rows of an answer → ranks of their "char" columns. */
const charColumns = new WeakMap<object, readonly number[]>()

function showCatalogAsText(result: pg.QueryResult): pg.QueryResult {
  const ranks: number[] = []
  for (const [rank, field] of result.fields.entries()) {
    if (field.dataTypeID === CHAR_OID) ranks.push(rank)
    if (field.dataTypeID === CHAR_OID || field.dataTypeID === NAME_OID) field.dataTypeID = TEXT_OID
  }
  if (ranks.length > 0) charColumns.set(result.rows, ranks)
  return result
}

// One connection: the engine's advisory lock belongs to the session that took it. The engine reads the catalog, whose
// "char" and "name" columns the adapter refuses (prisma/orm#28145): they pass as text, and the engine is told below
// which of them are characters.
function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 })
  return new Proxy(pool, {
    get(target, property) {
      if (property !== 'query') return Reflect.get(target, property, target)
      return async (query: pg.QueryArrayConfig | string) =>
        typeof query === 'string' ? target.query(query) : showCatalogAsText(await target.query(query))
    },
  })
}

function tellCharacters(adapter: PgAdapter): PgAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const answer = await queryRaw(query)
    for (const rank of charColumns.get(answer.rows) ?? []) answer.columnTypes[rank] = ColumnTypeEnum.Character
    return answer
  }
  return adapter
}

// The adapter cuts a script at every semicolon, comments and function bodies included. Sent whole it is what the
// native engine does: one implicit transaction, all or nothing.
function sendScriptsWhole(adapter: PgAdapter): PgAdapter {
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script)
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error
      const { code = '', severity = 'ERROR', message, detail, column, hint } = error
      const original = { originalCode: code, originalMessage: message }
      throw new DriverAdapterError({
        kind: 'postgres',
        ...original,
        code,
        severity,
        message,
        detail,
        column,
        hint,
      })
    }
  }
  return adapter
}

function inDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/** A database as the schema engine wants it. */
export class OwnerDatabase extends PrismaPg {
  readonly #url: string
  readonly #pool: pg.Pool

  constructor(url: string) {
    const pool = openPool(url)
    super(pool)
    this.#url = url
    this.#pool = pool
  }

  override async connect(): Promise<PgAdapter> {
    return tellCharacters(sendScriptsWhole(await super.connect()))
  }

  // The adapter's own version stays on the connection string's database, and drops the shadow before it leaves it.
  override async connectToShadowDb(): Promise<PgAdapter> {
    const name = `portail_ombre_${randomBytes(8).toString('hex')}`
    await execute(this.#url, `CREATE DATABASE ${name} TEMPLATE template0`)
    const database = new OwnerDatabase(inDatabase(this.#url, name))
    const shadow = await database.connect()
    shadow.dispose = async () => {
      await database.close()
      await execute(this.#url, `DROP DATABASE ${name}`)
    }
    return shadow
  }

  close(): Promise<void> {
    return this.#pool.end()
  }
}
