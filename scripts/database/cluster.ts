import { type ChildProcess, spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StartFailure, saysDiskFull } from '../start/failure.mjs'
import { freePort, isFree } from '../start/ports'
import {
  binariesDirectory,
  checkReadable,
  DATABASE_ENVIRONMENT,
  type DatabaseUser,
  databaseUser,
  type Run,
  runAs,
} from './binaries'

const MAJOR = '18'
const OWNER = 'portail_owner'
const READY_WITHIN_MS = 60_000

/** An embedded PostgreSQL: its data under `directory`/postgres, its port in `directory`/postgres.port. */
export type Cluster = {
  readonly directory: string
  readonly data: string
  readonly bin: string
  readonly user: DatabaseUser
  readonly ownerPassword: string
  /** Throw-away databases of the tests may lose their data in a crash. */
  readonly disposable: boolean
}

export function describeCluster(directory: string, ownerPassword: string, disposable = false): Cluster {
  const data = join(directory, 'postgres')
  return { directory, data, bin: binariesDirectory(), user: databaseUser(), ownerPassword, disposable }
}

export function ownerUrl(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${OWNER}:${cluster.ownerPassword}@127.0.0.1:${port}/${database}`
}

/** The server does not always have the room to write that it lacks some. */
function isNearlyFull(directory: string): boolean {
  const { bavail, bsize } = statfsSync(directory)
  return bavail * bsize < 1024 * 1024
}

function failed(what: string, { output }: Run, cluster: Cluster): StartFailure {
  const log = serverLog(cluster)
  const text = `${output}\n${existsSync(log) ? readFileSync(log, 'utf8').slice(-4000) : ''}`
  if (saysDiskFull(text) || isNearlyFull(cluster.directory)) {
    return new StartFailure(
      `Disque plein (${what}) : libérez de la place dans ${cluster.directory} puis relancez.`,
    )
  }
  if (/Permission denied/i.test(text)) {
    return new StartFailure(
      `La base de données n'a pas le droit d'utiliser ${cluster.directory} (${what}) : rendez ce dossier à l'utilisateur qui lance le portail, puis relancez.`,
    )
  }
  const last =
    text
      .trim()
      .split('\n')
      .findLast((line) => /FATAL|error/i.test(line)) ?? output.trim()
  return new StartFailure(`Échec de la base de données embarquée (${what}) : ${last} (détails : ${log}).`)
}

function serverLog(cluster: Cluster): string {
  return join(cluster.directory, 'postgres.log')
}

// initdb fills a folder of its own, renamed at the end: killed midway it leaves nothing that looks like a database.
async function initialise(cluster: Cluster): Promise<void> {
  const draft = `${cluster.data}.nouveau`
  const passwordFile = join(draft, 'mot-de-passe')
  const target = join(draft, 'postgres')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, cluster.ownerPassword, { mode: 0o600 })
  if (cluster.user) {
    for (const path of [draft, passwordFile]) chownSync(path, cluster.user.uid, cluster.user.gid)
  }
  const run = await runAs(cluster.user, join(cluster.bin, 'initdb'), [
    `--pgdata=${target}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The builtin provider is UTF-8 whatever the machine's LANG and installed locales are.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    ...(cluster.disposable ? ['--no-sync'] : []),
  ])
  if (run.code !== 0) throw failed('création', run, cluster)
  renameSync(target, cluster.data)
  rmSync(draft, { recursive: true, force: true })
}

function settings(cluster: Cluster, port: number): string[] {
  const options = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    // A failing statement's DETAIL carries the values of the row, which may be health data.
    log_error_verbosity: 'terse',
    // Nor the values of a statement, its text (a literal is a value), nor its message (« value "1850799…" is out of range »): the
    // application says what failed, without them. What the server itself has to say stays: LOG, FATAL, PANIC.
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_statement: 'none',
    log_min_duration_statement: '-1',
    log_min_error_statement: 'panic',
    log_min_messages: 'log',
    logging_collector: 'on',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    ...(cluster.disposable ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  return Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean }

function readPostmaster(cluster: Cluster): Postmaster | null {
  const path = join(cluster.data, 'postmaster.pid')
  if (!existsSync(path)) return null
  const lines = readFileSync(path, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** The pid may have been given to another program since the server was killed: ask what runs under it. */
function isPostmaster(pid: number, cluster: Cluster): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
  }
  const commandLine = `/proc/${pid}/cmdline`
  return existsSync(commandLine)
    ? readFileSync(commandLine, 'utf8').includes(cluster.data)
    : !existsSync('/proc/self')
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl(cluster, port, 'postgres') })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** A server left by a killed parent is taken over; a stale lock file is removed. The port, or null when nothing runs. */
async function adopt(cluster: Cluster): Promise<number | null> {
  const limit = Date.now() + READY_WITHIN_MS
  for (;;) {
    const postmaster = readPostmaster(cluster)
    if (!postmaster) return null
    if (!isPostmaster(postmaster.pid, cluster)) {
      rmSync(join(cluster.data, 'postmaster.pid'), { force: true })
      return null
    }
    if (await answers(cluster, postmaster.port)) return postmaster.port
    if (Date.now() > limit) {
      throw new StartFailure(
        `Un serveur PostgreSQL (processus ${postmaster.pid}) occupe ${cluster.data} sans répondre : arrêtez-le (kill ${postmaster.pid}) puis relancez.`,
      )
    }
    await wait(200)
  }
}

async function choosePort(cluster: Cluster): Promise<number> {
  const file = join(cluster.directory, 'postgres.port')
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (kept > 0 && (await isFree(kept, '127.0.0.1'))) return kept
  const port = await freePort()
  writeFileSync(file, `${port}\n`)
  return port
}

/** Of its own session, so that a Ctrl-C does not reach it before what uses it has stopped. */
function spawnPostmaster(cluster: Cluster, port: number): ChildProcess {
  const log = openSync(serverLog(cluster), 'w')
  const child = spawn(join(cluster.bin, 'postgres'), ['-D', cluster.data, ...settings(cluster, port)], {
    cwd: '/',
    detached: true,
    env: DATABASE_ENVIRONMENT,
    stdio: ['ignore', log, log],
    ...cluster.user,
  })
  closeSync(log)
  child.unref()
  return child
}

async function boot(cluster: Cluster): Promise<number> {
  const port = await choosePort(cluster)
  const child = spawnPostmaster(cluster, port)
  let ended = ''
  child.on('error', (error) => {
    ended = error.message
  })
  child.on('exit', (code, signal) => {
    ended = `fin du serveur (${code ?? signal})`
  })
  const limit = Date.now() + READY_WITHIN_MS
  for (;;) {
    const postmaster = readPostmaster(cluster)
    if (postmaster?.pid === child.pid && postmaster?.ready) return port
    if (ended) throw failed('démarrage', { code: 1, output: ended }, cluster)
    if (Date.now() > limit)
      throw failed('démarrage', { code: 1, output: 'le serveur ne devient pas prêt' }, cluster)
    await wait(50)
  }
}

function checkVersion(cluster: Cluster): void {
  const file = join(cluster.data, 'PG_VERSION')
  let version: string
  try {
    version = readFileSync(file, 'utf8').trim()
  } catch (cause) {
    throw new StartFailure(
      `${cluster.data} n'est pas lisible par cet utilisateur : relancez avec celui qui a créé la base (root ou non).`,
      { cause },
    )
  }
  if (version !== MAJOR) {
    throw new StartFailure(
      `${cluster.data} vient de PostgreSQL ${version}, le portail embarque PostgreSQL ${MAJOR} : exportez cette base puis déplacez ce dossier.`,
    )
  }
}

export type Running = { readonly port: number; readonly outcome: 'créée' | 'démarrée' | 'déjà en marche' }

/** Makes sure that the server runs. */
export async function startCluster(cluster: Cluster): Promise<Running> {
  await checkReadable(cluster.user, [cluster.bin, cluster.directory])
  if (!existsSync(cluster.data)) {
    await initialise(cluster)
    return { port: await boot(cluster), outcome: 'créée' }
  }
  checkVersion(cluster)
  const adopted = await adopt(cluster)
  if (adopted !== null) return { port: adopted, outcome: 'déjà en marche' }
  return { port: await boot(cluster), outcome: 'démarrée' }
}

/** Fast shutdown: clients are sent away, a checkpoint is written, the next start needs no recovery. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  const run = await runAs(cluster.user, join(cluster.bin, 'pg_ctl'), [
    'stop',
    '--wait',
    '--timeout=60',
    '--mode=fast',
    `--pgdata=${cluster.data}`,
  ])
  if (run.code !== 0 && readPostmaster(cluster)) throw failed('arrêt', run, cluster)
}
