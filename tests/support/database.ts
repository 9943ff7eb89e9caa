import { createHash, randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { execute } from '@/scripts/database/session'

export type BaseDeTest = {
  readonly nom: string
  /** The application's login: what the product uses. */
  readonly urlApplication: string
  /** The owner: to prepare what the application may not do, or to look behind row level security. */
  readonly urlProprietaire: string
}

const key = (label: string) => createHash('sha256').update(label).digest('base64')

const SECRETS_DE_TEST = {
  PORTAIL_SECRET: key('secret des tests'),
  PORTAIL_CLES: `cle1:${key('clé de chiffrement des tests')}`,
  PORTAIL_CLE_INDEX: key('clé d’index des tests'),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key('clé des actions des tests'),
  PORTAIL_URL: 'http://localhost:3000',
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
  Object.assign(process.env, SECRETS_DE_TEST, { DATABASE_URL: base.urlApplication })
  return base
}

export async function supprimerBaseDeTest(): Promise<void> {
  if (!current) return
  const { nom } = await current
  current = null
  await execute(inject('serveurDeTest').adminUrl, `DROP DATABASE IF EXISTS ${nom} WITH (FORCE)`)
}
