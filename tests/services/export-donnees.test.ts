import { randomUUID } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { unzipSync } from 'fflate'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TABLES_EXCLUES } from '@/lib/lexique/donnees/exclusions'
import { TABLES, tablesExportees } from '@/lib/lexique/donnees/tables'
import { chiffrer, indexAveugle } from '@/lib/server/chiffrement'
import { fermer } from '@/lib/server/db'
import { frapperAdherent, type PorteeAdherent } from '@/lib/server/portee'
import { colonnesDonnees } from '@/lib/services/export-donnees/data'
import { demanderExport, exporterDonnees, schemaPublie } from '@/lib/services/export-donnees/mutations'
import { creerPersonne, lignes } from '../support/comptes'
import { baseDeTest, supprimerBaseDeTest } from '../support/database'
import { unAgent, uneDemande } from '../support/demandes'

const NIR_A = '180027501234567'
const NIR_CONJOINT = '275027509876543'

let base: pg.Pool
beforeAll(async () => {
  base = new pg.Pool({ connectionString: (await baseDeTest()).urlProprietaire })
})
afterAll(async () => {
  await base.end()
  await fermer()
  await supprimerBaseDeTest()
})

interface Colonne {
  readonly table: string
  readonly colonne: string
}

const colonnesDeLaBase = async (): Promise<Colonne[]> =>
  (
    await base.query<Colonne>(
      `SELECT c.table_name AS table, c.column_name AS colonne FROM information_schema.columns c JOIN information_schema.tables t
        ON (t.table_schema, t.table_name) = (c.table_schema, c.table_name)
        WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> '_prisma_migrations'`,
    )
  ).rows

/** Tables from which a chain of foreign keys leads to somebody who is covered, without passing by who merely handled it. */
async function tablesDePersonnes(): Promise<Set<string>> {
  const { rows } = await base.query<{ de: string; vers: string; colonne: string }>(
    `SELECT k.conrelid::regclass::text AS de, k.confrelid::regclass::text AS vers, a.attname AS colonne FROM pg_constraint k
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) WHERE k.contype = 'f'`,
  )
  const salarie = /^(agent|saisi_par|prepare_par|valide_par|lance_par|par|levee_par|decide_par)_id$/
  const atteintes = new Set(['personnes', 'comptes'])
  for (let avant = 0; avant !== atteintes.size; ) {
    avant = atteintes.size
    for (const { de, vers, colonne } of rows)
      if (atteintes.has(vers) && !salarie.test(colonne)) atteintes.add(de)
  }
  return atteintes
}

describe('S-59, I09 : l’export est complet par construction', () => {
  test('chaque colonne de chaque table de la base est donnée ou exclue avec sa raison, et rien n’est déclaré qui n’existe pas', async () => {
    const deLaBase = (await colonnesDeLaBase())
      .filter(({ table }) => !(table in TABLES_EXCLUES))
      .map(({ table, colonne }) => `${table}.${colonne}`)
    const declarees = tablesExportees.flatMap(([table, { colonnes }]) =>
      Object.keys(colonnes).map((colonne) => `${table}.${colonne}`),
    )
    expect(deLaBase.filter((c) => !declarees.includes(c))).toEqual([])
    expect(declarees.filter((c) => !deLaBase.includes(c))).toEqual([])
  })
  test('une table exclue en entier ne mène à personne, sauf un secret, le fichier de la banque et les notes de l’équipe', async () => {
    const atteintes = await tablesDePersonnes()
    expect(atteintes).toContain('prestation_details')
    const tables = new Set((await colonnesDeLaBase()).map(({ table }) => table))
    expect(Object.keys(TABLES_EXCLUES).filter((table) => !tables.has(table))).toEqual([])
    expect(Object.keys(TABLES_EXCLUES).filter((table) => atteintes.has(table))).toEqual([
      'jetons',
      // By the file, which one account wrote and which holds the payments of many.
      'lots_bancaires',
      'retenues_impaye',
    ])
  })
  test('une colonne nouvelle sans décision serait vue', async () => {
    await base.query('ALTER TABLE telephones ADD COLUMN professionnel text')
    try {
      const connues = new Set<string>(Object.keys(TABLES.telephones.colonnes))
      const nouvelles = (await colonnesDeLaBase()).filter(
        (c) => c.table === 'telephones' && !connues.has(c.colonne),
      )
      expect(nouvelles).toEqual([{ table: 'telephones', colonne: 'professionnel' }])
    } finally {
      await base.query('ALTER TABLE telephones DROP COLUMN professionnel')
    }
  })
})

async function donnerNir(personneId: string, nir: string): Promise<void> {
  const id = randomUUID()
  await lignes(
    'INSERT INTO immatriculations (id, personne_id, nir_chiffre, nir_index) VALUES ($1, $2, $3, $4)',
    [id, personneId, chiffrer(nir, `immatriculations:${id}`), indexAveugle('nir', nir)],
  )
}

async function unFoyer(): Promise<{ readonly elle: PorteeAdherent; readonly lui: PorteeAdherent }> {
  const a = await creerPersonne({ email: 'anne@exemple.fr', prenom: 'Anne', nom: 'Canari' })
  const b = await creerPersonne({
    email: 'paul@exemple.fr',
    prenom: 'Paul',
    nom: 'AUTRUI-NOM',
    rattache: { adhesionId: a.adhesionId, lien: 'CONJOINT' },
  })
  await lignes("UPDATE adhesions SET reglement = 'mutami' WHERE id = $1", [a.adhesionId])
  await donnerNir(a.personneId, NIR_A)
  await donnerNir(b.personneId, NIR_CONJOINT)
  await lignes('INSERT INTO telephones (personne_id, version, mobile) VALUES ($1, 1, $2), ($3, 1, $4)', [
    a.personneId,
    '+33611111111',
    b.personneId,
    '+33622222222',
  ])
  return {
    elle: frapperAdherent({
      type: 'ADHERENT',
      compteId: a.compteId,
      personneId: a.personneId,
      adhesions: [a.adhesionId],
      adhesionsLues: [],
    }),
    lui: frapperAdherent({
      type: 'ADHERENT',
      compteId: b.compteId,
      personneId: b.personneId,
      adhesions: [],
      adhesionsLues: [a.adhesionId],
    }),
  }
}

async function telecharger(acteur: PorteeAdherent): Promise<Record<string, string>> {
  const archive = await exporterDonnees(acteur, await demanderExport(acteur))
  if (archive === null) throw new Error('export refusé')
  const morceaux: Uint8Array[] = []
  for await (const morceau of archive.octets) morceaux.push(morceau)
  const fichiers = unzipSync(Buffer.concat(morceaux))
  return Object.fromEntries(
    Object.entries(fichiers).map(([nom, octets]) => [nom, new TextDecoder().decode(octets)]),
  )
}

describe('I09 : la copie de ses données', () => {
  let foyer: Awaited<ReturnType<typeof unFoyer>>
  let zip: Record<string, string>
  beforeAll(async () => {
    foyer = await unFoyer()
    const demande = await uneDemande(foyer.elle)
    const agent = await unAgent()
    await lignes(
      `INSERT INTO messages_demande (demande_id, cle, compte_id, de_gestion, interne, texte, cree_le)
        VALUES ($1, gen_random_uuid(), $2, true, true, 'NOTE-INTERNE-SECRETE', now()), ($1, gen_random_uuid(), $2, true, false, 'Voici <b>votre</b> réponse', now())`,
      [demande.id, agent.compteId],
    )
    zip = await telecharger(foyer.elle)
  })

  test('donnees.json est conforme au schéma publié, qui est dans l’archive, et index.html s’ouvre seul', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    formats.default(ajv)
    const schema = JSON.parse(zip['schema.json'] ?? '')
    expect(schema).toEqual(schemaPublie())
    const valider = ajv.compile(schema)
    valider(JSON.parse(zip['donnees.json'] ?? ''))
    expect(valider.errors ?? []).toEqual([])
    expect(valider({ ...JSON.parse(zip['donnees.json'] ?? ''), autre: 1 })).toBe(false)
    expect(zip['index.html']).toMatch(/^<!doctype html>\n<html lang="fr">/)
    expect(zip['index.html']).not.toMatch(/<script|<img|<link|src=|url\(/)
    expect(zip['index.html']).toContain('Voici &lt;b&gt;votre&lt;/b&gt; réponse')
  })
  test('elle y trouve ses secrets ouverts : numéro de sécurité sociale, code d’accès, téléphone', () => {
    const { donnees } = JSON.parse(zip['donnees.json'] ?? '')
    expect(donnees.immatriculations).toMatchObject([{ nir_chiffre: NIR_A }])
    expect(donnees.telephones).toMatchObject([{ mobile: '+33611111111' }])
    expect(donnees.codes_acces[0].code_chiffre).toMatch(/^code\d+xyz$/)
    expect(donnees.demandes).toHaveLength(1)
  })
  test('rien de son conjoint ni des notes internes, ni mot de passe, ni empreinte', async () => {
    const tout = Object.values(zip).join('\n')
    for (const canari of [
      NIR_CONJOINT,
      'AUTRUI-NOM',
      '+33622222222',
      'paul@exemple.fr',
      'NOTE-INTERNE-SECRETE',
      'Claude Morel',
      '$argon2id$',
    ])
      expect(tout).not.toContain(canari)
    const lui = Object.values(await telecharger(foyer.lui)).join('\n')
    for (const canari of [NIR_A, 'Anne', '+33611111111', 'anne@exemple.fr', 'votre</b>'])
      expect(lui).not.toContain(canari)
    expect(lui).toContain(NIR_CONJOINT)
  })
  test('elle se télécharge une fois, par qui l’a demandée, dans le quart d’heure, et le journal le dit', async () => {
    const { elle, lui } = foyer
    const id = await demanderExport(elle)
    expect(await exporterDonnees(lui, id)).toBeNull()
    expect(await exporterDonnees({ ...elle, lectureSeule: true }, id)).toBeNull()
    expect(await exporterDonnees(elle, id)).not.toBeNull()
    expect(await exporterDonnees(elle, id)).toBeNull()
    const tard = await demanderExport(elle)
    await base.query(
      `UPDATE exports_donnees SET demande_le = now() - interval '20 minutes', expire_le = now() - interval '5 minutes' WHERE id = $1`,
      [tard],
    )
    expect(await exporterDonnees(elle, tard)).toBeNull()
    const actes = await lignes<{ acte: string }>(
      `SELECT acte FROM journal WHERE compte_id = $1 AND acte IN ('EXPORT_DEMANDE', 'DONNEES_EXPORTEES') ORDER BY rang`,
      [elle.compteId],
    )
    expect(actes.map(({ acte }) => acte)).toEqual([
      'EXPORT_DEMANDE',
      'DONNEES_EXPORTEES',
      'EXPORT_DEMANDE',
      'DONNEES_EXPORTEES',
      'EXPORT_DEMANDE',
    ])
  })
  test('chaque table déclarée se lit', () => {
    expect(Object.keys(JSON.parse(zip['donnees.json'] ?? '').donnees)).toEqual(Object.keys(TABLES))
    expect(colonnesDonnees('comptes').map(([nom]) => nom)).not.toContain('mot_de_passe')
  })
})
