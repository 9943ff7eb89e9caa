import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COLONNES_RETOURS, FORMAT_RETOURS } from '@/lib/flux/teletransmission/lecture'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperAdherent, SYSTEME } from '@/lib/server/portee'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { loadTeletransmissions } from '@/lib/services/teletransmission/data'
import { importerRetours, noterTeletransmission } from '@/lib/services/teletransmission/mutations'
import { baseDeFlux } from '../support/base-flux'
import { cleDe, nirAdulte, portefeuille } from '../support/flux-de-test'

let proprietaire: pg.Pool
let fermer: () => Promise<void>
const JOUR = dateCivile('2026-11-15')

beforeAll(async () => {
  ;({ proprietaire, fermer } = await baseDeFlux())
  const offre = { porte: () => true, propose: () => true }
  const trois = portefeuille(3, { reglement: 'mutami', formule: 'tribu-equilibre' })
  expect((await importerPortefeuille(SYSTEME, trois, offre)).issue).toBe('IMPORTE')
})
afterAll(() => fermer())

const nir = (n: number): string => `${nirAdulte(n)}${cleDe(nirAdulte(n))}`
const adulte = (n: number, suite: string): string => `${nir(n)};1980-01-01;1;${suite}`
const enfant = (n: number, suite: string): string => `${nir(n)};2012-06-15;;${suite}`
const importer = (...lignes: readonly string[]) =>
  importerRetours(
    SYSTEME,
    new TextEncoder().encode([FORMAT_RETOURS, COLONNES_RETOURS.join(';'), ...lignes].join('\n')),
    JOUR,
  )
const compter = async (table: 'teletransmissions' | 'journal') =>
  Number((await proprietaire.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n)

async function lire(n: number) {
  const { rows } = await proprietaire.query<{ id: string; personne: string }>(
    `SELECT id, membre_participant_id AS personne FROM adhesions WHERE numero_adherent = $1`,
    [`A000${n}`],
  )
  const [contrat] = rows
  if (contrat === undefined) throw new Error(`contrat absent : ${n}`)
  const portee = frapperAdherent({
    type: 'ADHERENT',
    compteId: '00000000-0000-4000-8000-0000000000c0',
    personneId: contrat.personne,
    adhesions: [contrat.id],
    adhesionsLues: [],
  })
  return (await loadTeletransmissions(portee, JOUR)).map(({ prenom, etat, code, depuis }) => [
    prenom,
    etat,
    code,
    depuis,
  ])
}

describe('A29 : npm run import -- teletransmission', () => {
  test('chacun lit ce que la caisse a répondu de lui, l’enfant distingué de l’adulte sous le même numéro', async () => {
    const avant = await compter('journal')
    expect(
      await importer(
        adulte(1, 'DEMANDEE;;2026-01-05'),
        enfant(1, 'REJETEE;AUTRE_MUTUELLE;2026-02-10'),
        adulte(1, 'ACTIVE;;2026-01-20'),
      ),
    ).toEqual({ issue: 'IMPORTE', lignes: 3, nouvelles: 3, inconnues: [] })
    expect(await lire(1)).toEqual([
      ['Prénom1', 'ACTIVE', null, '2026-01-20'],
      ['Enfant1', 'REJETEE', 'AUTRE_MUTUELLE', '2026-02-10'],
    ])
    expect(await compter('journal')).toBe(avant + 1)
  })

  test('le même fichier une seconde fois, ou une réponse dite deux fois, n’écrit rien de plus', async () => {
    const lignes = [adulte(2, 'ACTIVE;;2026-01-20'), adulte(2, 'ACTIVE;;2026-01-20')]
    expect(await importer(...lignes)).toMatchObject({ nouvelles: 1 })
    const [avant, journal] = [await compter('teletransmissions'), await compter('journal')]
    expect(await importer(...lignes)).toMatchObject({ lignes: 2, nouvelles: 0 })
    expect([await compter('teletransmissions'), await compter('journal')]).toEqual([avant, journal])
  })

  test('une seule faute et rien n’est écrit', async () => {
    const avant = await compter('teletransmissions')
    const resultat = await importer(adulte(3, 'ACTIVE;;2026-01-20'), adulte(3, 'REJETEE;;2026-02-01'))
    expect(resultat).toMatchObject({ issue: 'REFUSE', erreurs: [{ ligne: 4, colonne: 'code' }] })
    expect(await compter('teletransmissions')).toBe(avant)
  })

  test('une personne inconnue est dite par sa ligne, jamais par son numéro, et les autres sont écrites', async () => {
    const resultat = await importer(
      adulte(77, 'ACTIVE;;2026-01-20'),
      adulte(3, 'INTERROMPUE;CAISSE_CHANGEE;2026-03-02'),
      `${nir(3)};1979-01-01;1;ACTIVE;;2026-01-20`,
    )
    expect(resultat).toEqual({ issue: 'IMPORTE', lignes: 3, nouvelles: 1, inconnues: [3, 5] })
    const { rows } = await proprietaire.query(
      `SELECT donnees::text AS donnees FROM journal WHERE acte = 'TELETRANSMISSIONS_IMPORTEES' ORDER BY rang DESC LIMIT 1`,
    )
    expect(JSON.parse(rows[0].donnees)).toEqual({ lignes: 3, nouvelles: 1, inconnues: 2 })
    expect(JSON.stringify([resultat, rows])).not.toContain(nirAdulte(77))
  })

  test('deux fichiers et des notes en même temps se suivent sans se perdre', async () => {
    const { rows } = await proprietaire.query<{ id: string }>(
      `SELECT p.id FROM personnes p WHERE p.prenom = 'Enfant3'`,
    )
    const personneId = rows[0]?.id ?? ''
    const note = { personneId, etat: 'DEMANDEE', code: null, depuis: dateCivile('2026-04-01') } as const
    await Promise.all([
      importer(enfant(3, 'ACTIVE;;2026-04-02'), enfant(3, 'ACTIVE;;2026-04-03')),
      noterTeletransmission(SYSTEME, note),
      importer(enfant(3, 'ACTIVE;;2026-04-03'), enfant(3, 'ACTIVE;;2026-04-04')),
    ])
    const ecrites = await proprietaire.query(
      'SELECT rang FROM teletransmissions WHERE personne_id = $1 ORDER BY rang',
      [personneId],
    )
    expect(ecrites.rows.map(({ rang }) => rang)).toEqual([1, 2, 3, 4])
  })
})
