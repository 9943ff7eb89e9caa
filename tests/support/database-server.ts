import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import {
  type Cluster,
  describeCluster,
  ownerUrl,
  startCluster,
  stopCluster,
} from '@/scripts/database/cluster'
import { migrate } from '@/scripts/database/prepare'
import { execute } from '@/scripts/database/session'
import { generatePrismaClient } from '@/scripts/start/prisma-client'
import { makeTemporaryDirectory } from './temporary-directory'

/** What each test file needs to make its own database. */
export type TestServer = {
  /** Connection of the owner to the maintenance database. */
  readonly adminUrl: string
  readonly template: string
  readonly login: string
  readonly password: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    serveurDeTest: TestServer
  }
}

async function startDisposable(): Promise<{ readonly cluster: Cluster; readonly adminUrl: string }> {
  const directory = await makeTemporaryDirectory()
  const cluster = describeCluster(directory, randomBytes(12).toString('hex'), true)
  const { port } = await startCluster(cluster)
  return { cluster, adminUrl: ownerUrl(cluster, port, 'postgres') }
}

function inDatabase(
  url: string,
  database: string,
  login?: { readonly user: string; readonly password: string },
): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  if (login) [other.username, other.password] = [login.user, login.password]
  return other.href
}

async function makeTemplate(root: string, adminUrl: string): Promise<TestServer> {
  const suffix = randomBytes(4).toString('hex')
  const [template, login, password] = [
    `portail_modele_${suffix}`,
    `portail_test_${suffix}`,
    randomBytes(12).toString('hex'),
  ]
  await execute(adminUrl, `CREATE ROLE ${login} LOGIN PASSWORD '${password}'`)
  await execute(adminUrl, `CREATE DATABASE ${template} TEMPLATE template0`)
  await migrate(
    root,
    inDatabase(adminUrl, template),
    inDatabase(adminUrl, template, { user: login, password }),
  )
  return { adminUrl, template, login, password }
}

/** Once per run: a server (embedded, or the one of TEST_DATABASE_OWNER_URL) and a migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = project.config.root
  await generatePrismaClient(root, join(root, 'reports'))
  const external = process.env.TEST_DATABASE_OWNER_URL
  if (external) {
    const server = await makeTemplate(root, external)
    project.provide('serveurDeTest', server)
    return async () => {
      await execute(external, `DROP DATABASE ${server.template} WITH (FORCE)`)
      await execute(external, `DROP ROLE ${server.login}`)
    }
  }
  const { cluster, adminUrl } = await startDisposable()
  project.provide('serveurDeTest', await makeTemplate(root, adminUrl))
  return async () => {
    await stopCluster(cluster)
    rmSync(cluster.directory, { recursive: true, force: true })
  }
}
