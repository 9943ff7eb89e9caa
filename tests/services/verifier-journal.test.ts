import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { SYSTEME } from '@/lib/server/portee'
import { dansRequete } from '@/lib/server/requete'
import { verifierJournal } from '@/lib/services/controle-journal/data'
import { direAnomalie } from '@/lib/services/controle-journal/view'
import { baseDeTest } from '../support/database'
import { ecouter } from '../support/lectures'

/** Ten thousand lines, on which somebody with every right does what nobody may do; then what was there is put back. */
let proprietaire: pg.Client
const LIGNES = 10_000

beforeAll(async () => {
  const base = await baseDeTest()
  proprietaire = new pg.Client({ connectionString: base.urlProprietaire })
  await proprietaire.connect()
  await proprietaire.query(
    `INSERT INTO journal (compte_id, role, acte, objet_type, objet_id, resultat, donnees)
     SELECT CASE WHEN n % 3 = 0 THEN NULL ELSE gen_random_uuid() END, 'GESTIONNAIRE', 'DOSSIER_LU', 'personne', gen_random_uuid()::text,
       'FAIT', jsonb_build_object('nombre', n, 'é', 'Œ"\\', 'vide', NULL, 'ok', n % 2 = 0, 'part', 0.5) FROM generate_series(1, $1) n`,
    [LIGNES - 1],
  )
  // One of them is of a numbered request.
  await dansRequete(randomUUID(), () =>
    ecrire(SYSTEME, (client) =>
      journaliser(client, {
        acte: 'CONNEXION',
        compteId: null,
        role: 'ADHERENT',
        objetType: 'compte',
        objetId: null,
        resultat: 'FAIT',
      }),
    ),
  )
  await proprietaire.query('CREATE TABLE journal_garde AS TABLE journal')
  await proprietaire.query('CREATE TABLE tete_garde AS TABLE journal_tete')
}, 120_000)
afterAll(() => proprietaire.end())

/** By whom no trigger and no right holds. */
const forcer = async (...ordres: readonly string[]) => {
  await proprietaire.query("SET session_replication_role = 'replica'")
  for (const ordre of ordres) await proprietaire.query(ordre)
  await proprietaire.query("SET session_replication_role = 'origin'")
}
afterEach(() =>
  forcer(
    'DELETE FROM journal j WHERE NOT EXISTS (SELECT FROM journal_garde g WHERE g = j)',
    'INSERT INTO journal SELECT * FROM journal_garde g WHERE NOT EXISTS (SELECT FROM journal j WHERE j.rang = g.rang)',
    'UPDATE journal_tete t SET rang = g.rang, empreinte = g.empreinte FROM tete_garde g',
  ),
)

const dire = async (connue: Parameters<typeof verifierJournal>[0] = null) =>
  (await verifierJournal(connue)).anomalies.map(direAnomalie)

describe('vérifier le journal (S-55)', () => {
  test('dix mille lignes intactes : rien à dire, et la tête est donnée à noter', async () => {
    const controle = await verifierJournal()
    expect(controle).toMatchObject({ lues: LIGNES, nombre: 0, anomalies: [] })
    expect(controle.tete.rang).toBe(LIGNES)
    expect(await dire(controle.tete)).toEqual([])
  })

  test.each([
    ['la date', "moment = moment + interval '1 ms'"],
    ['le compte', "compte_id = '00000000-0000-4000-8000-000000000000'"],
    ['le rôle', "role = 'COMPTABLE'"],
    ['l’acte', "acte = 'DOCUMENT_LU'"],
    ['l’objet', "objet_id = 'autre'"],
    ['la nature de l’objet', "objet_type = 'adhesion'"],
    ['le résultat', "resultat = 'REFUSE'"],
    ['un compte parmi les données', `donnees = donnees || '{"nombre": 1}'`],
    ['la requête', "requete = 'une-autre'"],
  ])(
    'sur une ligne de dix mille, %s n’est plus ce qui fut scellé : elle est nommée',
    async (_quoi, ordre) => {
      await forcer(`UPDATE journal SET ${ordre} WHERE rang = 4321`)
      expect(await dire()).toEqual([
        'La ligne 4321 a été modifiée : elle ne dit plus ce qui avait été scellé.',
      ])
    },
  )

  test('une ligne récrite et scellée à nouveau ne s’enchaîne plus avec la suivante', async () => {
    await forcer(
      "UPDATE journal SET acte = 'DOCUMENT_LU' WHERE rang = 4321",
      'UPDATE journal j SET empreinte = empreinte_journal(j) WHERE rang = 4321',
    )
    expect(await dire()).toEqual([
      'La ligne 4322 ne suit pas celle qui la précède : l’une des deux a été remplacée.',
    ])
  })

  test('une ligne retirée, plusieurs, la première', async () => {
    await forcer('DELETE FROM journal WHERE rang IN (1, 2000, 7001, 7002, 7003)')
    expect(await dire()).toEqual([
      'La ligne 1 a été retirée.',
      'La ligne 2000 a été retirée.',
      'Les lignes 7001 à 7003 ont été retirées.',
    ])
  })

  test('deux lignes échangées sont nommées toutes deux, voisines ou non', async () => {
    for (const [une, autre] of [
      [120, 9000],
      [500, 501],
    ])
      await forcer(
        `UPDATE journal SET rang = -1 WHERE rang = ${une}`,
        `UPDATE journal SET rang = ${une} WHERE rang = ${autre}`,
        `UPDATE journal SET rang = ${autre} WHERE rang = -1`,
      )
    expect(await dire()).toEqual([
      'La ligne 120 porte le contenu de la ligne 9000 : elles ont été échangées.',
      'La ligne 500 porte le contenu de la ligne 501 : elles ont été échangées.',
      'La ligne 501 porte le contenu de la ligne 500 : elles ont été échangées.',
      'La ligne 9000 porte le contenu de la ligne 120 : elles ont été échangées.',
    ])
  })

  test('la fin coupée se voit à la tête ; la tête coupée avec elle, à l’empreinte notée ailleurs', async () => {
    const { tete } = await verifierJournal()
    await forcer('DELETE FROM journal WHERE rang > 9990')
    expect(await dire()).toEqual([
      'Les lignes 9991 à 10000 ont été retirées : la fin du journal a été coupée.',
    ])
    await forcer(
      'UPDATE journal_tete SET rang = 9990, empreinte = (SELECT empreinte FROM journal WHERE rang = 9990)',
    )
    expect(await dire()).toEqual([])
    expect(await dire(tete)).toEqual([
      'La ligne 10000 n’est plus celle dont vous aviez noté l’empreinte : le journal a été réécrit.',
    ])
  })

  test('la tête changée, et une chaîne récrite jusqu’à sa tête, se voient', async () => {
    const { tete } = await verifierJournal()
    await forcer("UPDATE journal_tete SET empreinte = sha256('x')")
    expect(await dire()).toEqual([
      'La tête du journal ne correspond pas à sa dernière ligne, la 10000 : l’une des deux a été remplacée.',
    ])
    await forcer(
      "UPDATE journal SET acte = 'DOCUMENT_LU' WHERE rang = 10000",
      'UPDATE journal j SET empreinte = empreinte_journal(j) WHERE rang = 10000',
      'UPDATE journal_tete SET empreinte = (SELECT empreinte FROM journal WHERE rang = 10000)',
    )
    expect(await dire()).toEqual([])
    expect(await dire(tete)).toEqual([
      'La ligne 10000 n’est plus celle dont vous aviez noté l’empreinte : le journal a été réécrit.',
    ])
  })

  test('la fonction de la base remplacée ne trompe pas la vérification', async () => {
    const { rows } = await proprietaire.query<{ d: string }>(
      "SELECT pg_get_functiondef('empreinte_journal'::regproc) AS d",
    )
    await forcer(
      "UPDATE journal SET acte = 'DOCUMENT_LU' WHERE rang = 77",
      'CREATE OR REPLACE FUNCTION empreinte_journal(j journal) RETURNS bytea LANGUAGE sql STABLE AS $$ SELECT j.empreinte $$',
    )
    expect(await dire()).toEqual(['La ligne 77 a été modifiée : elle ne dit plus ce qui avait été scellé.'])
    await proprietaire.query(rows[0]?.d ?? '')
  })

  test('des milliers de lignes abîmées sont comptées, les premières sont dites', async () => {
    await forcer("UPDATE journal SET role = 'COMPTABLE'")
    const { nombre, anomalies } = await verifierJournal()
    expect([nombre, anomalies.length]).toEqual([LIGNES, 200])
  })

  test('un déclencheur endormi, un droit donné, se disent', async () => {
    await proprietaire.query('ALTER TABLE journal DISABLE TRIGGER journal_immuable')
    await proprietaire.query('GRANT UPDATE ON journal TO portail_gestion')
    expect(await dire()).toEqual([
      'Le journal n’est plus protégé : le déclencheur journal_immuable manque ou dort.',
      'Le journal n’est plus protégé : le rôle portail_gestion a le droit UPDATE.',
    ])
    await proprietaire.query('ALTER TABLE journal ENABLE TRIGGER journal_immuable')
    await proprietaire.query('REVOKE UPDATE ON journal FROM portail_gestion')
    expect(await dire()).toEqual([])
  })
})

describe('le journal ne se change pas (S-55)', () => {
  test('ni le système, ni un droit, ni le propriétaire sans ruse : la base refuse', async () => {
    for (const ordre of ["UPDATE journal SET acte = 'X'", 'DELETE FROM journal', 'TRUNCATE journal']) {
      await expect(ecrire(SYSTEME, (client) => client.query(ordre))).rejects.toThrow(/permission denied/)
      await expect(proprietaire.query(ordre)).rejects.toThrow(/ne se modifient ni ne s'effacent/)
    }
    await expect(
      ecrire(SYSTEME, (client) => client.query('UPDATE journal_tete SET rang = 1')),
    ).rejects.toThrow(/permission denied/)
  })

  test('qui écrit ne choisit ni le rang, ni l’heure, ni l’empreinte, ni la requête', async () => {
    await ecrire(SYSTEME, (client) =>
      client.query(
        `INSERT INTO journal (rang, moment, role, acte, objet_type, resultat, requete, empreinte, empreinte_precedente)
         VALUES (5, '2001-01-01', 'SYSTEME', 'CONNEXION', 'compte', 'FAIT', 'inventee', 'x', 'y')`,
      ),
    )
    const { rows } = await proprietaire.query(
      `SELECT rang::int, requete, moment > now() - interval '1 hour' AS recente FROM journal ORDER BY rang DESC LIMIT 1`,
    )
    expect(rows).toEqual([{ rang: LIGNES + 1, requete: null, recente: true }])
    expect(await dire()).toEqual([])
  })

  test('la commande lit par lots de deux mille lignes, jamais tout à la fois', async () => {
    const { requetes } = await ecouter(() => verifierJournal())
    // Ten thousand and one lines.
    expect(requetes.filter(({ texte }) => texte.includes('ORDER BY j.rang LIMIT 2000'))).toHaveLength(6)
  })
})
