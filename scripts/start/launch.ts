import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { organisme } from '@/lib/server/organisme'
import { type Base, dataDirectory, openBase } from '../database/base'
import { prepareDatabase } from '../database/prepare'
import { applicationEnvironment } from './application-environment'
import { build } from './construction'
import { type Demonstration, demonstrationEnvironment, ensureDemonstration } from './demonstration'
import { checkSecrets, readDatabaseUrls, readSettings, type Settings } from './environnement'
import { failureLine, StartFailure } from './failure.mjs'
import { claimInstance } from './instance'
import { listenError } from './ports'
import { generatePrismaClient } from './prisma-client'
import { step } from './progress'
import { Service } from './service'
import { Interrupted, listenForStop, stopRequested } from './stop-request'

type Options = { readonly dev: boolean; readonly demo: boolean }
type Closer = () => Promise<void> | void

function readOptions(args: readonly string[]): Options {
  const options = {
    dev: { type: 'boolean', default: false },
    demo: { type: 'boolean', default: false },
  } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (cause) {
    throw new StartFailure(`Option inconnue (${args.join(' ')}) : npm start accepte -- --dev et -- --demo.`, {
      cause,
    })
  }
}

function portFailure(port: number, code: string): StartFailure {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `est déjà utilisé par un autre programme : arrêtez-le, ou choisissez-en un autre (PORT=${port + 1} npm start)`,
    EACCES: 'est réservé au système : choisissez un port au-dessus de 1024 (PORT=3000 npm start)',
  }
  return new StartFailure(
    `Le port ${port} ${reasons[code] ?? `ne peut pas être ouvert (${code}) : vérifiez PORT et HOST`}.`,
  )
}

// The children of a killed start take a moment to notice: a busy port is looked at again before it is an error.
async function checkPort({ port, host }: Settings): Promise<void> {
  for (let left = 15; ; left -= 1) {
    const code = await listenError(port, host)
    if (code === null) return
    if (code !== 'EADDRINUSE' || left === 0) throw portFailure(port, code)
    await wait(200)
  }
}

/** Who this mutuelle is: a wrong key would stop the first page, or the first file for the bank. */
function checkOrganisme(): void {
  try {
    organisme()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StartFailure(`${reason} Corrigez organisme.json, puis relancez.`, { cause })
  }
}

async function checkSettings(): Promise<Settings> {
  checkOrganisme()
  const settings = readSettings(process.env)
  if (readDatabaseUrls(process.env)) checkSecrets(process.env)
  await checkPort(settings)
  return settings
}

function say(settings: Settings, demonstration: Demonstration | null): void {
  console.log(`\nLe portail est servi sur ${settings.publicUrl} (Ctrl-C pour l'arrêter).`)
  if (!demonstration) {
    console.log('Premier administrateur : npm run admin.')
    return
  }
  console.log(`Démonstration au ${demonstration.jour}. Comptes :`)
  for (const { qui, adresse, identifiant, motDePasse } of demonstration.comptes) {
    console.log(`  ${qui} : ${settings.publicUrl}${adresse} — ${identifiant} / ${motDePasse}`)
  }
}

async function run(root: string, options: Options, closers: Closer[]): Promise<void> {
  const directory = dataDirectory(root)
  const logs = join(directory, 'journaux')
  closers.push(claimInstance(directory))
  const settings = await step('Réglages', checkSettings, ({ port }) => `port ${port}`)
  const open = async () => {
    const base = await openBase(root)
    closers.push(() => base.close())
    return base
  }
  // Before what takes long: most reasons to refuse are here.
  const base: Base = await step('Base de données', open, ({ outcome }) => outcome)
  await step(
    'Tables, files et droits',
    () => prepareDatabase(root, base),
    (outcome) => outcome,
  )
  await step('Client de base de données', () => generatePrismaClient(root, logs), String)
  await step('Construction', () => (options.dev ? 'sans objet' : build(root, logs)), String)
  const env = applicationEnvironment(root, settings, base)
  const wanted = options.demo || (!readDatabaseUrls(process.env) && process.env.PORTAIL_DEMO !== '0')
  const demonstration = await step(
    'Démonstration',
    () => ensureDemonstration({ root, base, env, logs, wanted }),
    ({ outcome }) => outcome,
  )
  const demonstrationEnv = await demonstrationEnvironment(root, base)
  const service = new Service({ root, dev: options.dev, settings, env: { ...demonstrationEnv, ...env } })
  closers.push(() => service.stop())
  await step(
    'Serveur',
    () => service.start(),
    () => 'prêt',
  )
  say(settings, demonstration.loaded)
  service.show()
  await stopRequested
}

/** In reverse order, each one whatever became of the others. */
async function closeAll(closers: readonly Closer[]): Promise<void> {
  for (const close of closers.toReversed()) {
    try {
      await close()
    } catch (error) {
      console.error(failureLine(error))
    }
  }
}

/** The whole life of `npm start`: set up, serve, stop in reverse order. */
export async function launch(root: string, args: readonly string[]): Promise<void> {
  const options = readOptions(args)
  listenForStop()
  const closers: Closer[] = []
  try {
    await run(root, options, closers)
    console.log('\nArrêt du portail…')
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    console.log(`\n${error.message}`)
  } finally {
    await closeAll(closers)
  }
}
