import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { emettreCartes } from '@/lib/services/carte/mutations'
import { JOBS } from '@/scripts/worker/jobs'
import { lignes } from '../support/comptes'
import { baseDeTest } from '../support/database'
import { ADHESION_CLAIRE, ADHESION_ODETTE, CLAIRE, ELIE, installerFamilles } from '../support/famille'

let base: pg.Pool

beforeAll(async () => {
  const { urlProprietaire } = await baseDeTest()
  base = new pg.Pool({ connectionString: urlProprietaire, max: 2 })
  await installerFamilles(base)
  await base.query(`UPDATE adhesions SET reglement = 'mutami'`)
  await base.query(`INSERT INTO choix_formules (adhesion_id, formule, du, au) VALUES
    ('${ADHESION_CLAIRE}', 'tribu-essentiel', '2023-01-01', '2027-06-30'), ('${ADHESION_CLAIRE}', 'tribu-equilibre', '2027-07-01', NULL),
    ('${ADHESION_ODETTE}', 'aine-essentiel', '2023-01-01', NULL)`)
})
afterAll(() => base.end())

const cartes = (adhesion: string) =>
  lignes<{ du: string; au: string; emis: string; support: string | null }>(
    `SELECT du, au, emis_le AS emis, support::text FROM documents WHERE adhesion_id = $1 AND nature = 'CARTE_TIERS_PAYANT' ORDER BY emis_le, cree_le`,
    [adhesion],
  )

test('A12 : au 1er janvier, chaque contrat en cours a sa carte de l’année, une seule fois, prête à partir', async () => {
  expect(await emettreCartes(dateCivile('2026-12-31'))).toEqual({ faites: 2, refusees: 0, echecs: 0 })
  expect(await emettreCartes(dateCivile('2027-01-01'))).toEqual({ faites: 2, refusees: 0, echecs: 0 })
  // The job cut short and run again, or run on the days after, makes nothing more.
  expect(await emettreCartes(dateCivile('2027-01-01'))).toEqual({ faites: 0, refusees: 0, echecs: 0 })
  expect(await emettreCartes(dateCivile('2027-03-15'))).toEqual({ faites: 0, refusees: 0, echecs: 0 })
  // Neither has opened a space: what is made for them leaves by post.
  expect(await cartes(ADHESION_ODETTE)).toEqual([
    { du: '2026-01-01', au: '2026-12-31', emis: '2026-12-31', support: 'PAPIER' },
    { du: '2027-01-01', au: '2027-12-31', emis: '2027-01-01', support: 'PAPIER' },
  ])
})

test('A12 : le jour où la formule change, la carte qu’elle a raccourcie est remplacée', async () => {
  expect(await emettreCartes(dateCivile('2027-06-30'))).toEqual({ faites: 0, refusees: 0, echecs: 0 })
  expect(await emettreCartes(dateCivile('2027-07-01'))).toEqual({ faites: 1, refusees: 0, echecs: 0 })
  expect((await cartes(ADHESION_CLAIRE)).slice(-2).map(({ du, au }) => [du, au])).toEqual([
    ['2027-01-01', '2027-06-30'],
    ['2027-07-01', '2027-12-31'],
  ])
})

test('A12 : le jour où commence une couverture écrite d’avance, la carte nomme la personne', async () => {
  await base.query(
    `INSERT INTO beneficiaires (adhesion_id, personne_id, lien, du) VALUES ($1, $2, 'ENFANT', '2027-09-01')`,
    [ADHESION_ODETTE, ELIE],
  )
  expect(await emettreCartes(dateCivile('2027-08-31'))).toEqual({ faites: 0, refusees: 0, echecs: 0 })
  expect(await emettreCartes(dateCivile('2027-09-01'))).toEqual({ faites: 1, refusees: 0, echecs: 0 })
  const [derniere] = await lignes<{ noms: string[] }>(
    `SELECT ARRAY(SELECT b->>'prenom' FROM jsonb_array_elements(donnees#>'{faits,beneficiaires}') b) AS noms
      FROM documents WHERE adhesion_id = $1 AND emis_le = '2027-09-01'`,
    [ADHESION_ODETTE],
  )
  expect(derniere?.noms).toEqual(['Odette', 'Élie'])
})

test('un contrat illisible n’arrête pas les autres, et la tâche le dit', async () => {
  await base.query(`UPDATE adhesions SET reglement = 'inconnu' WHERE id = $1`, [ADHESION_CLAIRE])
  const resultat = await emettreCartes(dateCivile('2028-01-01'))
  expect(resultat).toEqual({ faites: 1, refusees: 0, echecs: 1 })
  await base.query(`UPDATE adhesions SET reglement = 'mutami' WHERE id = $1`, [ADHESION_CLAIRE])
  expect(await emettreCartes(dateCivile('2028-01-01'))).toEqual({ faites: 1, refusees: 0, echecs: 0 })
  expect(
    await lignes(`SELECT FROM documents WHERE personne_id = $1 AND emis_le = '2028-01-01'`, [CLAIRE]),
  ).toHaveLength(1)
})

test('la tâche passe chaque matin, le 1er janvier compris', () => {
  expect(JOBS.find(({ queue }) => queue === 'cartes')?.schedule).toBe('20 5 * * *')
})

test('A12, A25 : qui lit ses papiers à l’écran apprend par e-mail que la carte de l’année est là ; qui les reçoit par la poste, non', async () => {
  const odette = await lignes<{ personne: string }>(
    'SELECT membre_participant_id AS personne FROM adhesions WHERE id = $1',
    [ADHESION_ODETTE],
  )
  await base.query(
    `INSERT INTO comptes (role, statut, email, email_confirme_le, conditions_acceptees_le, mot_de_passe, personne_id, nom_affiche, cree_le)
      VALUES ('ADHERENT', 'ACTIF', 'odette.carte@exemple.fr', now(), now(), '$argon2id$aucun', $1, 'Odette', now())`,
    [odette[0]?.personne],
  )
  const avant = await lignes('SELECT FROM courriels')
  await emettreCartes(dateCivile('2028-12-31'))
  expect(await lignes('SELECT FROM courriels')).toHaveLength(avant.length)
  await emettreCartes(dateCivile('2029-01-01'), { annoncer: true })
  const dits = await lignes<{ modele: string }>('SELECT modele FROM courriels')
  expect(dits.slice(avant.length)).toHaveLength(1)
})
