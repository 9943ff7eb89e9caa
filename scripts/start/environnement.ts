import { fournisseursSchema } from '@/lib/server/fournisseurs'
import { StartFailure } from './failure.mjs'

/** The secrets of the product; generated once with the embedded server, required with DATABASE_URL. */
export const SECRETS = [
  'PORTAIL_SECRET',
  'PORTAIL_CLES',
  'PORTAIL_CLE_INDEX',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
] as const

export type SecretName = (typeof SECRETS)[number]
export type Secrets = Readonly<Record<SecretName, string>>
type Environment = Readonly<Record<string, string | undefined>>

const HOW: Readonly<Record<SecretName, string>> = {
  PORTAIL_SECRET: 'openssl rand -base64 48',
  PORTAIL_CLES: 'echo "cle1:$(openssl rand -base64 32)"',
  PORTAIL_CLE_INDEX: 'openssl rand -base64 32',
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'openssl rand -base64 32',
}

const DEFAULT_LOOKING =
  /changeme|change.me|default|example|exemple|password|motdepasse|secret|azerty|qwerty|123456|test/i
const MIN_DISTINCT = 12

/** A fill-in value: too few different characters to have been drawn at random, or a word one types while waiting. */
function looksChosen(value: string): boolean {
  return new Set(value).size < MIN_DISTINCT || (value.length < 64 && DEFAULT_LOOKING.test(value))
}

const BASE64 = /^[A-Za-z0-9+/]{43}=$/

function keyDefect(value: string): string | null {
  if (!BASE64.test(value)) return 'doit être une clé de 32 octets en base64'
  const bytes = Buffer.from(value, 'base64')
  return new Set(bytes).size < MIN_DISTINCT ? "n'est pas une clé tirée au hasard" : null
}

function ringDefect(value: string): string | null {
  const ids = new Set<string>()
  for (const item of value.split(',')) {
    const [id, key] = [item.slice(0, item.indexOf(':')), item.slice(item.indexOf(':') + 1)]
    if (!/^[A-Za-z0-9_-]{1,16}$/.test(id)) return 'doit suivre la forme « id:clé[,id:clé…] »'
    if (ids.has(id)) return `donne deux fois la clé « ${id} »`
    ids.add(id)
    const defect = keyDefect(key)
    if (defect) return `a une clé « ${id} » qui ${defect}`
  }
  return null
}

const DEFECTS: Readonly<Record<SecretName, (value: string) => string | null>> = {
  PORTAIL_SECRET: (value) => {
    if (value.length < 32) return 'doit compter au moins 32 caractères'
    return looksChosen(value) ? "n'est pas tiré au hasard" : null
  },
  PORTAIL_CLES: ringDefect,
  PORTAIL_CLE_INDEX: keyDefect,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: keyDefect,
}

/** Refuses a missing, weak or default-looking secret, without ever printing it. */
export function checkSecrets(environment: Environment): Secrets {
  const read = (name: SecretName): string => {
    const value = environment[name]
    const defect = value ? DEFECTS[name](value) : "n'est pas défini"
    if (value && defect === null) return value
    throw new StartFailure(`Le secret ${name} ${defect} : tirez-en un avec « ${HOW[name]} » puis relancez.`)
  }
  const secrets = {
    PORTAIL_SECRET: read('PORTAIL_SECRET'),
    PORTAIL_CLES: read('PORTAIL_CLES'),
    PORTAIL_CLE_INDEX: read('PORTAIL_CLE_INDEX'),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: read('NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'),
  }
  if (secrets.PORTAIL_CLES.includes(secrets.PORTAIL_CLE_INDEX)) {
    throw new StartFailure(
      'PORTAIL_CLE_INDEX reprend une clé de PORTAIL_CLES : tirez une clé différente puis relancez.',
    )
  }
  return secrets
}

export type Settings = {
  readonly port: number
  /** Address to listen on; absent: all of them. */
  readonly host: string | undefined
  readonly publicUrl: string
}

function checkUrl(name: string, value: string, protocols: readonly string[]): string {
  const valid = URL.canParse(value) && protocols.includes(new URL(value).protocol)
  if (valid) return value
  const shown = protocols.map((protocol) => `${protocol}//…`).join(' ou ')
  throw new StartFailure(`${name} n'est pas une adresse ${shown} : corrigez-la puis relancez.`)
}

/** Outside sign-in. The sentences name the fields, never what they hold. */
function checkProviders(value: string | undefined): void {
  const read = fournisseursSchema.safeParse(value || '[]')
  if (read.success) return
  const defects = read.error.issues.map(({ message }) => message).join(', ')
  throw new StartFailure(`PORTAIL_FOURNISSEURS ne convient pas : ${defects}. Corrigez-le puis relancez.`)
}

function readPort(value: string | undefined): number {
  if (!value) return 3000
  const port = Number(value)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new StartFailure(`PORT=${value} n'est pas un numéro de port : donnez un nombre entre 1 et 65535.`)
}

export function readSettings(environment: Environment): Settings {
  const port = readPort(environment.PORT)
  const publicUrl = checkUrl('PORTAIL_URL', environment.PORTAIL_URL || `http://localhost:${port}`, [
    'http:',
    'https:',
  ])
  if (environment.SMTP_URL) checkUrl('SMTP_URL', environment.SMTP_URL, ['smtp:', 'smtps:'])
  if (environment.CLAMD_URL) checkUrl('CLAMD_URL', environment.CLAMD_URL, ['tcp:', 'unix:'])
  checkProviders(environment.PORTAIL_FOURNISSEURS)
  const day = environment.PORTAIL_TODAY
  if (day && !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    throw new StartFailure(`PORTAIL_TODAY=${day} n'est pas une date AAAA-MM-JJ : corrigez-la ou retirez-la.`)
  }
  return { port, host: environment.HOST || undefined, publicUrl }
}

export type DatabaseUrls = { readonly application: string; readonly owner: string | null }

/** The external database, or null: the embedded one is used. */
export function readDatabaseUrls(environment: Environment): DatabaseUrls | null {
  const { DATABASE_URL: application, DATABASE_OWNER_URL: owner } = environment
  if (!application && !owner) return null
  if (!application) {
    throw new StartFailure(
      'DATABASE_OWNER_URL est défini sans DATABASE_URL : donnez aussi le rôle de connexion de l’application.',
    )
  }
  const protocols = ['postgresql:', 'postgres:']
  checkUrl('DATABASE_URL', application, protocols)
  if (owner) checkUrl('DATABASE_OWNER_URL', owner, protocols)
  return { application, owner: owner || null }
}
