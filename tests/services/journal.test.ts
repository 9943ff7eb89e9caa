import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { frapperGestion, type RoleGestion } from '@/lib/server/portee'
import { chercherAuJournal, LIGNES_PAR_PAGE, loadJournal } from '@/lib/services/journal/data'
import { filtresJournalSchema } from '@/lib/services/journal/schema'
import { creerPersonne, type PersonneDeTest } from '../support/comptes'
import { type BaseDeTest, baseDeTest } from '../support/database'
import { ecouter, luesEntieres } from '../support/lectures'

let base: BaseDeTest
let proprietaire: pg.Client
let anne: PersonneDeTest
const agent = (role: RoleGestion) =>
  frapperGestion({ type: 'GESTION', compteId: '00000000-0000-4000-8000-00000000000a', role })
const CHEF = agent('SUPERVISEUR')
const filtres = (dits: Record<string, string> = {}) => filtresJournalSchema.parse(dits)

/** Forty thousand lines: one a minute from 1 January, UTC; one in four thousand is of Anne's file, one in ten thousand of her contract. */
beforeAll(async () => {
  base = await baseDeTest()
  proprietaire = new pg.Client({ connectionString: base.urlProprietaire })
  await proprietaire.connect()
  anne = await creerPersonne({
    email: 'anne@exemple.fr',
    numeroAdherent: '00551234',
    prenom: 'Anne',
    nom: 'Œuvrard',
  })
  await proprietaire.query('ALTER TABLE journal DISABLE TRIGGER journal_scelle')
  await proprietaire.query(
    `INSERT INTO journal (rang, moment, compte_id, role, acte, objet_type, objet_id, resultat, empreinte, empreinte_precedente)
     SELECT n, '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute',
       CASE WHEN n % 1000 = 0 THEN $2::uuid ELSE gen_random_uuid() END, 'GESTIONNAIRE',
       CASE WHEN n % 5000 = 0 THEN 'ACCES_REFUSE' WHEN n % 2 = 0 THEN 'CONNEXION' ELSE 'DOSSIER_LU' END,
       CASE WHEN n % 10000 = 7 THEN 'adhesion' ELSE 'personne' END,
       CASE WHEN n % 10000 = 7 THEN $3 WHEN n % 4000 = 1 THEN $1 ELSE gen_random_uuid()::text END, 'FAIT', '', ''
     FROM generate_series(1, 40000) n`,
    [anne.personneId, anne.compteId, anne.adhesionId],
  )
  await proprietaire.query('ALTER TABLE journal ENABLE TRIGGER journal_scelle')
  await proprietaire.query('ANALYZE')
}, 120_000)
afterAll(() => proprietaire.end())

const rangs = async (dits: Record<string, string>) =>
  (await loadJournal(CHEF, filtres(dits)))?.lignes.map(({ rang }) => rang)

describe('chercher au journal', () => {
  test('seuls le superviseur et l’administrateur le lisent', async () => {
    for (const role of ['GESTIONNAIRE', 'COMPTABLE', 'MEDECIN_CONSEIL'] as const) {
      expect(await loadJournal(agent(role), filtres())).toBeNull()
      expect(await chercherAuJournal(agent(role), 'anne@exemple.fr')).toEqual([])
    }
    expect(await loadJournal(agent('ADMINISTRATEUR'), filtres())).not.toBeNull()
  })

  test('d’une personne : ce qui touche son dossier et son contrat, du plus récent au plus ancien', async () => {
    expect(await rangs({ personne: anne.personneId })).toEqual([
      36001, 32001, 30007, 28001, 24001, 20007, 20001, 16001, 12001, 10007, 8001, 4001, 7, 1,
    ])
  })

  test('d’un compte : ce qu’il a fait, et d’un acte', async () => {
    expect(await rangs({ compte: anne.compteId, acte: 'ACCES_REFUSE' })).toEqual([
      40000, 35000, 30000, 25000, 20000, 15000, 10000, 5000,
    ])
    expect(await rangs({ compte: anne.compteId })).toHaveLength(40)
  })

  test('une période va de minuit à minuit, à Paris', async () => {
    // Midnight of 2 January in Paris is 23:00 UTC of the 1st: the 1,380th minute; the next one, the 2,820th.
    const lus = await rangs({ du: '2026-01-02', au: '2026-01-02' })
    expect(lus?.[0]).toBe(2819)
    const [refus] =
      (await rangs({ du: '2026-01-02', au: '2026-01-28', acte: 'ACCES_REFUSE' }))?.slice(-1) ?? []
    expect(refus).toBe(5000)
    expect(await rangs({ du: '2030-01-01' })).toEqual([])
    expect(await rangs({ au: '2001-01-01' })).toEqual([])
  })

  test('de page en page, rien n’est sauté ni montré deux fois', async () => {
    const vus: number[] = []
    let avant: string | undefined
    do {
      const page = await loadJournal(
        CHEF,
        filtres({ du: '2026-01-28', ...(avant === undefined ? {} : { avant }) }),
      )
      vus.push(...(page?.lignes.map(({ rang }) => rang) ?? []))
      avant = page?.suite?.toString()
    } while (avant !== undefined)
    // 28 January 00:00 in Paris is the 38,820th minute.
    expect(vus).toEqual(Array.from({ length: 40_000 - 38_820 + 1 }, (_, i) => 40_000 - i))
    expect(vus.length).toBeGreaterThan(20 * LIGNES_PAR_PAGE)
  })

  test.each([
    {},
    { personne: 'anne' },
    { compte: 'anne' },
    { acte: 'ACCES_REFUSE' },
    { du: '2026-01-10', au: '2026-01-10' },
    { personne: 'anne', acte: 'DOSSIER_LU', du: '2026-01-02', au: '2026-01-20' },
    { compte: 'anne', acte: 'ACCES_REFUSE', du: '2026-01-02' },
    { acte: 'ACCES_REFUSE', avant: '30000' },
  ])('%j ne lit jamais le journal en entier', async (dits) => {
    const vrais = Object.entries(dits).map(([nom, valeur]) => [
      nom,
      valeur === 'anne' ? (nom === 'personne' ? anne.personneId : anne.compteId) : valeur,
    ])
    const { requetes } = await ecouter(() => loadJournal(CHEF, filtres(Object.fromEntries(vrais))))
    expect(requetes.length).toBeLessThanOrEqual(2)
    const entieres = await luesEntieres(base.urlApplication, requetes)
    expect(entieres.filter((dite) => dite.startsWith('journal'))).toEqual([])
  })

  test('on trouve un compte par son e-mail, les personnes d’un contrat par son numéro, et rien par une devinette', async () => {
    expect(await chercherAuJournal(CHEF, 'Anne@exemple.fr')).toEqual([
      { genre: 'compte', id: anne.compteId, nom: 'Anne Œuvrard', precision: 'adherent' },
    ])
    expect(await chercherAuJournal(CHEF, '551234')).toEqual([
      { genre: 'personne', id: anne.personneId, nom: 'Anne Œuvrard', precision: 'contrat 00551234' },
    ])
    expect(await chercherAuJournal(CHEF, '%')).toEqual([])
    expect(await chercherAuJournal(CHEF, 'anne')).toEqual([])
  })

  test('une adresse mal écrite compte pour rien', async () => {
    expect(filtres({ personne: "' OR 1=1", acte: 'x', du: '2026-02-31', au: 'hier', avant: '-1' })).toEqual(
      filtres(),
    )
  })
})
