import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { execute } from '@/scripts/database/session'
import { SECRETS_DE_TEST } from './secrets'

export type BaseDeTest = {
  readonly nom: string
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
  return { nom, urlApplication: url(adminUrl, nom, login, password), urlProprietaire: url(adminUrl, nom) }
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
  const { nom } = await current
  current = null
  await execute(inject('serveurDeTest').adminUrl, `DROP DATABASE IF EXISTS ${nom} WITH (FORCE)`)
}
