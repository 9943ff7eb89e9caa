import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

/** A database of its own for a test file, migrated, and the environment of a server that uses it. */
export async function baseDeFlux(): Promise<{ proprietaire: pg.Pool; fermer: () => Promise<void> }> {
  const racine = process.env.TEST_DATABASE_OWNER_URL
  if (racine === undefined) throw new Error('TEST_DATABASE_OWNER_URL manque')
  const nom = `flux_test_${randomBytes(5).toString('hex')}`
  const motDePasse = randomBytes(16).toString('hex')
  const admin = new pg.Client({ connectionString: racine })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${nom} ENCODING 'UTF8' TEMPLATE template0`)
  const url = new URL(racine)
  url.pathname = `/${nom}`
  const proprietaire = new pg.Pool({ connectionString: url.href, max: 3 })
  // The last DROP DATABASE may end a connection that is closing.
  proprietaire.on('error', () => {})
  for (const dossier of readdirSync('prisma/migrations').sort()) {
    if (dossier.endsWith('.toml')) continue
    await proprietaire.query(readFileSync(`prisma/migrations/${dossier}/migration.sql`, 'utf8'))
  }
  await admin.query(`CREATE ROLE ${nom} LOGIN PASSWORD '${motDePasse}' NOSUPERUSER NOBYPASSRLS`)
  await admin.query(`GRANT portail_app TO ${nom} WITH INHERIT TRUE, SET FALSE`)
  await admin.query(`GRANT portail_gestion, portail_systeme TO ${nom} WITH INHERIT FALSE, SET TRUE`)
  const application = new URL(url)
  application.username = nom
  application.password = motDePasse
  Object.assign(process.env, {
    DATABASE_URL: application.href,
    PORTAIL_URL: 'http://localhost:3000',
    PORTAIL_SECRET: 'secret-de-test-assez-long-pour-le-schema',
    PORTAIL_CLES: `t1:${Buffer.alloc(32, 1).toString('base64')}`,
    PORTAIL_CLE_INDEX: Buffer.alloc(32, 2).toString('base64'),
    PORTAIL_TODAY: '2026-11-15',
  })
  return {
    proprietaire,
    fermer: async () => {
      const { fermer } = await import('@/lib/server/db')
      await fermer()
      await proprietaire.end()
      await admin.query(`DROP DATABASE ${nom} WITH (FORCE)`)
      await admin.query(`DROP ROLE ${nom}`)
      await admin.end()
    },
  }
}
