import { randomUUID } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { unzipSync } from 'fflate'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { CONSERVATION } from '@/lib/lexique/donnees/conservation'
import { type NomTable, TABLES } from '@/lib/lexique/donnees/tables'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { frapperAdherent, type PorteeAdherent, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { ranger } from '@/lib/server/stockage/fichiers'
import { magasin } from '@/lib/server/stockage/magasin'
import { purger } from '@/lib/services/conservation/mutations'
import { verifierComptes } from '@/lib/services/controle/data'
import { envoyerDemande } from '@/lib/services/demande/mutations'
import { ouvrirDossier } from '@/lib/services/dossier/data'
import { EFFACER } from '@/lib/services/effacement/data'
import { demanderExport, exporterDonnees, schemaPublie } from '@/lib/services/export-donnees/mutations'
import { loadFiche } from '@/lib/services/fiche-demande/data'
import { accepter, lireApercu, prendre } from '@/lib/services/traitement/mutations'
import fichier from '@/prisma/demonstration/comptes.json'
import { chargerDemonstration } from '@/scripts/demonstration/chargement'
import { lignes } from '../support/comptes'
import { baseDeTest } from '../support/database'
import { unAgent } from '../support/demandes'

/**
 * S-60, on the whole demonstration: somebody whose contract ended on 30 June 2025 asks to be forgotten on 17 March 2026, then time passes.
 * Twenty canaries are put in what speaks of them, as free text as well as in sealed rows.
 */
let base: pg.Pool
let agent: PorteeGestion
let lui: PorteeAdherent
let fichierPiece: string
let fichierPapier: string
let demandeId: string

/** What the demonstration does not write, and what the triggers would refuse: put by the owner, as data that was always there. */
const CANARIS = [
  ['CANARI-SOIN', `UPDATE prestations SET libelle = $2 WHERE personne_id = $1`],
  ['CANARI-MEDECIN', `UPDATE prestations SET executant = $2 WHERE personne_id = $1`],
  [
    'CANARI-ENTREES',
    `UPDATE prestations SET entrees = jsonb_build_object('x', $2::text) WHERE personne_id = $1`,
  ],
  [
    'CANARI-DECOMPTE',
    `UPDATE lignes_decompte SET contenu = jsonb_build_object('x', $2::text) WHERE personne_id = $1`,
  ],
  [
    'CANARI-LIGNE',
    `UPDATE prestation_details SET ligne = $2 WHERE prestation_id IN (SELECT id FROM prestations WHERE personne_id = $1)`,
  ],
  [
    'CANARI-PAPIER',
    `UPDATE documents SET donnees = jsonb_set(donnees, '{faits}', jsonb_build_object('x', $2::text)) WHERE personne_id = $1`,
  ],
  [
    'CANARI-VOIE',
    `INSERT INTO adresses (personne_id, version, voie, code_postal, ville, du) VALUES ($1, 99, $2, '99000', 'X', '2024-01-01')`,
  ],
  ['+33698765432', `INSERT INTO telephones (personne_id, version, mobile) VALUES ($1, 99, $2)`],
  [
    'canari-ancien@exemple.fr',
    `INSERT INTO changements_courriel (compte_id, ancien, nouveau) SELECT id, $2, 'autre@exemple.fr' FROM comptes WHERE personne_id = $1`,
  ],
  [
    'CANARI-APPAREIL',
    `INSERT INTO sessions (compte_id, empreinte, appareil, expire_le) SELECT id, sha256('canari'), $2, now() + interval '1 hour' FROM comptes WHERE personne_id = $1`,
  ],
  [
    'CANARI-REGARD',
    `INSERT INTO regards (session_id, personne_id, motif, debute_le, expire_le) SELECT s.id, $1, $2, now(), now() + interval '15 minutes' FROM sessions s JOIN comptes c ON c.id = s.compte_id WHERE c.personne_id = $1 LIMIT 1`,
  ],
  [
    'CANARI-COTISATION',
    `UPDATE echeanciers SET entrees = jsonb_build_object('x', $2::text) WHERE adhesion_id IN (SELECT id FROM adhesions WHERE membre_participant_id = $1)`,
  ],
  [
    'CANARI-TITULAIRE',
    `UPDATE comptes_bancaires SET titulaire = $2 WHERE adhesion_id IN (SELECT id FROM adhesions WHERE membre_participant_id = $1)`,
  ],
  [
    'CANARI-VIREMENT',
    `UPDATE ordres_bancaires SET titulaire = $2 WHERE adhesion_id IN (SELECT id FROM adhesions WHERE membre_participant_id = $1)`,
  ],
  [
    'CANARI-FACTEUR',
    `INSERT INTO facteurs (compte_id, nature, nom, cree_le, graine_chiffree) SELECT id, 'TOTP', $2, now(), '\\x00' FROM comptes WHERE personne_id = $1`,
  ],
  [
    'CANARI-LEVEE',
    `INSERT INTO levees_facteurs (compte_id, demandee_par, demandee_le, verifie, motif, effet_le)
      SELECT id, (SELECT a.id FROM comptes a WHERE a.role <> 'ADHERENT' LIMIT 1), now(), '{X}', $2, now() + interval '2 days' FROM comptes WHERE personne_id = $1`,
  ],
  [
    'CANARI-INTERVENTION',
    `INSERT INTO interventions_compte (compte_id, geste, faite_par, faite_le, motif)
      SELECT id, 'SUSPENSION', (SELECT a.id FROM comptes a WHERE a.role <> 'ADHERENT' LIMIT 1), now(), $2 FROM comptes WHERE personne_id = $1`,
  ],
  [
    'CANARI-MOYEN',
    `INSERT INTO entrees_en_attente (compte_id, empreinte, moyen, cree_le, expire_le) SELECT id, sha256('attente'), $2, now(), now() + interval '5 minutes' FROM comptes WHERE personne_id = $1`,
  ],
  [
    'CANARI-SUJET',
    `INSERT INTO identites_externes (compte_id, fournisseur, emetteur, sujet, liee_le) SELECT id, 'f', 'https://f.exemple', $2, now() FROM comptes WHERE personne_id = $1`,
  ],
  [
    'CANARI-VERSION',
    `INSERT INTO consentements (compte_id, texte, version, accepte, donne_le) SELECT id, 'CONDITIONS', $2, true, now() FROM comptes WHERE personne_id = $1`,
  ],
  [
    'canari-invite@exemple.fr',
    `INSERT INTO delegations (id, motif, etendue, etat, protege_id, auteur_id, invite_email, designation, jeton, du, proposee_le)
      SELECT '00000000-0000-4000-8000-00000000de1e', 'AIDANT', 'VOIR', 'PROPOSEE', $1, id, $2, jsonb_build_object('par', 'EMAIL', 'email', $2::text), sha256('jeton'), '2026-03-01', now()
      FROM comptes WHERE personne_id = $1`,
  ],
  [
    'CANARI-RAISON',
    `INSERT INTO passages_delegation (delegation_id, rang, passage, etat, moment, raison)
      SELECT id, 1, 'PROPOSER', 'PROPOSEE', now(), $2 FROM delegations WHERE protege_id = $1`,
  ],
  [
    'CANARI_AIDE',
    `INSERT INTO aides_accordees (adhesion_id, personne_id, aide, genre, jour, annee, quantite, montant, prestation_id, accordee_le)
      SELECT adhesion_id, $1, $2, $2, date_soins, 2025, 1, part_mutuelle, id, date_soins FROM prestations
      WHERE personne_id = $1 AND part_mutuelle > 0 AND etat = 'PAYEE' LIMIT 1`,
  ],
  [
    'CANARI-AVANCE',
    `INSERT INTO avances_sante (adhesion_id, personne_id, etat, montant, mois, decidee_le, motifs)
      SELECT id, $1, 'ANNULEE', 100, 1, '2025-01-02', jsonb_build_array(jsonb_build_object('code', 'X'), $2::text) FROM adhesions WHERE membre_participant_id = $1 LIMIT 1`,
  ],
  ['CANARI-NUMERO', `UPDATE adhesions SET numero_adherent = $2 WHERE membre_participant_id = $1`],
  ['CANARI-NOM', `UPDATE personnes SET nom = $2 WHERE id = $1`],
  ['CANARI-PRENOM', `UPDATE personnes SET prenom = $2 WHERE id = $1`],
  ['1951-11-29', `UPDATE personnes SET date_naissance = $2 WHERE id = $1`],
  [
    'canari-courriel@exemple.fr',
    `UPDATE comptes SET email = $2, nom_affiche = 'CANARI-AFFICHE' WHERE personne_id = $1`,
  ],
] as const
const MOTS = [
  ...CANARIS.map(([mot]) => mot),
  'CANARI-AFFICHE',
  'CANARI-PIECE',
  'CANARI-BROUILLON',
  'CANARI-MESSAGE',
]

async function semer(): Promise<void> {
  const client = await base.connect()
  try {
    await client.query("SET session_replication_role = 'replica'")
    for (const [mot, sql] of CANARIS)
      await client.query(sql, sql.includes('$1') ? [lui.personneId, mot] : [mot])
    await client.query("SET session_replication_role = 'origin'")
  } finally {
    client.release()
  }
}

/** Where a word is, in every column of every schema that can hold one: « table.colonne ». */
async function chercher(mots: readonly string[]): Promise<string[]> {
  const { rows } = await base.query<{ s: string; t: string; c: string; type: string }>(
    `SELECT c.table_schema AS s, c.table_name AS t, c.column_name AS c, c.udt_name AS type FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema NOT IN ('pg_catalog', 'information_schema') AND t.table_type = 'BASE TABLE'
        AND c.udt_name IN ('text', 'bpchar', 'varchar', 'jsonb', 'json', 'bytea', '_text', 'tsvector', 'name')`,
  )
  const forme = mots.map((mot) => mot.replaceAll(/[.+]/g, '\\$&')).join('|')
  const trouves: string[] = []
  for (const { s, t, c, type } of rows) {
    // Bytes are looked at as the text they would be.
    const texte = type === 'bytea' ? `encode(${c}, 'escape')` : `${c}::text`
    const { rows: vus } = await base.query<{ vu: boolean }>(
      `SELECT EXISTS (SELECT FROM ${s}.${t} WHERE ${texte} ~* $1) AS vu`,
      [forme],
    )
    if (vus[0]?.vu === true) trouves.push(`${t}.${c}`)
  }
  return trouves.sort()
}

const fautes = async (): Promise<string[]> =>
  (await verifierComptes())
    .filter((c) => c.fautes > 0)
    .map(({ code, exemples }) => `${code} ${exemples.join(' ')}`)

const ilEst = (jour: string): unknown => Object.assign(env(), { PORTAIL_TODAY: jour })

beforeAll(async () => {
  Object.assign(process.env, { PORTAIL_DEMO: '1', PORTAIL_TODAY: fichier.jour })
  base = new pg.Pool({ connectionString: (await baseDeTest()).urlProprietaire, max: 2 })
  await chargerDemonstration(() => undefined)
  lui = await porteeDe('sander.vandenbroeck@exemple.test')
  agent = await unAgent('SUPERVISEUR')
  const octets = new TextEncoder().encode('CANARI-OCTETS')
  await ecrire(SYSTEME, async (client) => {
    const { id } = await ranger(client, {
      octets,
      typeMime: 'application/pdf',
      conservation: 'PIECE',
      verdict: 'SAIN',
      deposeParId: lui.compteId,
    })
    fichierPiece = id
    await client.query(
      `INSERT INTO depots (compte_id, adhesion_id, fichier_id, objet, nom_origine) VALUES ($1, $2, $3, 'AUTRE', 'CANARI-PIECE.pdf')`,
      [lui.compteId, lui.adhesions[0], id],
    )
    const papier = await ranger(client, {
      octets,
      typeMime: 'application/pdf',
      conservation: 'DOCUMENT',
      verdict: 'NON_REQUIS',
      deposeParId: null,
    })
    fichierPapier = papier.id
    await client.query(
      'UPDATE documents SET fichier_id = $2 WHERE id = (SELECT id FROM documents WHERE personne_id = $1 AND fichier_id IS NULL LIMIT 1)',
      [lui.personneId, papier.id],
    )
  })
  await lignes(
    `INSERT INTO demandes (nature, etat, compte_id, adhesion_id, cle, objet, faits, equipe, cree_le)
      VALUES ('MESSAGE', 'BROUILLON', $1, $2, gen_random_uuid(), 'AUTRE', '{"saisie":{"texte":"CANARI-BROUILLON","sujet":null}}', 'ADHESIONS', '2026-03-01')`,
    [lui.compteId, lui.adhesions[0]],
  )
  await semer()
  await base.query(
    `INSERT INTO accords_lecture (adhesion_id, personne_id, du, retire_le) VALUES ($1, $2, '2024-01-01', '2024-02-01')`,
    [lui.adhesions[0], lui.personneId],
  )
  demandeId = (
    await envoyerDemande(lui, {
      nature: 'DROITS_RGPD',
      cle: randomUUID(),
      adhesionId: lui.adhesions[0] ?? null,
      personneId: null,
      faits: { sujet: 'EFFACEMENT', reference: null, referenceType: null, designation: null },
      texte: 'Effacez tout, signé CANARI-MESSAGE.',
    })
  ).id
  await prendre(agent, demandeId)
}, 900_000)
afterAll(() => base.end())

const versionDe = async (id: string): Promise<number> =>
  (await lignes<{ version: number }>('SELECT version FROM demandes WHERE id = $1', [id]))[0]?.version ?? -1

const porteeDe = async (email: string): Promise<PorteeAdherent> => {
  const { rows } = await base.query(
    `SELECT c.id AS "compteId", c.personne_id AS "personneId", ARRAY(SELECT a.id FROM adhesions a WHERE a.membre_participant_id = c.personne_id) AS adhesions,
        ARRAY(SELECT b.adhesion_id FROM beneficiaires b WHERE b.personne_id = c.personne_id AND b.lien <> 'MEMBRE_PARTICIPANT') AS "adhesionsLues"
      FROM comptes c WHERE c.email = $1`,
    [email],
  )
  return frapperAdherent({ type: 'ADHERENT', ...rows[0] })
}

describe('S-59, I09 : la copie des données', () => {
  test.each(['rachid.haddad', 'yasmine.haddad'])(
    'de %s, dans la démonstration : conforme au schéma, avec ses papiers lisibles',
    async (qui) => {
      const acteur = await porteeDe(`${qui}@exemple.test`)
      const archive = await exporterDonnees(acteur, await demanderExport(acteur))
      const morceaux: Uint8Array[] = []
      for await (const morceau of archive?.octets ?? []) morceaux.push(morceau)
      const zip = unzipSync(Buffer.concat(morceaux))
      const ajv = new Ajv2020({ strict: false, allErrors: true })
      formats.default(ajv)
      const valider = ajv.compile(schemaPublie())
      const copie = JSON.parse(new TextDecoder().decode(zip['donnees.json']))
      valider(copie)
      expect(valider.errors ?? []).toEqual([])
      const papiers = Object.entries(zip).filter(([nom]) => nom.startsWith('papiers/'))
      expect(papiers).toHaveLength(copie.donnees.documents.length)
      for (const [, octets] of papiers)
        expect(new TextDecoder('latin1').decode(octets.subarray(0, 5))).toBe('%PDF-')
      expect(copie.donnees.prestations.length).toBeGreaterThan(0)
      for (const p of copie.donnees.prestations) expect(p.personne_id).toBe(acteur.personneId)
    },
  )
})

describe('S-60, T07 : le droit à l’effacement', () => {
  test('chaque classe qui s’efface dit ce qu’elle écrit de chaque table qui lui est confiée', () => {
    const tout = Object.values(EFFACER).flat().join('\n')
    /** Erased with what they hang on, row by row, or holding only ids, days and codes once the person has no name. */
    const SANS_NOM = new Set([
      'choix_formules',
      'beneficiaires',
      'suspensions',
      'annulations_rib',
      'demandes',
      'passages_demande',
      'messages_demande',
      'pieces_demande',
      'pieces_attendues',
      'depots',
      'fichiers',
      'exercices_delegation',
    ])
    const oubliees = (Object.keys(TABLES) as NomTable[]).filter(
      (table) =>
        CONSERVATION[TABLES[table].classe].sort !== 'GARDER' &&
        !SANS_NOM.has(table) &&
        !new RegExp(`(UPDATE|DELETE FROM) ${table}\\b`).test(tout),
    )
    expect(oubliees).toEqual([])
  })

  test('un contrat en cours ne s’efface pas : la raison est dite, avec ce qui reste possible', async () => {
    const elle = await porteeDe('maelys.oeuvrard@exemple.test')
    const { id } = await envoyerDemande(elle, {
      nature: 'DROITS_RGPD',
      cle: randomUUID(),
      adhesionId: elle.adhesions[0] ?? null,
      personneId: null,
      faits: { sujet: 'EFFACEMENT', reference: null, referenceType: null, designation: null },
    })
    await prendre(agent, id)
    const apercu = await lireApercu(agent, id)
    expect(apercu.verdict).toBe('INCOMPLETE')
    const refus = await accepter(agent, id, {
      version: await versionDe(id),
      phrase: null,
      saisie: null,
    }).catch((e: unknown) => e)
    expect(refus).toBeInstanceOf(SaisieRefusee)
    expect(String((refus as SaisieRefusee).erreurs[0]?.message)).toMatch(
      /contrat couvre encore.*article 17.*corriger, s’opposer/,
    )
  })

  test('le personnel voit ce qui serait effacé, ce qui doit rester, jusqu’à quand et pourquoi', async () => {
    const apercu = await lireApercu(agent, demandeId)
    if (apercu.verdict !== 'ACCORDEE') throw new Error(JSON.stringify(apercu))
    const dit = new Map(apercu.lignes.map(({ libelle, apres }) => [libelle, apres]))
    expect(dit.get(CONSERVATION.COMPTE.quoi)).toBe('rendu anonyme dès l’acceptation')
    expect(dit.get(CONSERVATION.BROUILLONS.quoi)).toBe('effacé')
    // The contract ended on 30 June 2025: two years, then five.
    expect(dit.get(CONSERVATION.SOINS.quoi)).toMatch(/^gardé jusqu’au 30 juin 2027 \(code de la mutualité/)
    expect(dit.get(CONSERVATION.BANQUE.quoi)).toMatch(
      /^gardé jusqu’au 30 juin 2030 \(code monétaire et financier/,
    )
    expect(dit.get(CONSERVATION.CONTRAT.quoi)).toMatch(/^gardé jusqu’au 30 juin 2030/)
    const fiche = await loadFiche(agent, demandeId, {})
    expect(fiche?.fiche.gestes).toMatchObject({
      accepter: true,
      refuser: true,
      repondre: true,
      defaire: false,
    })
  })

  test('acceptée : il ne reste de canaris que dans les classes gardées, les comptes sont justes, le journal n’a que des références', async () => {
    expect(await fautes()).toEqual([])
    expect(await chercher(['CANARI-SOIN'])).toEqual(['prestations.libelle'])
    expect(
      await chercher([
        'CANARI-FACTEUR',
        'CANARI-LEVEE',
        'CANARI-INTERVENTION',
        'CANARI-MOYEN',
        'CANARI-SUJET',
        'CANARI-VERSION',
        'canari-invite',
        'CANARI-RAISON',
      ]),
    ).toEqual([
      'consentements.version',
      'delegations.designation',
      'delegations.invite_email',
      'entrees_en_attente.moyen',
      'facteurs.nom',
      'identites_externes.sujet',
      'interventions_compte.motif',
      'levees_facteurs.motif',
      'passages_delegation.raison',
    ])
    expect(await chercher(['CANARI_AIDE', 'CANARI-AVANCE'])).toEqual([
      'aides_accordees.aide',
      'aides_accordees.genre',
      'avances_sante.motifs',
    ])
    await accepter(agent, demandeId, { version: await versionDe(demandeId), phrase: null, saisie: null })
    const restes = await chercher(MOTS)
    const gardees = new Set(['SOINS', 'COTISATIONS', 'BANQUE', 'CONTRAT', 'PIECES', 'DEMANDES'])
    const deTrop = restes.filter((ou) => {
      // Why an avance was granted is care: it goes with it.
      if (ou === 'avances_sante.motifs') return false
      const table = ou.split('.')[0] as NomTable
      return !(table in TABLES) || !gardees.has(TABLES[table].classe)
    })
    expect(deTrop).toEqual([])
    expect(restes).not.toContain('comptes.email')
    // Forgetting is no consent: none was written, and those given are gone.
    expect(await lignes('SELECT 1 FROM consentements WHERE compte_id = $1', [lui.compteId])).toEqual([])
    // Nobody acts for them any more; the other side keeps that it was, without a name.
    expect(
      await lignes(
        `SELECT d.etat, d.designation, d.close_le IS NOT NULL AS close, (SELECT h.passage::text FROM passages_delegation h WHERE h.delegation_id = d.id ORDER BY h.rang DESC LIMIT 1) AS dernier
          FROM delegations d WHERE d.protege_id = $1`,
        [lui.personneId],
      ),
    ).toEqual([{ etat: 'FINIE', designation: {}, close: true, dernier: 'FINIR' }])
    expect(await lignes('SELECT 1 FROM codes_acces WHERE personne_id = $1', [lui.personneId])).toEqual([])
    expect(await fautes()).toEqual([])
    const [entree] = await lignes<{ donnees: object }>(
      `SELECT donnees FROM journal WHERE acte = 'DONNEES_EFFACEES' AND objet_id = $1`,
      [lui.personneId],
    )
    expect(entree?.donnees).toEqual({ cause: 'DEMANDE', classes: 'COMPTE' })
    // The last mail says what is gone and what stays; it leaves for the address that is forgotten.
    expect(await lignes(`SELECT modele, compte_id FROM courriels WHERE modele = 'DONNEES_EFFACEES'`)).toEqual(
      [{ modele: 'DONNEES_EFFACEES', compte_id: null }],
    )
  })
})

describe('S-58 : ce qui a passé son temps', () => {
  test('l’essai compte et n’écrit rien', async () => {
    ilEst('2031-07-02')
    const avant = await chercher(MOTS)
    const rapport = await purger({ essai: true })
    const compte = new Map(rapport.map(({ classe, effaces }) => [classe, effaces]))
    expect(compte.get('SOINS')).toBeGreaterThanOrEqual(1)
    expect(compte.get('CONTRAT')).toBeGreaterThanOrEqual(1)
    expect(await chercher(MOTS)).toEqual(avant)
    expect(await lignes(`SELECT 1 FROM journal WHERE acte = 'CONSERVATION_PURGEE'`)).toEqual([])
  })

  test('coupée au milieu d’une personne, la purge n’en laisse rien d’à moitié fait, et la suivante finit', async () => {
    await base.query(
      `CREATE FUNCTION couper() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'coupé'; END $$`,
    )
    await base.query(
      'CREATE TRIGGER coupure BEFORE UPDATE ON personnes FOR EACH ROW EXECUTE FUNCTION couper()',
    )
    try {
      await expect(purger({ essai: false })).rejects.toThrow('coupé')
    } finally {
      await base.query('DROP FUNCTION couper() CASCADE')
    }
    // Classes before are whole; of the contract nothing is done: neither the addresses nor the papers.
    expect(await chercher(['CANARI-SOIN', 'CANARI-DECOMPTE', 'CANARI-TITULAIRE'])).toEqual([])
    expect(await chercher(['CANARI-VOIE', 'CANARI-PAPIER', 'CANARI-NOM'])).toEqual(
      expect.arrayContaining(['adresses.voie', 'documents.donnees', 'personnes.nom']),
    )
    await base.query(`UPDATE fichiers SET cree_le = '2020-01-01' WHERE id = $1`, [fichierPiece])
    await purger({ essai: false })
    expect(await chercher(MOTS)).toEqual([])
  })

  test('après : aucun canari en base, fichiers illisibles, comptes justes, dossier qui s’ouvre, et rien de plus à effacer', async () => {
    expect(await chercher([...MOTS, 'Van den Broeck', 'vandenbroeck'])).toEqual([])
    expect(await lignes('SELECT 1 FROM immatriculations WHERE personne_id = $1', [lui.personneId])).toEqual(
      [],
    )
    expect(await lignes('SELECT 1 FROM accords_lecture WHERE personne_id = $1', [lui.personneId])).toEqual([])
    expect(
      await lignes('SELECT aide, genre FROM aides_accordees WHERE personne_id = $1', [lui.personneId]),
    ).toEqual([{ aide: 'EFFACEE', genre: null }])
    const ibans = await lignes(
      `SELECT 1 FROM ordres_bancaires WHERE adhesion_id = ANY ($1::uuid[]) AND length(iban_chiffre) > 0
        UNION ALL SELECT 1 FROM comptes_bancaires WHERE adhesion_id = ANY ($1::uuid[]) AND length(iban_chiffre) > 0`,
      [lui.adhesions],
    )
    expect(ibans).toEqual([])
    for (const id of [fichierPiece, fichierPapier]) {
      expect(await magasin().taille(id)).toBeNull()
      expect(await lignes('SELECT length(cle_scellee)::int AS n FROM fichiers WHERE id = $1', [id])).toEqual([
        { n: 0 },
      ])
    }
    expect(await fautes()).toEqual([])
    expect(await ouvrirDossier(agent, lui.personneId, dateCivile('2031-07-02'))).not.toBeNull()
    const encore = new Map((await purger({ essai: false })).map(({ classe, effaces }) => [classe, effaces]))
    for (const classe of [
      'COMPTE',
      'SOINS',
      'COTISATIONS',
      'BANQUE',
      'CONTRAT',
      'DEMANDES',
      'BROUILLONS',
      'RECLAMATIONS',
    ] as const)
      expect([classe, encore.get(classe)]).toEqual([classe, 0])
  })

  test('hors de l’effacement, les faits restent immuables', async () => {
    for (const sql of [
      `UPDATE lignes_decompte SET contenu = '{}'`,
      `UPDATE documents SET donnees = '{}'`,
      'DELETE FROM demandes',
      'DELETE FROM immatriculations',
      'DELETE FROM comptes',
      'DELETE FROM adresses',
    ])
      await expect(ecrire(SYSTEME, (client) => client.query(sql))).rejects.toThrow(
        /ne se modifient|seules ces colonnes/,
      )
    await expect(
      ecrire(SYSTEME, async (client) => {
        await client.query("SELECT set_config('app.effacement', 'on', true)")
        await client.query('DELETE FROM journal')
      }),
    ).rejects.toThrow(/permission denied|ne se modifient/)
  })
})
