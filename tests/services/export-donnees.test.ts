import { randomUUID } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { unzipSync } from 'fflate'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { TABLES_EXCLUES } from '@/lib/lexique/donnees/exclusions'
import { SOINS } from '@/lib/lexique/donnees/soins'
import { type NomTable, TABLES, tablesExportees } from '@/lib/lexique/donnees/tables'
import { chiffrer, indexAveugle } from '@/lib/server/chiffrement'
import { ecrire, fermer, lire } from '@/lib/server/db'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { pourAutrui } from '@/lib/server/pour-autrui'
import { colonnesDonnees, lignesExportees, loadExportPret } from '@/lib/services/export-donnees/data'
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
  test('une table exclue en entier ne mène à personne, sauf des secrets, le fichier de la banque et les notes de l’équipe', async () => {
    const atteintes = await tablesDePersonnes()
    expect(atteintes).toContain('prestation_details')
    const tables = new Set((await colonnesDeLaBase()).map(({ table }) => table))
    expect(Object.keys(TABLES_EXCLUES).filter((table) => !tables.has(table))).toEqual([])
    expect(Object.keys(TABLES_EXCLUES).filter((table) => atteintes.has(table))).toEqual([
      'codes_secours',
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

const une = async (sql: string, valeurs: readonly unknown[]): Promise<string> =>
  String((await base.query<{ id: string }>(`${sql} RETURNING id`, [...valeurs])).rows[0]?.id)

/** Care of somebody, each row with a word of theirs. */
async function soigner({ personneId, compteId }: PorteeAdherent, adhesionId: string, mot: string) {
  const flux = await une(
    `INSERT INTO flux_recus (emetteur_type, emetteur_code, id_fichier, empreinte, cree_le, statut, nombre_lignes, total_depense, total_ro,
      lignes_nouvelles, lignes_doublons, lignes_quarantaine) VALUES ('AMO', '01', $1::text, sha256(convert_to($1::text, 'UTF8')), '2026-01-10', 'LIQUIDE', 0, 0, 0, 0, 0, 0)`,
    [mot],
  )
  const ligne = await une(
    `INSERT INTO lignes_decompte (flux_id, rang, emetteur_type, emetteur_code, id_decompte, numero_ligne, empreinte, operation, reversion,
      pour_information, personne_id, soins_debut, contenu)
      VALUES ($1, 1, 'AMO', '01', $2::text, 1, '\\x00', 'PAIEMENT', false, false, $3, '2026-01-05', jsonb_build_object('recu', $2::text || '-RECU'))`,
    [flux, mot, personneId],
  )
  const prestation = await une(
    `INSERT INTO prestations (ligne_id, adhesion_id, personne_id, etat, date_soins, libelle, executant, destinataire, depense, base, part_amo,
      participation, franchise, part_mutuelle, reste_a_charge, version_reglement, entrees, motifs, limites, payee_le)
      VALUES ($1, $2, $3, 'PAYEE', '2026-01-05', $4::text || '-SOIN', 'Dr X', 'ASSURE', 1000, 1000, 0, 0, 0, 900, 100, 'r', '{}',
        '[{"code":"NON_GARANTI","article":"mutami/art-10","donnees":{}}]', '{}', '2026-01-20')`,
    [ligne, adhesionId, personneId, mot],
  )
  await base.query(
    `INSERT INTO prestation_details (prestation_id, rang, ligne, montant) VALUES ($1, 1, $2::text || '-GARANTIE', 900)`,
    [prestation, mot],
  )
  await base.query(
    `INSERT INTO consommations (prestation_id, rang, adhesion_id, personne_id, ligne, jour, montant) VALUES ($1, 1, $2, $3, $4::text || '-FORFAIT', '2026-01-05', 900)`,
    [prestation, adhesionId, personneId, mot],
  )
  await base.query(
    `INSERT INTO aides_accordees (adhesion_id, personne_id, aide, jour, annee, quantite, montant, prestation_id, accordee_le)
      VALUES ($1, $2, $3::text || '_AIDE', '2026-01-05', 2026, 1, 900, $4, '2026-01-06')`,
    [adhesionId, personneId, mot, prestation],
  )
  const avance = await une(
    `INSERT INTO avances_sante (adhesion_id, personne_id, etat, montant, mois, decidee_le, motifs)
      VALUES ($1, $2, 'ANNULEE', 30000, 10, '2026-01-06', jsonb_build_array(jsonb_build_object('code', $3::text || '_AVANCE')))`,
    [adhesionId, personneId, mot],
  )
  await base.query(
    `INSERT INTO reglements_avances (avance_id, montant, recu_le, saisi_par_id) VALUES ($1, 100, '2026-02-01', $2)`,
    [avance, compteId],
  )
}

describe('A03, T07, I09 : les soins de la copie se lisent avec les droits de qui la demande', () => {
  const TRACES = ['-RECU', '-SOIN', '-GARANTIE', '-FORFAIT', '_AIDE', '_AVANCE']
  let pere: PorteeAdherent
  let fille: PorteeAdherent
  beforeAll(async () => {
    const p = await creerPersonne({ email: 'pere@exemple.fr', dateNaissance: '1979-01-01' })
    const y = await creerPersonne({
      email: 'fille@exemple.fr',
      dateNaissance: '2009-07-14',
      rattache: { adhesionId: p.adhesionId, lien: 'ENFANT' },
    })
    await lignes("UPDATE adhesions SET reglement = 'mutami' WHERE id = $1", [p.adhesionId])
    const commun = { type: 'ADHERENT' } as const
    pere = frapperAdherent({
      ...commun,
      compteId: p.compteId,
      personneId: p.personneId,
      adhesions: [p.adhesionId],
      adhesionsLues: [],
    })
    fille = frapperAdherent({
      ...commun,
      compteId: y.compteId,
      personneId: y.personneId,
      adhesions: [],
      adhesionsLues: [p.adhesionId],
    })
    await soigner(pere, p.adhesionId, 'PERE')
    await soigner(fille, p.adhesionId, 'FILLE')
  })

  test('le membre participant n’y trouve rien des soins de sa fille de seize ans, elle y trouve les siens, et rien de ceux de son père', async () => {
    for (const [qui, sien, autre] of [
      [pere, 'PERE', 'FILLE'],
      [fille, 'FILLE', 'PERE'],
    ] as const) {
      const tout = Object.values(await telecharger(qui)).join('\n')
      for (const trace of TRACES) {
        expect(tout).toContain(`${sien}${trace}`)
        expect(tout).not.toContain(`${autre}${trace}`)
      }
    }
  })
  test('même si elle y consent : la copie est celle d’une personne', async () => {
    await base.query(
      `INSERT INTO accords_lecture (adhesion_id, personne_id, du) VALUES ($1, $2, '2026-01-01')`,
      [pere.adhesions[0], fille.personneId],
    )
    expect(Object.values(await telecharger(pere)).join('\n')).not.toContain('FILLE')
    const { donnees } = JSON.parse((await telecharger(fille))['donnees.json'] ?? '')
    expect(donnees.accords_lecture).toMatchObject([{ personne_id: fille.personneId, du: '2026-01-01' }])
  })
  test.each([...Object.keys(SOINS), 'documents'] as NomTable[])(
    '%s : aucune ligne ne sort que la base n’accorde à la personne même',
    async (table) => {
      // A fence on which whoever reads as a member stumbles, rows or none; the system would not see it.
      await base.query(
        `CREATE POLICY essai_ferme ON ${table} AS RESTRICTIVE FOR SELECT TO portail_app USING (1 / 0 = 1)`,
      )
      try {
        const lues = (async () => {
          for await (const ligne of lignesExportees(pere, table)) return ligne
          return null
        })()
        await expect(lues).rejects.toThrow(/division by zero/)
      } finally {
        await base.query(`DROP POLICY essai_ferme ON ${table}`)
      }
    },
  )
})

describe('A35, I09 : qui agit pour un autre n’emporte pas ses données', () => {
  test('ni la demander, ni la prendre, ni la voir prête, quelle que soit l’étendue ; et la base le refuse aussi', async () => {
    const protege = await creerPersonne({ email: 'protege@exemple.fr' })
    const delegue = await creerPersonne({ email: 'delegue@exemple.fr' })
    const soi = frapperAdherent({
      type: 'ADHERENT',
      compteId: protege.compteId,
      personneId: protege.personneId,
      adhesions: [protege.adhesionId],
      adhesionsLues: [],
    })
    await soigner(soi, protege.adhesionId, 'PROTEGE')
    const id = await une(
      `INSERT INTO delegations (motif, etendue, etat, protege_id, delegue_id, auteur_id, invite_email, designation, du, proposee_le, decidee_le)
        VALUES ('AIDANT', 'RECEVOIR', 'ACTIVE', $1, $2, $3, 'delegue@exemple.fr', '{"par":"EMAIL","email":"delegue@exemple.fr"}', '2020-01-01', now(), now())`,
      [protege.personneId, delegue.compteId, protege.compteId],
    )
    const pret = await demanderExport(soi)
    const pour = frapperAdherent({
      ...soi,
      delegation: { id, compteId: delegue.compteId, etendue: 'RECEVOIR' },
    })
    await expect(demanderExport(pour)).rejects.toBeInstanceOf(SaisieRefusee)
    await expect(demanderExport(frapperAdherent({ ...soi, lectureSeule: true }))).rejects.toBeInstanceOf(
      SaisieRefusee,
    )
    expect(await exporterDonnees(pour, pret)).toBeNull()
    expect(await loadExportPret(pour, pret)).toBe(false)
    expect(await loadExportPret(soi, pret)).toBe(true)
    for (const sql of [
      'UPDATE exports_donnees SET telecharge_le = now() WHERE compte_id = $1',
      "INSERT INTO exports_donnees (compte_id, personne_id, demande_le, expire_le) SELECT $1, personne_id, now(), now() + interval '1 hour' FROM comptes WHERE id = $1",
    ])
      await expect(
        pourAutrui(pour, () => ecrire(SYSTEME, (client) => client.query(sql, [protege.compteId]))),
      ).rejects.toThrow('cela ne se délègue pas')
    // What the Assurance maladie says of a person is read by nobody else.
    const decomptes = (qui: PorteeAdherent) =>
      lire(qui, (tx) => tx.$queryRaw<{ n: number }[]>`SELECT count(id)::int AS n FROM lignes_decompte`)
    expect(await decomptes(soi)).toEqual([{ n: 1 }])
    expect(await decomptes(pour)).toEqual([{ n: 0 }])
    expect(await exporterDonnees(soi, pret)).not.toBeNull()
  })
})

describe('S-59, I09 : ce que les autres pièces gardent d’une personne', () => {
  test('ses facteurs, ses consentements, ses identités d’ailleurs et ses délégations, sans leurs secrets ni le nom d’un autre', async () => {
    const moi = await creerPersonne({ email: 'complet@exemple.fr' })
    const autre = await creerPersonne({ email: 'autre-cote@exemple.fr', nom: 'AUTRE-COTE' })
    const agent = await unAgent()
    await base.query(
      `INSERT INTO facteurs (compte_id, nature, nom, cree_le, graine_chiffree) VALUES ($1, 'TOTP', 'Mon téléphone', now(), 'GRAINE-SECRETE')`,
      [moi.compteId],
    )
    await base.query(
      `INSERT INTO levees_facteurs (compte_id, demandee_par, demandee_le, verifie, motif, effet_le)
        VALUES ($1, $2, now(), '{"IDENTITE"}', 'Téléphone perdu', now() + interval '2 days')`,
      [moi.compteId, agent.compteId],
    )
    await base.query(
      `INSERT INTO interventions_compte (compte_id, geste, faite_par, faite_le, motif)
        VALUES ($1, 'CONNEXIONS_FERMEES', $2, now(), 'Vous nous avez appelés')`,
      [moi.compteId, agent.compteId],
    )
    await base.query(
      `INSERT INTO identites_externes (compte_id, fournisseur, emetteur, sujet, liee_le) VALUES ($1, 'france', 'https://ailleurs.exemple', 'sujet-42', now())`,
      [moi.compteId],
    )
    const d = await une(
      `INSERT INTO delegations (motif, etendue, etat, protege_id, delegue_id, auteur_id, invite_email, designation, jeton, du, proposee_le, decidee_le)
        VALUES ('AIDANT', 'VOIR', 'ACTIVE', $1, $2, $3, 'complet@exemple.fr', '{"par":"NUMERO","nom":"AUTRE-COTE"}', sha256('x'), '2020-01-01', now(), now())`,
      [autre.personneId, moi.compteId, autre.compteId],
    )
    await base.query(
      `INSERT INTO passages_delegation (delegation_id, rang, passage, etat, moment, compte_id) VALUES ($1, 1, 'PROPOSER', 'PROPOSEE', now(), $2)`,
      [d, autre.compteId],
    )
    const zip = await telecharger(
      frapperAdherent({
        type: 'ADHERENT',
        compteId: moi.compteId,
        personneId: moi.personneId,
        adhesions: [moi.adhesionId],
        adhesionsLues: [],
      }),
    )
    const { donnees } = JSON.parse(zip['donnees.json'] ?? '')
    expect(donnees.facteurs).toMatchObject([{ nature: 'TOTP', nom: 'Mon téléphone' }])
    expect(donnees.levees_facteurs).toMatchObject([{ motif: 'Téléphone perdu', verifie: ['IDENTITE'] }])
    expect(donnees.interventions_compte).toMatchObject([
      { geste: 'CONNEXIONS_FERMEES', motif: 'Vous nous avez appelés' },
    ])
    expect(donnees.identites_externes).toMatchObject([{ sujet: 'sujet-42' }])
    expect(donnees.consentements).toMatchObject([{ texte: 'CONDITIONS', accepte: true }])
    expect(donnees.delegations).toMatchObject([{ id: d, etendue: 'VOIR', protege_id: autre.personneId }])
    expect(donnees.passages_delegation).toMatchObject([{ delegation_id: d, passage: 'PROPOSER' }])
    const tout = Object.values(zip).join('\n')
    for (const secret of ['GRAINE', 'AUTRE-COTE', 'autre-cote@', agent.compteId, autre.compteId])
      expect(tout).not.toContain(secret)
  })
})
