import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { seConnecter } from '@/lib/services/connexion/mutations'
import fichier from '@/prisma/demonstration/comptes.json'
import { lignesDemonstration } from '@/prisma/demonstration/flux'
import { chargerDemonstration } from '@/scripts/demonstration/chargement'
import { baseDeTest } from '@/tests/support/database'

const VISITE = {
  adresse: '192.0.2.7',
  appareil: 'test',
  appareilConnu: null,
  instant: new Date('2026-03-17T09:00:00Z'),
}

let proprietaire: pg.Pool
const dites: string[] = []

beforeAll(async () => {
  Object.assign(process.env, { PORTAIL_DEMO: '1', PORTAIL_TODAY: fichier.jour })
  proprietaire = new pg.Pool({ connectionString: (await baseDeTest()).urlProprietaire, max: 2 })
  await chargerDemonstration((phrase) => dites.push(phrase))
}, 120_000)
afterAll(() => proprietaire.end())

const TABLES = [
  'personnes',
  'adhesions',
  'comptes',
  'lignes_decompte',
  'quarantaines',
  'flux_recus',
  'journal',
]

async function compter(): Promise<Record<string, number>> {
  const comptes = await Promise.all(
    TABLES.map(async (table) => {
      const { rows } = await proprietaire.query(`SELECT count(*)::int AS n FROM ${table}`)
      return [table, rows[0].n] as const
    }),
  )
  return Object.fromEntries(comptes)
}

describe('le chargement de la démonstration', () => {
  test('dit ce qu’il fait, en français', () => {
    expect(dites[0]).toBe('Portefeuille : 13 adhésions, 29 personnes.')
    expect(dites[1]).toBe('Comptes : 19 ouverts.')
  })

  test('ne laisse de côté que ce qui devait l’être', async () => {
    const { rows } = await proprietaire.query(
      'SELECT motif, count(*)::int AS n FROM quarantaines GROUP BY 1 ORDER BY 1',
    )
    expect(rows).toEqual([
      { motif: 'CONFLIT', n: 1 },
      { motif: 'DATE_INEXISTANTE', n: 1 },
      { motif: 'PERSONNE_INCONNUE', n: 2 },
    ])
    const { rows: totaux } = await proprietaire.query(
      'SELECT sum(lignes_doublons)::int AS doublons, sum(nombre_lignes)::int AS lignes FROM flux_recus',
    )
    expect(totaux).toEqual([{ doublons: 1, lignes: lignesDemonstration().length }])
  })

  test('une seconde fois, ne change rien', async () => {
    const avant = await compter()
    await chargerDemonstration(() => {})
    expect(await compter()).toEqual(avant)
  }, 120_000)

  test('chaque compte annoncé se connecte', async () => {
    for (const { identifiant, motDePasse, role } of fichier.comptes) {
      expect(await seConnecter({ identifiant, motDePasse }, VISITE)).toMatchObject({ role })
    }
  }, 60_000)

  test('l’adresse que deux conjoints partagent ne suffit pas', async () => {
    const [compte] = fichier.comptes.filter((c) => c.email === 'dornano.legoff@exemple.test')
    const saisie = { identifiant: compte?.email ?? '', motDePasse: compte?.motDePasse ?? '' }
    await expect(seConnecter(saisie, VISITE)).rejects.toThrow(SaisieRefusee)
  })
})
