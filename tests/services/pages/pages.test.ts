import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ecrire, lire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import fichier from '@/prisma/demonstration/comptes.json'
import { chargerDemonstration } from '@/scripts/demonstration/chargement'
import { type BaseDeTest, baseDeTest } from '@/tests/support/database'
import { FOURNISSEURS_D_ESSAI } from '@/tests/support/fournisseurs-d-essai'
import { ecouter, luesEntieres } from '@/tests/support/lectures'
import { type Adresse, devenir, pagesDe, visiter } from '@/tests/support/visiter'
import { GRANDE, grossir, PETITES } from '@/tests/support/volume'
import { ADHERENT, GESTION } from './table'

/**
 * What a page costs the base, page by page: few statements, whoever looks and however many contracts they have, and never a table read
 * whole when it grows with the members. Layout, session and page count together, as one request.
 */
vi.mock('next/headers', () => import('@/tests/support/requete'))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))
vi.mock('react', async (lireModule) => ({
  ...(await lireModule<typeof import('react')>()),
  cache: (await import('@/tests/support/requete')).cacheDeRequete,
}))
vi.setConfig({ testTimeout: 120_000 })

const REQUETES_ADHERENT = 6
const REQUETES_GESTION = 10

/** A member with a family, two contracts, an unpaid contribution and sums to give back, a child who left, an ayant droit of sixteen, a règlement with aids. */
const ADHERENTS = [
  'maelys.oeuvrard',
  'roseaimee.baptiste',
  'aissatou.ndiaye',
  'rachid.haddad',
  'yasmine.haddad',
  'smb',
]
const AGENTS = ['gestion', 'comptabilite', 'supervision', 'administration']

/** Ids an address asks for; `$1` is the visitor's account. */
const PLACES: Readonly<Record<string, string>> = {
  personne: 'SELECT personne_id AS id FROM comptes WHERE id = $1',
  prestation:
    'SELECT p.id FROM prestations p JOIN comptes c USING (personne_id) WHERE c.id = $1 ORDER BY p.date_soins DESC LIMIT 1',
  document:
    'SELECT d.id FROM documents d JOIN comptes c ON c.personne_id = d.personne_id OR c.personne_id IS NULL WHERE c.id = $1 ORDER BY d.emis_le DESC LIMIT 1',
  demande: 'SELECT id FROM demandes WHERE compte_id = $1 ORDER BY cree_le LIMIT 1',
  recue:
    "SELECT id FROM demandes WHERE $1::uuid IS NOT NULL AND equipe <> 'MEDICAL' AND etat = 'ENVOYEE' ORDER BY numero LIMIT 1",
  prise:
    'SELECT e.id FROM prises_en_charge e JOIN comptes c USING (personne_id) WHERE c.id = $1 ORDER BY e.numero LIMIT 1',
  priseRecue: 'SELECT id FROM prises_en_charge WHERE $1::uuid IS NOT NULL ORDER BY numero LIMIT 1',
  aVerifier:
    "SELECT id FROM prestations WHERE $1::uuid IS NOT NULL AND etat = 'A_VERIFIER' ORDER BY calculee_le, id LIMIT 1",
  quelquUn: "SELECT id FROM personnes WHERE $1::uuid IS NOT NULL AND prenom = 'Maëlys'",
  adhesion: 'SELECT adhesion_id AS id FROM mandats WHERE $1::uuid IS NOT NULL ORDER BY signe_le LIMIT 1',
  flux: 'SELECT flux_id AS id FROM quarantaines WHERE $1::uuid IS NOT NULL LIMIT 1',
  lot: 'SELECT id FROM lots_bancaires WHERE $1::uuid IS NOT NULL ORDER BY prepare_le LIMIT 1',
  indu: 'SELECT id FROM indus WHERE $1::uuid IS NOT NULL ORDER BY constate_le LIMIT 1',
  tiers: 'SELECT id FROM tiers WHERE $1::uuid IS NOT NULL ORDER BY identifiant LIMIT 1',
  identite: 'SELECT id FROM identites_externes WHERE compte_id = $1',
  tarif: 'SELECT id FROM tarifs WHERE $1::uuid IS NOT NULL ORDER BY annee DESC LIMIT 1',
}

let base: BaseDeTest
let proprietaire: pg.Pool

beforeAll(async () => {
  Object.assign(process.env, {
    PORTAIL_DEMO: '1',
    PORTAIL_TODAY: fichier.jour,
    PORTAIL_FOURNISSEURS: FOURNISSEURS_D_ESSAI,
  })
  base = await baseDeTest()
  proprietaire = new pg.Pool({ connectionString: base.urlProprietaire, max: 2 })
  await chargerDemonstration(() => undefined)
}, 900_000)
afterAll(() => proprietaire.end())

const idDe = async (sql: string, valeur: string): Promise<string> => {
  const { rows } = await proprietaire.query<{ id: string }>(sql, [valeur])
  return rows[0]?.id ?? ''
}

async function remplir(
  compteId: string,
  demandes: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  const lues = Object.entries(demandes).map(async ([nom, valeur]) => {
    const sql = valeur.startsWith('$') ? PLACES[valeur.slice(1)] : undefined
    return [nom, sql === undefined ? valeur : await idDe(sql, compteId)] as const
  })
  return Object.fromEntries(await Promise.all(lues))
}

/** One page seen by one person: where it leads, what it cost. */
async function couter(page: string, { params, recherche }: Adresse, email: string) {
  const compteId = await idDe('SELECT id FROM comptes WHERE email = $1', email)
  const adresse = { params: await remplir(compteId, params), recherche: await remplir(compteId, recherche) }
  await devenir(compteId)
  const { resultat, requetes } = await ecouter(() => visiter(page, adresse))
  return {
    resultat,
    nombre: requetes.length,
    ensemble: requetes.filter(({ attend }) => attend).map(({ texte }) => texte),
    entieres: await luesEntieres(base.urlApplication, requetes),
  }
}

/** @param entierement whether tables read whole are refused too: the base must have been made large. */
async function eprouver(
  page: string,
  adresses: readonly Adresse[],
  {
    qui,
    limite,
    entierement,
  }: { readonly qui: readonly string[]; readonly limite: number; readonly entierement: boolean },
): Promise<void> {
  for (const adresse of adresses) {
    const vues = new Set<string>()
    for (const email of qui) {
      const { resultat, nombre, ensemble, entieres } = await couter(page, adresse, email)
      vues.add(resultat)
      expect({ email, ensemble }).toEqual({ email, ensemble: [] })
      if (entierement) expect({ email, entieres }).toEqual({ email, entieres: [] })
      expect(nombre, `${email} ${JSON.stringify(adresse)}`).toBeLessThanOrEqual(limite)
    }
    expect(vues, JSON.stringify(adresse)).toContain('PAGE')
  }
}

describe('ce que coûte une page de l’espace de gestion', () => {
  const espace = {
    qui: AGENTS.map((nom) => `${nom}@pont-levant.example`),
    limite: REQUETES_GESTION,
    entierement: false,
  }
  test('chaque page a sa ligne', () => {
    expect(Object.keys(GESTION).sort()).toEqual(pagesDe('app/gestion'))
  })
  test.each(Object.entries(GESTION))('%s : au plus dix requêtes, une à la fois', (page, adresses) =>
    eprouver(page, adresses, espace),
  )
})

describe('ce que coûte une page de l’espace adhérent, parmi plus de 10 000 adhérents', () => {
  const espace = {
    qui: ADHERENTS.map((nom) => `${nom}@exemple.test`),
    limite: REQUETES_ADHERENT,
    entierement: true,
  }
  beforeAll(() => grossir(proprietaire), 600_000)
  test('chaque page a sa ligne', () => {
    expect(Object.keys(ADHERENT).sort()).toEqual(pagesDe('app/adherent'))
  })
  test.each(Object.entries(ADHERENT))(
    '%s : au plus six requêtes, une à la fois, aucune grande table lue en entier',
    (page, adresses) => eprouver(page, adresses, espace),
  )
})

describe('la mesure elle-même', () => {
  test('les tables qui croissent ont plus de 10 000 lignes, les autres sont dites petites', async () => {
    const { rows } = await proprietaire.query<{ nom: string; lignes: number }>(
      `SELECT relname AS nom, reltuples::int AS lignes FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    )
    const courtes = rows.filter(({ nom, lignes }) => !PETITES.has(nom) && lignes <= GRANDE)
    expect(courtes.map(({ nom, lignes }) => `${nom} : ${lignes}`)).toEqual([])
  })

  test('une table lue en entier se voit, par quelque chemin que ce soit', async () => {
    const { requetes } = await ecouter(() =>
      lire(
        SYSTEME,
        (tx) =>
          tx.$queryRaw`SELECT count(*) FROM prestations p JOIN personnes q ON q.id = p.personne_id WHERE p.part_amo > 1`,
      ),
    )
    expect(requetes).toHaveLength(1)
    expect(
      (await luesEntieres(base.urlApplication, requetes)).some((dite) => dite.startsWith('prestations : ')),
    ).toBe(true)
  })

  test('A05 : un paramètre que la page ne lit pas est refusé : ce qu’on croit mesurer ne l’est pas', async () => {
    const demander = (recherche: Readonly<Record<string, string>>) =>
      couter('app/adherent/remboursements/page.tsx', { recherche }, `${ADHERENTS[0]}@exemple.test`)
    expect((await demander({ verse: 'moi' })).resultat).toBe('PAGE')
    await expect(demander({ versement: 'moi' })).rejects.toThrow('ne lit pas versement de son adresse')
  })

  test('deux requêtes à la fois sur une connexion se voient', async () => {
    const { requetes } = await ecouter(() =>
      ecrire(SYSTEME, (client) => Promise.all([client.query('SELECT 1'), client.query('SELECT 2')])),
    )
    expect(requetes.map(({ attend }) => attend)).toEqual([false, true])
  })
})
