import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { execute } from '@/scripts/database/session'
import { SECRETS_DE_TEST } from './secrets'

export type BaseDeTest = {
  readonly nom: string
  /** Where its files go, unless the test file chooses another place: never the project's. */
  readonly donnees: string
  /** The application's login: what the product uses. */
  readonly urlApplication: string
  /** The owner: to prepare what the application may not do, or to look behind row level security. */
  readonly urlProprietaire: string
}

function url(base: string, nom: string, user?: string, password?: string): string {
  const target = new URL(base)
  target.pathname = `/${nom}`
  if (user) target.username = user
  if (password) target.password = password
  return target.href
}

async function create(): Promise<BaseDeTest> {
  const { adminUrl, template, login, password } = inject('serveurDeTest')
  const nom = `portail_${randomBytes(6).toString('hex')}`
  await execute(adminUrl, `CREATE DATABASE ${nom} TEMPLATE ${template}`)
  const donnees = await mkdtemp(join(tmpdir(), 'portail-donnees-'))
  // Once: what a test file sets afterwards is its own.
  process.env.PORTAIL_DATA = donnees
  return {
    nom,
    donnees,
    urlApplication: url(adminUrl, nom, login, password),
    urlProprietaire: url(adminUrl, nom),
  }
}

let current: Promise<BaseDeTest> | null = null

/**
 * The database of this test file, copied from the migrated template. The set-up of the project calls it before the file is
 * loaded, so that lib/server finds its environment; a test calls it again to know the addresses.
 */
export async function baseDeTest(): Promise<BaseDeTest> {
  current ??= create()
  const base = await current
  Object.assign(process.env, SECRETS_DE_TEST, {
    DATABASE_URL: base.urlApplication,
    PORTAIL_URL: 'http://localhost:3000',
  })
  return base
}

export async function supprimerBaseDeTest(): Promise<void> {
  if (!current) return
  const { nom, donnees } = await current
  current = null
  await rm(donnees, { recursive: true, force: true })
  await execute(inject('serveurDeTest').adminUrl, `DROP DATABASE IF EXISTS ${nom} WITH (FORCE)`)
}
