import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { checkSecrets, readDatabaseUrls, type Secrets } from '../start/environnement'
import { localSecrets, productSecrets } from '../start/secrets'
import { type Cluster, describeCluster, ownerUrl, type Running, startCluster, stopCluster } from './cluster'
import { checkReachable } from './reach'
import { withClient } from './session'

const DATABASE = 'portail'
const LOGIN = 'portail_login'

/** Shared by everyone who uses the embedded server; who can take it alone is the last one, and stops it. */
const USERS_LOCK = 7_678_246

export type Base = {
  readonly applicationUrl: string
  /** Null when this process may not migrate. */
  readonly ownerUrl: string | null
  readonly secrets: Secrets
  readonly outcome: string
  close(): Promise<void>
}

async function createDatabase(cluster: Cluster, port: number, password: string): Promise<void> {
  await withClient(ownerUrl(cluster, port, 'postgres'), async (client) => {
    const login = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [LOGIN])
    if (login.rowCount === 0) {
      await client.query(
        `CREATE ROLE ${LOGIN} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${pg.escapeLiteral(password)}`,
      )
    }
    const database = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} TEMPLATE template0`)
  })
}

/** Says that this process uses the server, starts it again if it dies, stops it when the last user leaves. */
class Keeper {
  readonly #cluster: Cluster
  #client: pg.Client | null = null
  #closing = false

  constructor(cluster: Cluster) {
    this.#cluster = cluster
  }

  async hold(port: number): Promise<void> {
    const client = new pg.Client({
      connectionString: ownerUrl(this.#cluster, port, 'postgres'),
      keepAlive: true,
    })
    client.on('error', () => undefined)
    client.on('end', () => {
      if (!this.#closing) void this.#recover()
    })
    await client.connect()
    await client.query('SELECT pg_advisory_lock_shared($1)', [USERS_LOCK])
    this.#client = client
  }

  async #recover(): Promise<void> {
    console.error('La base de données embarquée s’est arrêtée : elle est relancée.')
    for (let attempt = 1; !this.#closing; attempt += 1) {
      try {
        const { port } = await startCluster(this.#cluster)
        await this.hold(port)
        return
      } catch (error) {
        console.error(error instanceof Error ? error.message : error)
        await wait(Math.min(attempt, 10) * 500)
      }
    }
  }

  async close(): Promise<void> {
    this.#closing = true
    const client = this.#client
    if (!client || (await this.#leave(client))) await stopCluster(this.#cluster)
    await client?.end().catch(() => undefined)
  }

  async #leave(client: pg.Client): Promise<boolean> {
    try {
      await client.query('SELECT pg_advisory_unlock_shared($1)', [USERS_LOCK])
      const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [
        USERS_LOCK,
      ])
      return rows[0]?.alone ?? false
    } catch {
      // The server is already down: stopping it is then a no-op.
      return true
    }
  }
}

async function openEmbedded(directory: string): Promise<Base> {
  mkdirSync(directory, { recursive: true })
  const local = localSecrets(directory)
  const secrets = productSecrets(local, process.env)
  const cluster = describeCluster(directory, local.proprietaire)
  const keeper = new Keeper(cluster)
  const { port, outcome }: Running = await startCluster(cluster)
  try {
    await keeper.hold(port)
    await createDatabase(cluster, port, local.application)
  } catch (error) {
    await keeper.close()
    throw error
  }
  return {
    applicationUrl: `postgresql://${LOGIN}:${local.application}@127.0.0.1:${port}/${DATABASE}`,
    ownerUrl: ownerUrl(cluster, port, DATABASE),
    secrets,
    outcome: `embarquée, ${outcome}`,
    close: () => keeper.close(),
  }
}

export function dataDirectory(root: string): string {
  const chosen = process.env.PORTAIL_DATA || '.data'
  return chosen.startsWith('/') ? chosen : join(root, chosen)
}

/** The database named by the environment, or the embedded one, started if need be. */
export async function openBase(root: string): Promise<Base> {
  const urls = readDatabaseUrls(process.env)
  if (!urls) return openEmbedded(dataDirectory(root))
  const secrets = checkSecrets(process.env)
  await checkReachable('DATABASE_URL', urls.application)
  if (urls.owner) await checkReachable('DATABASE_OWNER_URL', urls.owner)
  return {
    applicationUrl: urls.application,
    ownerUrl: urls.owner,
    secrets,
    outcome: 'externe, joignable',
    close: async () => undefined,
  }
}
