import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import fichier from '@/prisma/demonstration/comptes.json'
import { chargerDemonstration } from '@/scripts/demonstration/chargement'
import { type BaseDeTest, baseDeTest } from '@/tests/support/database'
import { ecouter, luesEntieres } from '@/tests/support/lectures'
import { type Adresse, devenir, pagesDe, visiter } from '@/tests/support/visiter'
import { GRANDE, grossir, PETITES } from '@/tests/support/volume'
import { ADHERENT } from './adherent'

vi.mock('next/headers', () => import('@/tests/support/requete'))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))
vi.mock('react', async (lire) => ({
  ...(await lire<typeof import('react')>()),
  cache: (await import('@/tests/support/requete')).cacheDeRequete,
}))
vi.setConfig({ testTimeout: 60_000 })

let base: BaseDeTest
let proprietaire: pg.Pool
let vides: readonly string[]

beforeAll(async () => {
  Object.assign(process.env, { PORTAIL_DEMO: '1', PORTAIL_TODAY: fichier.jour })
  base = await baseDeTest()
  proprietaire = new pg.Pool({ connectionString: base.urlProprietaire, max: 2 })
  await chargerDemonstration(() => undefined)
  vides = await grossir(proprietaire)
}, 600_000)
afterAll(() => proprietaire.end())

test('x', async () => {
  console.log('vides', vides)
  for (const [page, adresses] of ADHERENT)
    for (const adresse of adresses) {
      for (const email of [
        'maelys.oeuvrard',
        'roseaimee.baptiste',
        'aissatou.ndiaye',
        'yasmine.haddad',
        'rachid.haddad',
      ]) {
        const { rows } = await proprietaire.query('SELECT id FROM comptes WHERE email = $1', [
          `${email}@exemple.test`,
        ])
        await devenir(rows[0].id)
        try {
          const { resultat, requetes } = await ecouter(() => visiter(page, adresse))
          const seq = await luesEntieres(base.urlApplication, requetes)
          console.log(
            page,
            JSON.stringify(adresse),
            email,
            resultat,
            requetes.length,
            'attend',
            requetes.filter((r) => r.attend).length,
            [...new Set(seq.map((s) => s.slice(0, 160)))],
          )
        } catch (e) {
          console.log(page, email, e)
        }
      }
    }
}, 600_000)
