import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { checkSecrets, type Secrets } from './environnement'
import { StartFailure } from './failure.mjs'

const schema = z.strictObject({
  PORTAIL_SECRET: z.string(),
  PORTAIL_CLES: z.string(),
  PORTAIL_CLE_INDEX: z.string(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string(),
  /** Password of the owner of the embedded database. */
  proprietaire: z.string(),
  /** Password of the application's login. */
  application: z.string(),
})

export type LocalSecrets = z.infer<typeof schema>

function draw(): LocalSecrets {
  const key = () => randomBytes(32).toString('base64')
  return {
    PORTAIL_SECRET: randomBytes(48).toString('base64'),
    PORTAIL_CLES: `cle1:${key()}`,
    PORTAIL_CLE_INDEX: key(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key(),
    proprietaire: randomBytes(24).toString('base64url'),
    application: randomBytes(24).toString('base64url'),
  }
}

function read(path: string): LocalSecrets {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new StartFailure(
      `${path} est illisible : rendez ce fichier à l'utilisateur qui lance le portail, ou restaurez-le d'une sauvegarde.`,
      { cause },
    )
  }
  const parsed = schema.safeParse(content)
  if (parsed.success) return parsed.data
  throw new StartFailure(`${path} est incomplet ou abîmé : restaurez-le d'une sauvegarde.`)
}

/** The secrets of an embedded installation, drawn once: without them its data cannot be read again. */
export function localSecrets(directory: string): LocalSecrets {
  const path = join(directory, 'secrets.json')
  if (existsSync(path)) return read(path)
  if (existsSync(join(directory, 'postgres'))) {
    throw new StartFailure(
      `${path} manque alors que la base existe : restaurez-le d'une sauvegarde (ou supprimez ${directory} pour repartir de zéro).`,
    )
  }
  mkdirSync(directory, { recursive: true })
  const secrets = draw()
  // Renamed when whole: a start killed here must not leave half a file.
  writeFileSync(`${path}.nouveau`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.nouveau`, path)
  return secrets
}

/** What the environment gives wins over what was drawn, and is checked alike. */
export function productSecrets(local: LocalSecrets, environment: NodeJS.ProcessEnv): Secrets {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value))
  return checkSecrets({ ...local, ...given })
}
