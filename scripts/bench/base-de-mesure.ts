import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../database/prepare'
import { execute } from '../database/session'

/** Runs a measure on a scratch database of DATABASE_OWNER_URL's server, with a scratch folder for files; both are removed after it. */
export async function surBaseDeMesure(mesurer: (ownerUrl: string) => Promise<void>): Promise<void> {
  const racine = process.env.DATABASE_OWNER_URL
  if (racine === undefined) {
    console.error('DATABASE_OWNER_URL manque : le serveur où créer une base de mesure.')
    process.exit(1)
  }
  const nom = `bench_${randomBytes(5).toString('hex')}`
  const motDePasse = randomBytes(16).toString('hex')
  const url = (utilisateur?: string): string => {
    const cible = new URL(racine)
    cible.pathname = `/${nom}`
    if (utilisateur !== undefined) Object.assign(cible, { username: utilisateur, password: motDePasse })
    return cible.href
  }
  const donnees = await mkdtemp(join(tmpdir(), 'portail-mesure-'))
  await execute(racine, `CREATE DATABASE ${nom} TEMPLATE template0`)
  try {
    await execute(racine, `CREATE ROLE ${nom} LOGIN PASSWORD '${motDePasse}'`)
    await migrate(process.cwd(), url(), url(nom))
    Object.assign(process.env, {
      DATABASE_URL: url(nom),
      PORTAIL_URL: 'http://localhost:3000',
      PORTAIL_DATA: donnees,
      PORTAIL_SECRET: randomBytes(32).toString('base64'),
      PORTAIL_CLES: `bench:${randomBytes(32).toString('base64')}`,
      PORTAIL_CLE_INDEX: randomBytes(32).toString('base64'),
    })
    await mesurer(url())
  } finally {
    await execute(racine, `DROP DATABASE ${nom} WITH (FORCE)`)
    await execute(racine, `DROP ROLE IF EXISTS ${nom}`)
    await rm(donnees, { recursive: true, force: true })
  }
}
