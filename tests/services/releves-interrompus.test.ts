import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { frapperGestion } from '@/lib/server/portee'
import { lancerReleves, reprendreReleves } from '@/lib/services/releve/mutations'
import { creerPersonne, lignes, travauxEnAttente } from '../support/comptes'
import { type BaseDeTest, baseDeTest } from '../support/database'

/** The real worker, killed -9 in the middle of a batch of relevés, again and again: no hole, none twice, each announced once. */
const CONTRATS = 60
const AVEC_COMPTE = 6

let dossier: string
let base: BaseDeTest
let proprietaire: pg.Pool
let travailleur: ChildProcess | null = null

beforeAll(async () => {
  base = await baseDeTest()
  dossier = await mkdtemp(join(tmpdir(), 'portail-releves-'))
  Object.assign(process.env, { PORTAIL_TODAY: '2026-03-17', PORTAIL_DATA: dossier })
  proprietaire = new pg.Pool({ connectionString: base.urlProprietaire, max: 2 })
  for (let i = 0; i < CONTRATS; i += 1)
    await creerPersonne(i < AVEC_COMPTE ? { email: `adherent${i}@exemple.test` } : {})
  // One refused line a contract, of a file made in February.
  await proprietaire.query(`WITH f AS (
      INSERT INTO flux_recus (emetteur_type, emetteur_code, id_fichier, empreinte, cree_le, statut, nombre_lignes, total_depense, total_ro,
        lignes_nouvelles, lignes_doublons, lignes_quarantaine)
      VALUES ('AMO', '01', 'F', '\\x00', '2026-02-10T12:00:00+01:00', 'LIQUIDE', 0, 0, 0, 0, 0, 0) RETURNING id
    ), l AS (
      INSERT INTO lignes_decompte (flux_id, rang, emetteur_type, emetteur_code, id_decompte, numero_ligne, empreinte, operation, reversion,
        pour_information, personne_id, soins_debut, contenu)
      SELECT f.id, row_number() OVER (ORDER BY p.id), 'AMO', '01', p.id::text, 1, '\\x00', 'PAIEMENT', false, false, p.id, '2026-02-05', '{}'
      FROM f, personnes p RETURNING id, personne_id
    ) INSERT INTO prestations (ligne_id, adhesion_id, personne_id, etat, date_soins, libelle, destinataire, depense, base, part_amo,
        participation, franchise, part_mutuelle, reste_a_charge, version_reglement, entrees, motifs, limites)
      SELECT l.id, b.adhesion_id, l.personne_id, 'REFUSEE', '2026-02-05', 'Consultation', 'ASSURE', 3000, 3000, 1900, 200, 0, 0, 1100, 'essai',
        '{}', '[{"code": "NON_GARANTI", "article": "mutami/art-10", "donnees": {}}]', '{}'
      FROM l JOIN beneficiaires b ON b.personne_id = l.personne_id`)
})
afterAll(async () => {
  travailleur?.kill('SIGKILL')
  await proprietaire.end()
  await rm(dossier, { recursive: true, force: true })
})

function demarrer(): ChildProcess {
  const enfant = spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts'], {
    env: { ...process.env, NODE_ENV: 'production' as const, DATABASE_URL: base.urlApplication },
    stdio: 'ignore',
  })
  travailleur = enfant
  return enfant
}

async function tuer(enfant: ChildProcess): Promise<void> {
  enfant.kill('SIGKILL')
  if (enfant.exitCode === null && enfant.signalCode === null) await once(enfant, 'exit')
}

/** Waits until another connection sees that it is so; the test's own time limit is the only one. */
async function jusqua(sql: string): Promise<void> {
  for (;;) {
    const { rows } = await proprietaire.query<{ oui: boolean }>(`SELECT (${sql}) AS oui`)
    if (rows[0]?.oui === true) return
    await pause(10)
  }
}

test('tué en émettant puis en rendant, repris, le lot est entier', async () => {
  const { compteId } = await creerPersonne({ email: 'gestion@exemple.test' })
  const acteur = frapperGestion({ type: 'GESTION', compteId, role: 'GESTIONNAIRE' })
  const lotId = await lancerReleves(acteur, '2026-02-01')
  const arrets = [
    '(SELECT count(*) FROM documents) >= 7',
    '(SELECT count(fichier_id) FROM documents) >= 3',
    '(SELECT count(fichier_id) FROM documents) >= 25',
  ]
  for (const arret of arrets) {
    const enfant = demarrer()
    await jusqua(arret)
    await tuer(enfant)
    expect(await lignes("SELECT id FROM lots_releves WHERE etat = 'EN_COURS'")).toEqual([{ id: lotId }])
    await reprendreReleves(acteur, lotId)
  }
  const dernier = demarrer()
  await jusqua("EXISTS (SELECT FROM lots_releves WHERE etat = 'TERMINE')")
  await jusqua(
    `(SELECT count(*) FROM pgboss.job WHERE name = 'courriel' AND state = 'completed') = ${AVEC_COMPTE}`,
  )
  await tuer(dernier)

  const documents = await lignes<{ numero: string; adhesion_id: string; fichier_id: string | null }>(
    'SELECT numero, adhesion_id, fichier_id FROM documents ORDER BY numero',
  )
  expect(documents.map((d) => d.numero)).toEqual(
    Array.from({ length: CONTRATS }, (_, i) => `R-2026-${String(i + 1).padStart(6, '0')}`),
  )
  expect(new Set(documents.map((d) => d.adhesion_id)).size).toBe(CONTRATS)
  expect(new Set(documents.map((d) => d.fichier_id)).size).toBe(CONTRATS)
  expect(documents.every((d) => d.fichier_id !== null)).toBe(true)
  expect(await travauxEnAttente('courriel')).toEqual([])
  const deposes = (await readdir(join(dossier, 'mail'))).filter((nom) => nom.endsWith('.json'))
  expect(deposes).toHaveLength(AVEC_COMPTE)
}, 300_000)
