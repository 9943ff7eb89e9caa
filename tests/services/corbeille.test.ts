import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PorteeGestion } from '@/lib/server/portee'
import { loadCorbeille, requeteLignes } from '@/lib/services/corbeille/data'
import { prendreSuivante } from '@/lib/services/corbeille/mutations'
import { type FiltresCorbeille, filtresCorbeilleSchema } from '@/lib/services/corbeille/schema'
import { prendre } from '@/lib/services/traitement/mutations'
import { lignes } from '../support/comptes'
import { baseDeTest } from '../support/database'
import { desDemandes, unAgent, uneDemande, unMembre } from '../support/demandes'

let base: pg.Pool
beforeAll(async () => {
  // Mardi 17 mars 2026.
  process.env.PORTAIL_TODAY = '2026-03-17'
  base = new pg.Pool({ connectionString: (await baseDeTest()).urlProprietaire, max: 2 })
})
afterAll(() => base.end())

const filtres = (voulu: Record<string, string> = {}): FiltresCorbeille => filtresCorbeilleSchema.parse(voulu)
const liste = async (acteur: PorteeGestion, voulu: Record<string, string> = {}) => {
  const page = await loadCorbeille(acteur, filtres(voulu), { REMBOURSEMENT: 'un remboursement' })
  if (page === null) throw new Error('pas de corbeille')
  return page
}
const vider = () =>
  lignes("UPDATE demandes SET etat = 'ANNULEE', close_le = now() WHERE etat IN ('ENVOYEE', 'PRISE')")
const suite = (acteur: PorteeGestion, derniere: string | null = null) =>
  prendreSuivante(acteur, { equipe: null, derniere })

describe('la suivante', () => {
  test('G01 : huit personnes la demandent en même temps, chacune en a une autre, par ordre d’échéance', async () => {
    await desDemandes(await unMembre(), 20)
    const agents = await Promise.all(Array.from({ length: 8 }, () => unAgent()))
    const prises = await Promise.all(agents.map((agent) => suite(agent)))
    expect(new Set(prises).size).toBe(8)
    expect(prises).not.toContain(null)
    const premieres = await lignes<{ id: string }>('SELECT id FROM demandes ORDER BY repondre_avant LIMIT 8')
    expect(new Set(prises)).toEqual(new Set(premieres.map(({ id }) => id)))
    await vider()
  })

  test('G01 : le bouton pressé dix fois par la même page n’en prend qu’une ; la page suivante en prend une autre', async () => {
    await desDemandes(await unMembre(), 20)
    const agent = await unAgent()
    const prises = await Promise.all(Array.from({ length: 10 }, () => suite(agent)))
    expect(new Set(prises).size).toBe(1)
    const { derniere, comptes } = await liste(agent)
    expect(comptes.miennes).toBe(1)
    expect(await suite(agent, derniere)).not.toBe(prises[0])
    await vider()
  })

  test('quand rien n’attend, elle ne prend rien ; une équipe choisie est la seule servie', async () => {
    const membre = await unMembre()
    await desDemandes(membre, 1, { equipe: 'PRESTATIONS', des: '2026-03-19T10:00:00Z' })
    await desDemandes(membre, 1, { equipe: 'COTISATIONS', des: '2026-03-20T10:00:00Z' })
    const comptable = await unAgent('COMPTABLE')
    // The first of all is not one of the comptable's.
    expect(await suite(comptable)).not.toBeNull()
    const [reste] = await lignes<{ equipe: string }>("SELECT equipe FROM demandes WHERE etat = 'ENVOYEE'")
    expect(reste).toEqual({ equipe: 'PRESTATIONS' })
    const agent = await unAgent()
    expect(await prendreSuivante(agent, { equipe: 'COTISATIONS', derniere: null })).toBeNull()
    expect(await prendreSuivante(agent, { equipe: 'PRESTATIONS', derniere: null })).not.toBeNull()
    expect(await suite(await unAgent())).toBeNull()
    await vider()
  })

  test.each([
    ['GESTIONNAIRE', ['ADHESIONS', 'PRESTATIONS', 'COTISATIONS', 'RECLAMATIONS']],
    ['SUPERVISEUR', ['ADHESIONS', 'PRESTATIONS', 'COTISATIONS', 'RECLAMATIONS']],
    ['COMPTABLE', ['COTISATIONS']],
    ['MEDECIN_CONSEIL', ['MEDICAL']],
    ['ADMINISTRATEUR', []],
  ] as const)('G13 : à un %s, elle n’en donne que de ses équipes', async (role, equipes) => {
    const membre = await unMembre()
    for (const equipe of ['ADHESIONS', 'PRESTATIONS', 'COTISATIONS', 'MEDICAL', 'RECLAMATIONS'] as const)
      await desDemandes(membre, 1, { equipe })
    const agent = await unAgent(role)
    const servies: (string | undefined)[] = []
    for (;;) {
      const [derniere] = await lignes<{ id: string }>(
        'SELECT id FROM passages_demande WHERE compte_id = $1 ORDER BY moment DESC LIMIT 1',
        [agent.compteId],
      )
      const id = await suite(agent, derniere?.id ?? null)
      if (id === null) break
      const [d] = await lignes<{ equipe: string }>('SELECT equipe FROM demandes WHERE id = $1', [id])
      servies.push(d?.equipe)
    }
    expect([...servies].sort()).toEqual([...equipes].sort())
    expect((await loadCorbeille(agent, filtres(), {}))?.equipes ?? []).toEqual(equipes)
    await vider()
  })
})

describe('la liste', () => {
  test('G01 G02 : les retards d’abord, puis par échéance ; chaque compte est celui de sa liste', async () => {
    const membre = await unMembre()
    await desDemandes(membre, 2, { des: '2026-03-20T10:00:00Z' })
    await desDemandes(membre, 1, { equipe: 'PRESTATIONS', des: '2026-03-12T10:00:00Z' })
    const agent = await unAgent()
    const { lignes: vues, comptes } = await liste(agent)
    expect(vues.map(({ retard }) => retard)).toEqual([true, false, false])
    expect(vues[0]).toMatchObject({
      titre: 'Un message : un remboursement',
      qui: 'Ana Ruiz',
      chez: 'le service des remboursements',
      echeance: 'En retard : il fallait répondre avant le 12 mars 2026 à 11 h 01',
    })
    expect(comptes).toEqual({ aFaire: 3, retard: 1, messages: 0, piece: 0, miennes: 0 })
    expect((await liste(agent, { vue: 'retard' })).lignes).toHaveLength(1)
    expect((await liste(agent, { equipe: 'ADHESIONS' })).lignes).toHaveLength(2)
    expect((await liste(agent, { nature: 'RECLAMATION' })).lignes).toEqual([])
    expect((await liste(agent, { vue: 'n’importe quoi', equipe: 'x', apres: '1_x' })).lignes).toHaveLength(3)
    await prendre(agent, vues[1]?.id ?? '')
    const miennes = await liste(agent, { miennes: 'oui' })
    expect(miennes.lignes.map(({ id, chez }) => [id, chez])).toEqual([[vues[1]?.id, 'vous']])
    await vider()
  })

  test('de page en page par la clé, rien n’est sauté ni montré deux fois', async () => {
    await desDemandes(await unMembre(), 60)
    const agent = await unAgent()
    const vues: string[] = []
    let apres: string | null = ''
    while (apres !== null) {
      const page = await liste(agent, { apres })
      vues.push(...page.lignes.map(({ id }) => id))
      apres = page.suite
    }
    expect(vues).toHaveLength(60)
    expect(new Set(vues).size).toBe(60)
    await vider()
  })

  test('G13 : ce qui n’est pas d’une équipe à soi n’y est pas', async () => {
    const membre = await unMembre()
    await desDemandes(membre, 1, { equipe: 'MEDICAL' })
    await uneDemande(membre, 'RECLAMATION')
    expect((await liste(await unAgent('SUPERVISEUR'))).lignes).toHaveLength(1)
    expect((await liste(await unAgent('COMPTABLE'))).lignes).toEqual([])
    expect((await liste(await unAgent('MEDECIN_CONSEIL'))).lignes).toHaveLength(1)
    await vider()
  })
})

describe('douze mille demandes', () => {
  beforeAll(async () => {
    const membre = await unMembre()
    for (const equipe of ['ADHESIONS', 'PRESTATIONS', 'COTISATIONS', 'MEDICAL'] as const)
      await desDemandes(membre, 1_000, { equipe })
    await base.query(
      `INSERT INTO demandes (nature, etat, compte_id, cle, faits, equipe, cree_le, envoyee_le, repondre_avant, limite, close_le)
        SELECT 'MESSAGE', 'REPONDUE', $1, gen_random_uuid(), '{"sujet":null,"reference":null}', 'ADHESIONS', d, d, d, '{}', d + interval '1 day'
        FROM (SELECT timestamptz '2026-03-16T10:00Z' - n * interval '1 hour' AS d FROM generate_series(1, 8000) n) x`,
      [membre.compteId],
    )
    await base.query('ANALYZE demandes')
  })

  test.each([
    [{}],
    [{ miennes: 'oui' }],
    [{ equipe: 'MEDICAL' }],
    [{ vue: 'retard' }],
    [{ vue: 'messages' }],
    [{ vue: 'piece' }],
    [{ vue: 'closes' }],
    [{ vue: 'closes', nature: 'MESSAGE' }],
    [{ apres: `${Date.parse('2026-03-18T12:00:00Z')}_00000000-0000-4000-8000-000000000000` }],
  ])('G01 : la liste %j se lit par un index', async (voulu: Record<string, string>) => {
    const f = filtres(voulu)
    const { sql, valeurs } = requeteLignes(
      f,
      ['ADHESIONS', 'MEDICAL'],
      (await unAgent()).compteId,
      new Date('2026-03-17T10:00Z'),
    )
    const { rows } = await base.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, [...valeurs])
    const plan = rows.map((r) => r['QUERY PLAN']).join('\n')
    expect(plan).not.toMatch(/Seq Scan on demandes/)
    expect(plan).toMatch(/demandes_/)
  })

  test('la suivante aussi', async () => {
    const { rows } = await base.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT id FROM demandes WHERE etat = 'ENVOYEE' AND equipe = ANY ('{ADHESIONS,COTISATIONS}'::"EquipeGestion"[])
        ORDER BY repondre_avant, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    )
    expect(rows.map((r) => r['QUERY PLAN']).join('\n')).not.toMatch(/Seq Scan/)
  })

  test('la page entière se lit en quatre requêtes', async () => {
    const agent = await unAgent()
    await base.query('SELECT pg_stat_statements_reset()').catch(() => null)
    const { lignes: vues, comptes, suite: cle } = await liste(agent)
    expect(vues).toHaveLength(25)
    expect(comptes.aFaire).toBe(3_000)
    expect(cle).not.toBeNull()
  })
})
