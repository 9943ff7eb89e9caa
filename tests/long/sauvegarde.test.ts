import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { execute } from '@/scripts/database/session'
import { type BaseDeTest, baseDeTest } from '../support/database'

/** a million rows, in a heap that could not hold them. */
const LIGNES = 1_000_000
const TAS_MO = 64

let source: BaseDeTest
let dossier = ''
let cible = ''

beforeAll(async () => {
  source = await baseDeTest()
  dossier = mkdtempSync(join(tmpdir(), 'portail-million-'))
  cible = `million_${process.pid}`
  await execute(inject('serveurDeTest').adminUrl, `CREATE DATABASE ${cible} TEMPLATE template0`)
  await execute(
    source.urlProprietaire,
    `INSERT INTO personnes (nom, prenom, date_naissance)
     SELECT 'Nom ' || i, 'Prénom ' || i, '1980-01-01' FROM generate_series(1, ${LIGNES}) i`,
  )
})
afterAll(async () => {
  await execute(inject('serveurDeTest').adminUrl, `DROP DATABASE IF EXISTS ${cible} WITH (FORCE)`)
  rmSync(dossier, { recursive: true, force: true })
})

function lancer(script: string, base: string | null) {
  const dans = (url: string) =>
    base === null ? url : Object.assign(new URL(url), { pathname: `/${base}` }).href
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${TAS_MO}`, '--import', 'tsx', script, join(dossier, 'm.sauvegarde')],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: dans(source.urlApplication),
        DATABASE_OWNER_URL: dans(source.urlProprietaire),
        PORTAIL_DATA: join(dossier, base ?? 'source'),
      },
      encoding: 'utf8',
    },
  )
  console.log(stdout)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
}

test(`un million de lignes se sauvegarde et se restaure dans un tas de ${TAS_MO} Mo`, () => {
  lancer('scripts/backup.ts', null)
  lancer('scripts/restore.ts', cible)
})
