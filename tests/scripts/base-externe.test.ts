import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Cluster,
  describeCluster,
  ownerUrl,
  startCluster,
  stopCluster,
} from '@/scripts/database/cluster'
import { execute } from '@/scripts/database/session'
import { arreter, dossier, effacer, lancer, processusDe, refus, sante, servi } from '../support/lancement'
import { SECRETS_DE_TEST } from '../support/secrets'

/** Environments of the processes that npm start launched for this data folder. */
const environnements = (data: string) =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/environ`, 'utf8')]
      } catch {
        // Ended meanwhile, or somebody else's.
        return []
      }
    })
    .filter((environ) => environ.includes(`PORTAIL_DATA=${data}\0`))

describe('npm start avec une base qui existe déjà (DATABASE_URL, DATABASE_OWNER_URL)', () => {
  let serveur: Cluster
  let [data, port, application, proprietaire] = ['', 0, '', '']

  beforeAll(async () => {
    serveur = describeCluster(await dossier(), randomBytes(12).toString('hex'), true)
    port = (await startCluster(serveur)).port
    proprietaire = ownerUrl(serveur, port, 'mutuelle')
    application = `postgresql://portail_web:mot-de-la-base@127.0.0.1:${port}/mutuelle`
    await execute(ownerUrl(serveur, port, 'postgres'), 'CREATE DATABASE mutuelle')
    await execute(proprietaire, "CREATE ROLE portail_web LOGIN PASSWORD 'mot-de-la-base'")
    data = await dossier()
  })
  afterAll(async () => {
    await stopCluster(serveur)
    effacer(serveur.directory)
    effacer(data)
  })

  const env = (urls: Readonly<Record<string, string>>) => ({ env: { ...SECRETS_DE_TEST, ...urls } })

  test('une base que personne n’a migrée est refusée à qui n’a pas le rôle propriétaire', async () => {
    expect(await refus(data, env({ DATABASE_URL: application }))).toMatch(
      /^La base n'a pas reçu 2026\d+_.* : relancez une fois avec DATABASE_OWNER_URL, le rôle qui migre\.$/,
    )
  })

  test('il migre, sert sans démonstration, et ne confie pas le rôle propriétaire à ses processus', async () => {
    const lancement = await lancer(data, env({ DATABASE_URL: application, DATABASE_OWNER_URL: proprietaire }))
    await servi(lancement)
    expect(lancement.output()).toContain('Base de données … externe, joignable')
    expect(lancement.output()).toContain('Démonstration … non demandée')
    expect(await sante(lancement.port)).toBe(200)
    const confies = environnements(data).filter((environ) =>
      environ.includes(`DATABASE_URL=${application}\0`),
    )
    // npm start itself still holds what it was given; the web server and the worker do not.
    expect(confies.filter((environ) => !environ.includes(proprietaire)).length).toBeGreaterThanOrEqual(1)
    expect(confies.filter((environ) => environ.includes(proprietaire))).toHaveLength(1)
    expect(existsSync(join(data, 'postgres'))).toBe(false)
    expect(existsSync(join(data, 'secrets.json'))).toBe(false)
    expect(await arreter(lancement)).toBe(0)
    expect(processusDe(data)).toEqual([])
  })

  test('une autre instance sert ensuite sans le rôle propriétaire', async () => {
    const lancement = await lancer(data, env({ DATABASE_URL: application }))
    await servi(lancement)
    expect(await sante(lancement.port)).toBe(200)
    expect(await arreter(lancement)).toBe(0)
  })

  test('la démonstration demandée (--demo) y est chargée une fois', async () => {
    const demande = {
      ...env({ DATABASE_URL: application, DATABASE_OWNER_URL: proprietaire }),
      args: ['--demo'],
    }
    const premier = await lancer(data, demande)
    await servi(premier)
    expect(premier.output()).toContain('Démonstration … chargée')
    await arreter(premier)
    const second = await lancer(data, demande)
    await servi(second)
    expect(second.output()).toContain('Démonstration … à jour')
    await arreter(second)
  })

  test.each([
    [
      'un mauvais mot de passe',
      (url: URL) => Object.assign(url, { password: 'faux' }),
      /refuse le mot de passe/,
    ],
    ['une base inconnue', (url: URL) => Object.assign(url, { pathname: '/absente' }), /n'existe pas/],
  ])('%s est dit en une ligne', async (_, changer, ligne) => {
    const url = changer(new URL(application)).href
    const dit = await refus(data, env({ DATABASE_URL: url }))
    expect(dit).toMatch(ligne)
    expect(dit).not.toContain('mot-de-la-base')
  })

  test('le rôle propriétaire est refusé comme rôle de connexion', async () => {
    const urls = { DATABASE_URL: proprietaire, DATABASE_OWNER_URL: proprietaire }
    expect(await refus(data, env(urls))).toMatch(/^DATABASE_URL utilise le même rôle que DATABASE_OWNER_URL/)
  })
})
