import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PgBoss from 'pg-boss'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { QUEUES } from '@/lib/server/queues'
import { grantRights } from '@/scripts/database/droits'
import { applyMigrations } from '@/scripts/database/migrations'
import { migrate, prepareDatabase } from '@/scripts/database/prepare'
import { execute, withClient } from '@/scripts/database/session'
import { type BaseDeTest, baseDeTest } from '../support/database'
import { makeTemporaryDirectory } from '../support/temporary-directory'

let base: BaseDeTest
beforeAll(async () => {
  base = await baseDeTest()
})

const enBase = (nom: string) => {
  const url = new URL(base.urlProprietaire)
  url.pathname = `/${nom}`
  return url.href
}

describe('une base préparée', () => {
  test('ne reçoit rien de plus la seconde fois', async () => {
    expect(await migrate(process.cwd(), base.urlProprietaire, base.urlApplication)).toEqual([])
  })

  test("est jugée à jour par une instance qui n'a pas le rôle propriétaire", async () => {
    const vue = { ownerUrl: null, applicationUrl: base.urlApplication }
    expect(await prepareDatabase(process.cwd(), vue)).toBe('à jour')
  })

  test('est jugée en retard tant que le propriétaire n’a pas migré', async () => {
    const nom = `${base.nom}_vide`
    await execute(base.urlProprietaire, `CREATE DATABASE ${nom}`)
    const applicationUrl = new URL(base.urlApplication)
    applicationUrl.pathname = `/${nom}`
    await expect(
      prepareDatabase(process.cwd(), { ownerUrl: null, applicationUrl: applicationUrl.href }),
    ).rejects.toThrow(/^La base n'a pas reçu 2026.* : relancez une fois avec DATABASE_OWNER_URL/)
    await execute(base.urlProprietaire, `DROP DATABASE ${nom}`)
  })
})

describe("le rôle de connexion de l'application", () => {
  test('hérite de portail_app seulement, et peut prendre les deux autres rôles', async () => {
    const { rows } = await withClient(base.urlApplication, (client) =>
      client.query(
        `SELECT r.rolname AS groupe, m.inherit_option AS herite, m.set_option AS prend, m.admin_option AS donne
         FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid
         WHERE m.member = session_user::regrole ORDER BY 1`,
      ),
    )
    expect(rows).toEqual([
      { groupe: 'portail_app', herite: true, prend: false, donne: false },
      { groupe: 'portail_gestion', herite: false, prend: true, donne: false },
      { groupe: 'portail_systeme', herite: false, prend: true, donne: false },
    ])
  })

  test.each([
    ['créer une table', 'CREATE TABLE intruse (a int)'],
    ['créer un schéma', 'CREATE SCHEMA intrus'],
    ['supprimer une table', 'DROP TABLE journal'],
    ['lever les cloisons', 'ALTER TABLE personnes DISABLE ROW LEVEL SECURITY'],
    ['créer une file', "SELECT pgboss.create_queue('intruse', '{}')"],
  ])('ne peut pas %s', async (_, sql) => {
    await expect(execute(base.urlApplication, sql)).rejects.toMatchObject({ code: '42501' })
  })

  test('peut faire la table temporaire dont COPY a besoin', async () => {
    await expect(execute(base.urlApplication, 'CREATE TEMP TABLE lot (a int)')).resolves.toBeUndefined()
  })

  test.each([
    ['un super-utilisateur', 'SUPERUSER', /un super-utilisateur/],
    ['un rôle BYPASSRLS', 'BYPASSRLS', /un rôle BYPASSRLS/],
  ])('est refusé quand c’est %s', async (_, attribut, ligne) => {
    const role = `${base.nom}_${attribut.toLowerCase()}`
    await execute(base.urlProprietaire, `CREATE ROLE ${role} LOGIN ${attribut} PASSWORD 'x'`)
    const url = new URL(base.urlProprietaire)
    Object.assign(url, { username: role, password: 'x' })
    await expect(grantRights(base.urlProprietaire, url.href)).rejects.toThrow(ligne)
    await execute(base.urlProprietaire, `DROP ROLE ${role}`)
  })

  test('est refusé quand c’est le propriétaire', async () => {
    await expect(grantRights(base.urlProprietaire, base.urlProprietaire)).rejects.toThrow(
      /le même rôle que DATABASE_OWNER_URL/,
    )
  })
})

describe('un serveur géré, où le propriétaire n’est pas super-utilisateur', () => {
  test('reçoit tout : tables, rôles, files et droits', async () => {
    const [proprietaire, connexion, nom] = ['gere', 'gere_app', 'gere_base'].map(
      (fin) => `${base.nom}_${fin}`,
    )
    const url = (user = '', database = '') => {
      const cible = new URL(base.urlProprietaire)
      return Object.assign(cible, { username: user, password: 'x', pathname: `/${database}` }).href
    }
    await execute(base.urlProprietaire, `CREATE ROLE ${proprietaire} LOGIN CREATEROLE PASSWORD 'x'`)
    await execute(base.urlProprietaire, `CREATE ROLE ${connexion} LOGIN PASSWORD 'x'`)
    // The groups exist on this server already: a managed one would have let the owner create them.
    await execute(
      base.urlProprietaire,
      `GRANT portail_app, portail_gestion, portail_systeme TO ${proprietaire} WITH ADMIN OPTION`,
    )
    await execute(base.urlProprietaire, `CREATE DATABASE ${nom} OWNER ${proprietaire}`)
    const applied = await migrate(process.cwd(), url(proprietaire, nom), url(connexion, nom))
    expect(applied.length).toBeGreaterThan(0)
    const { rows } = await withClient(url(connexion, nom), (client) =>
      client.query(
        "SELECT pg_has_role('portail_app', 'USAGE') AS app, pg_has_role('portail_gestion', 'SET') AS gestion",
      ),
    )
    expect(rows).toEqual([{ app: true, gestion: true }])
    await execute(base.urlProprietaire, `DROP DATABASE ${nom}`)
    for (const role of [connexion, proprietaire]) {
      await execute(base.urlProprietaire, `DROP OWNED BY ${role}; DROP ROLE ${role}`)
    }
  })
})

describe('les files de tâches', () => {
  test('existent toutes, et l’application y travaille sans migrer', async () => {
    const boss = new PgBoss({ connectionString: base.urlApplication, migrate: false, max: 2 })
    boss.on('error', () => undefined)
    await boss.start()
    const names = (await boss.getQueues()).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(QUEUES.map(({ name }) => name)))
    const id = await boss.send('courriel', { essai: 1 })
    const [job] = await boss.fetch<{ essai: number }>('courriel')
    expect(job).toMatchObject({ id, data: { essai: 1 } })
    await boss.complete('courriel', id ?? '')
    await boss.stop({ graceful: false })
  })
})

describe('une migration qui échoue', () => {
  let racine = ''
  const ecrire = (sql: string) => {
    const directory = join(racine, 'prisma/migrations/29990101000000_essai')
    mkdirSync(directory, { recursive: true })
    writeFileSync(join(directory, 'migration.sql'), sql)
  }

  beforeAll(async () => {
    racine = await makeTemporaryDirectory()
    cpSync('prisma', join(racine, 'prisma'), { recursive: true })
    await execute(base.urlProprietaire, `CREATE DATABASE ${base.nom}_essai`)
  })
  afterAll(async () => {
    await execute(base.urlProprietaire, `DROP DATABASE ${base.nom}_essai`)
    rmSync(racine, { recursive: true })
  })

  test('ne laisse rien, le dit en une ligne, et repart une fois corrigée', async () => {
    const url = enBase(`${base.nom}_essai`)
    ecrire('-- Un commentaire; avec un point-virgule\nCREATE TABLE essai (a int);\nSELECT 1 / 0;\n')
    await expect(applyMigrations(racine, url)).rejects.toThrow(
      'Les migrations de la base ont échoué : Error querying the database: ERROR: division by zero.',
    )
    await expect(execute(url, 'SELECT FROM essai')).rejects.toMatchObject({ code: '42P01' })

    ecrire('CREATE TABLE essai (a int);\n')
    expect(await applyMigrations(racine, url)).toEqual(['29990101000000_essai'])
    await expect(execute(url, 'SELECT FROM essai')).resolves.toBeUndefined()
  })

  test('ne se modifie plus une fois appliquée', async () => {
    ecrire('CREATE TABLE essai (a int, b int);\n')
    await expect(applyMigrations(racine, enBase(`${base.nom}_essai`))).rejects.toThrow(
      /^La base a reçu une autre version de 29990101000000_essai/,
    )
  })
})
