import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Base } from '../database/base'
import { withClient } from '../database/session'
import { StartFailure } from './failure.mjs'
import { runTool } from './tool'

const schema = z.object({
  /** The business day of the demonstration. */
  jour: z.iso.date(),
  comptes: z.array(
    z.object({ qui: z.string(), adresse: z.string(), identifiant: z.string(), motDePasse: z.string() }),
  ),
})

export type Demonstration = z.infer<typeof schema>

function readDemonstration(root: string): Demonstration | null {
  const path = join(root, 'prisma/demonstration/comptes.json')
  return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null
}

const STEP = 'demonstration'

// A schema of the owner's own, out of the product's reach: what was done once to this database.
async function isLoaded(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    await client.query('CREATE SCHEMA IF NOT EXISTS exploitation')
    await client.query(
      'CREATE TABLE IF NOT EXISTS exploitation.etapes (nom text PRIMARY KEY, faite_le timestamptz NOT NULL DEFAULT now())',
    )
    const { rowCount } = await client.query('SELECT FROM exploitation.etapes WHERE nom = $1', [STEP])
    return rowCount === 1
  })
}

/** The fixed business day and the banner, when this database carries the demonstration. What the environment says wins. */
export async function demonstrationEnvironment(
  root: string,
  base: Base,
): Promise<{ readonly PORTAIL_DEMO?: string; readonly PORTAIL_TODAY?: string }> {
  const demonstration = readDemonstration(root)
  if (!demonstration || !base.ownerUrl || !(await isLoaded(base.ownerUrl))) return {}
  return { PORTAIL_DEMO: '1', PORTAIL_TODAY: demonstration.jour }
}

async function markLoaded(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query('INSERT INTO exploitation.etapes (nom) VALUES ($1) ON CONFLICT DO NOTHING', [STEP]),
  )
}

type Loading = {
  readonly root: string
  readonly base: Base
  readonly env: NodeJS.ProcessEnv
  readonly logs: string
  readonly wanted: boolean
}

export type Loaded = { readonly outcome: string; readonly loaded: Demonstration | null }

/** Loads the demonstration organisme once per database, through the product's own imports and with its rights. */
export async function ensureDemonstration({ root, base, env, logs, wanted }: Loading): Promise<Loaded> {
  const demonstration = readDemonstration(root)
  const script = join(root, 'scripts/demonstration.ts')
  if (!demonstration || !existsSync(script)) return { outcome: 'aucune', loaded: null }
  if (!base.ownerUrl) {
    if (wanted)
      throw new StartFailure(
        '--demo demande DATABASE_OWNER_URL : définissez-le pour charger la démonstration.',
      )
    return { outcome: 'non demandée', loaded: null }
  }
  if (await isLoaded(base.ownerUrl)) return { outcome: 'à jour', loaded: demonstration }
  if (!wanted) return { outcome: 'non demandée', loaded: null }
  await runTool({
    args: ['--import', 'tsx', script],
    cwd: root,
    env: { ...env, PORTAIL_DEMO: '1', PORTAIL_TODAY: demonstration.jour },
    logFile: join(logs, 'demonstration.log'),
    what: 'le chargement de la démonstration',
  })
  await markLoaded(base.ownerUrl)
  return { outcome: 'chargée', loaded: demonstration }
}
