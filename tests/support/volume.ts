import type pg from 'pg'

/** More rows than this and a page must not read the table whole. */
export const GRANDE = 10_000

/** Tables that stay small however many members there are, and why. Every other one is made larger than GRANDE. */
export const PETITES: ReadonlyMap<string, string> = new Map([
  ['_prisma_migrations', 'one row a migration'],
  ['journal_tete', 'one row'],
  ['livre_tete', 'one row'],
  ['numerotations', 'one row a kind of paper and year'],
  ['tarifs', 'one row a formule and year'],
  ['lots_bancaires', 'a few files a month'],
  ['lots_releves', 'one row a period'],
  ['flux_recus', 'a few files a day'],
  ['freins', 'erased when they expire'],
  ['jetons', 'erased when they expire'],
  ['demarches_externes', 'erased when they expire'],
  ['delais_constates', 'one row a nature of demande'],
  ['alertes_retard', 'one row a working day'],
])

/** Rows of the tables that the demonstration leaves empty, made of those it fills. */
const SEMENCES = [
  `INSERT INTO suspensions (adhesion_id, du, au) SELECT id, '2025-05-01', '2025-05-20' FROM adhesions`,
  `INSERT INTO fichiers (type_mime, taille, empreinte, cle_scellee, conservation, verdict, depose_par_id)
    SELECT 'application/pdf', 1000, sha256(id::text::bytea), 'x', 'PIECE', 'NON_REQUIS', id FROM comptes WHERE personne_id IS NOT NULL`,
  `INSERT INTO depots (compte_id, adhesion_id, personne_id, fichier_id, objet, nom_origine)
    SELECT DISTINCT ON (f.id) c.id, b.adhesion_id, b.personne_id, f.id, 'JUSTIFICATIF', 'certificat.pdf'
    FROM fichiers f JOIN comptes c ON c.id = f.depose_par_id JOIN beneficiaires b USING (personne_id)`,
  `INSERT INTO changements_rib (adhesion_id, version, compte_bancaire_id, titulaire, iban_fin, effet_le, depot_id)
    SELECT DISTINCT ON (adhesion_id) adhesion_id, 1, id, titulaire, iban_fin, du, gen_random_uuid() FROM comptes_bancaires`,
  `INSERT INTO changements_courriel (compte_id, ancien, nouveau, confirme_le)
    SELECT id, 'avant.' || email, email, now() FROM comptes WHERE role = 'ADHERENT'`,
  `INSERT INTO refus_paiement_direct (adhesion_id, personne_id, du) SELECT adhesion_id, personne_id, du FROM beneficiaires WHERE lien = 'ENFANT'`,
  `INSERT INTO identites_externes (compte_id, fournisseur, emetteur, sujet, liee_le)
    SELECT id, 'essai', 'https://identite.exemple', id::text, now() FROM comptes WHERE role = 'ADHERENT'`,
  `INSERT INTO sessions (compte_id, empreinte, appareil, expire_le)
    SELECT id, sha256(id::text::bytea), 'Firefox sur Linux', now() + interval '1 hour' FROM comptes`,
  `INSERT INTO retenues_impaye (impaye_id, motif, par_id) SELECT i.id, 'Erreur de notre part', c.id
    FROM impayes i, (SELECT id FROM comptes WHERE role = 'SUPERVISEUR' LIMIT 1) c`,
  `INSERT INTO reglements_indus (indu_id, montant, recu_le, saisi_par_id) SELECT i.id, 100, i.constate_le, c.id
    FROM indus i, (SELECT id FROM comptes WHERE role = 'COMPTABLE' LIMIT 1) c`,
  `INSERT INTO remises_indus (indu_id, montant, decidee_le, raison, decidee_par_id) SELECT i.id, 1, i.constate_le, 'SITUATION', c.id
    FROM indus i, (SELECT id FROM comptes WHERE role = 'COMPTABLE' LIMIT 1) c`,
  `INSERT INTO aides_accordees (demande_id, adhesion_id, personne_id, aide, jour, annee, quantite, montant, prestation_id, accordee_le)
    SELECT d.id, p.adhesion_id, p.personne_id, 'UNION', p.date_soins, 2025, 1, 100, p.id, p.date_soins FROM (SELECT DISTINCT ON (adhesion_id) *
      FROM prestations WHERE adhesion_id IS NOT NULL) p, (SELECT id FROM demandes LIMIT 1) d`,
  `INSERT INTO avances_sante (demande_id, adhesion_id, personne_id, etat, montant, mois, decidee_le, versee_le, motifs)
    SELECT d.id, a.id, a.membre_participant_id, 'VERSEE', 1000, 10, '2025-01-01', '2025-01-05',
      '[{"code": "AVANCE_SOLDEE_AU_DEPART", "article": "mutame-smb/art-20", "donnees": {}}]' FROM adhesions a, (SELECT id FROM demandes LIMIT 1) d`,
  `INSERT INTO ordres_avances (ordre_id, avance_id, vivant) SELECT o.id, v.id, false FROM avances_sante v, (SELECT id FROM ordres_bancaires LIMIT 1) o`,
  `INSERT INTO reglements_avances (avance_id, montant, recu_le, saisi_par_id) SELECT v.id, 100, '2025-02-05', c.id
    FROM avances_sante v, (SELECT id FROM comptes WHERE role = 'COMPTABLE' LIMIT 1) c`,
  `INSERT INTO annulations_rib (changement_id) SELECT id FROM changements_rib`,
  `INSERT INTO regards (session_id, personne_id, motif, debute_le, expire_le, fini_le)
    SELECT s.id, p.id, 'Aide', now(), now() + interval '15 minutes', now() FROM sessions s, (SELECT id FROM personnes LIMIT 1) p`,
  `INSERT INTO exercices_delegation (delegation_id, session_id, debute_le, fini_le)
    SELECT d.id, s.id, now(), now() FROM delegations d, sessions s`,
  `INSERT INTO pieces_demande (demande_id, depot_id, cree_le)
    SELECT d.id, o.id, now() FROM demandes d JOIN (SELECT DISTINCT ON (compte_id) compte_id, id FROM depots) o USING (compte_id)
    ON CONFLICT DO NOTHING`,
  `INSERT INTO preferences_courriel (compte_id, nature, rang, voulu) SELECT id, 'RELEVE', 1, false FROM comptes`,
  `INSERT INTO annonces_lots (lot_id, compte_id) SELECT l.id, c.id FROM comptes c, (SELECT id FROM lots_bancaires LIMIT 1) l`,
  `INSERT INTO preferences_envoi (personne_id, nature, rang, support)
    SELECT personne_id, 'RELEVES', 1, 'PAPIER' FROM comptes WHERE personne_id IS NOT NULL`,
  `INSERT INTO exports_donnees (compte_id, personne_id, demande_le, expire_le, telecharge_le)
    SELECT id, personne_id, now(), now() + interval '15 minutes', now() FROM comptes WHERE personne_id IS NOT NULL`,
  `INSERT INTO facteurs (compte_id, nature, nom, cree_le, confirme_le)
    SELECT id, 'CODES', 'Ma liste de codes', now(), now() FROM comptes WHERE role = 'ADHERENT'`,
  `INSERT INTO codes_secours (facteur_id, empreinte)
    SELECT f.id, sha256(convert_to(f.id || ':' || n, 'UTF8')) FROM facteurs f, generate_series(1, 10) n WHERE f.nature = 'CODES'`,
  `INSERT INTO levees_facteurs (compte_id, demandee_par, demandee_le, verifie, motif, effet_le, annulee_le)
    SELECT c.id, a.id, now(), '{CARTE}', 'Téléphone perdu', now() + interval '24 hours', now()
    FROM comptes c, (SELECT id FROM comptes WHERE role = 'ADMINISTRATEUR' LIMIT 1) a WHERE c.role = 'ADHERENT'`,
  `INSERT INTO entrees_en_attente (compte_id, empreinte, moyen, cree_le, expire_le)
    SELECT id, sha256(id::text::bytea), 'MOT_DE_PASSE', now(), now() + interval '10 minutes' FROM comptes`,
  `INSERT INTO defis (empreinte, usage, expire_le) SELECT sha256(id::text::bytea), 'CONNEXION', now() + interval '5 minutes' FROM comptes`,
  `INSERT INTO effacements (personne_id, classe, cause, efface_le) SELECT id, 'SOINS', 'ECHEANCE', now() FROM personnes`,
]

interface Colonne {
  readonly table: string
  readonly nom: string
  readonly type: string
  /** Filled by the base. */
  readonly seule: boolean
  /** In a unique index that has no uuid: a copy needs a value of its own. */
  readonly distincte: boolean
}

const COLONNES = `
  SELECT c.relname AS table, a.attname AS nom, format_type(a.atttypid, NULL) AS type,
    a.attidentity <> '' OR a.attgenerated <> '' OR coalesce(pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%', false) AS seule,
    EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND (i.indisunique OR i.indisexclusion) AND a.attnum = ANY (i.indkey)
      AND NOT EXISTS (SELECT FROM pg_attribute u WHERE u.attrelid = c.oid AND u.attnum = ANY (i.indkey) AND u.atttypid = 'uuid'::regtype))
      AS distincte
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname, a.attnum`

/** A copy's number or token has not the form that the product gives its own. */
const OUBLIER_LES_FORMATS = `DO $$ DECLARE c record; BEGIN
  FOR c IN SELECT conrelid::regclass AS nom, conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.nom, c.conname);
  END LOOP; END $$`

/** The i-th copy of a row: every identifier becomes another one, the same wherever it is written, so that copies refer to copies. */
function copie({ table, nom, type, distincte }: Colonne): string {
  const x = `t."${nom}"`
  if (type === 'uuid') return `md5(${x}::text || i)::uuid`
  if (!distincte) return x
  if (type === 'bytea') return `sha256(${x} || convert_to(i::text, 'UTF8'))`
  if (type === 'bigint') return `${x} + i * (SELECT max("${nom}") FROM "${table}")`
  return type.startsWith('character') || type === 'text' ? `${x} || '~' || i` : x
}

/**
 * Copies what the base holds until every table that grows with the members has more than GRANDE rows. Triggers, foreign keys
 * and formats rest: a copy is what they already let in.
 */
export async function grossir(proprietaire: pg.Pool): Promise<void> {
  const client = await proprietaire.connect()
  try {
    const { rows } = await client.query<Colonne>(COLONNES)
    const tables = new Set(rows.map(({ table }) => table))
    await client.query(OUBLIER_LES_FORMATS)
    await client.query("SET session_replication_role = 'replica'")
    for (const semence of SEMENCES) await client.query(semence)
    for (const table of tables) {
      if (PETITES.has(table)) continue
      const { rows: comptees } = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM "${table}"`,
      )
      const n = comptees[0]?.n ?? 0
      if (n === 0 || n > GRANDE) continue
      const ecrites = rows.filter((c) => c.table === table && !c.seule)
      await client.query(
        `INSERT INTO "${table}" (${ecrites.map(({ nom }) => `"${nom}"`).join(', ')})
          SELECT ${ecrites.map(copie).join(', ')} FROM "${table}" t, generate_series(1, ${Math.ceil((1.2 * GRANDE) / n)}) i
          ON CONFLICT DO NOTHING`,
      )
    }
    // The head is the last line, copies included: the next one follows it.
    await client.query('UPDATE journal_tete SET rang = (SELECT max(rang) FROM journal)')
    await client.query('RESET session_replication_role')
    await client.query('VACUUM ANALYZE')
  } finally {
    client.release()
  }
}
