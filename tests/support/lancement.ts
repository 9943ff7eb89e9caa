import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { freePort } from '@/scripts/start/ports'
import { makeTemporaryDirectory } from './temporary-directory'

export const RACINE = join(import.meta.dirname, '../..')

export type Lancement = {
  readonly child: ChildProcess
  readonly port: number
  output(): string
  errors(): string
  /** Exit code, once everything is written. */
  readonly ended: Promise<number | null>
}

type Demande = {
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  readonly nodeArgs?: readonly string[]
  readonly racine?: string
}

const NEUTRAL: NodeJS.ProcessEnv = {
  DATABASE_URL: '',
  DATABASE_OWNER_URL: '',
  PORTAIL_URL: '',
  PORTAIL_SECRET: '',
  PORTAIL_CLES: '',
  PORTAIL_CLE_INDEX: '',
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: '',
  PORTAIL_TODAY: '',
  // Loading the demonstration is not what these tests are about.
  PORTAIL_DEMO: '0',
  SMTP_URL: '',
  HOST: '',
  NODE_ENV: 'production',
  VITEST: '',
}

/** Runs the real scripts/start.mjs, as npm start does. */
export async function lancer(data: string, demande: Demande = {}): Promise<Lancement> {
  const port = Number(demande.env?.PORT) || (await freePort())
  const racine = demande.racine ?? RACINE
  const child = spawn(
    process.execPath,
    [...(demande.nodeArgs ?? []), 'scripts/start.mjs', ...(demande.args ?? [])],
    {
      cwd: racine,
      env: { ...process.env, ...NEUTRAL, PORT: String(port), PORTAIL_DATA: data, ...demande.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let [output, errors] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, port, output: () => output, errors: () => errors, ended }
}

/** Waits for the served page, or tells why it never came. */
export async function servi(lancement: Lancement): Promise<void> {
  const stopped = lancement.ended.then((code) => {
    throw new Error(`npm start s'est arrêté (${code}) :\n${lancement.output()}\n${lancement.errors()}`)
  })
  const said = new Promise<void>((resolve) => {
    const look = () => {
      if (lancement.output().includes('est servi sur')) resolve()
    }
    lancement.child.stdout?.on('data', look)
    look()
  })
  // Stopping later is not a failure of this wait.
  stopped.catch(() => undefined)
  await Promise.race([said, stopped])
}

export async function arreter(lancement: Lancement): Promise<number | null> {
  lancement.child.kill('SIGTERM')
  return lancement.ended
}

export async function sante(port: number): Promise<number> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/sante`)).status
  } catch {
    return 0
  }
}

function readProcess(pid: string, file: string): string {
  try {
    return readFileSync(join('/proc', pid, file), 'utf8')
  } catch {
    // It ended meanwhile, or is not ours.
    return ''
  }
}

/** Processes started for this data folder: their command line or their environment names it. */
export function processusDe(data: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => `${readProcess(pid, 'cmdline')}${readProcess(pid, 'environ')}`.includes(data))
    .map((pid) => readProcess(pid, 'comm').trim())
    .filter(Boolean)
}

/** The whole of what a refused start says: exit code, and its one line. */
export async function refus(data: string, demande: Demande = {}): Promise<string> {
  const lancement = await lancer(data, demande)
  const code = await lancement.ended
  expect(code, lancement.output()).toBe(1)
  const lines = lancement.errors().trim().split('\n')
  expect(lines, lancement.output()).toHaveLength(1)
  return lines[0] ?? ''
}

export async function dossier(): Promise<string> {
  return makeTemporaryDirectory()
}

export function effacer(data: string): void {
  rmSync(data, { recursive: true, force: true })
}
