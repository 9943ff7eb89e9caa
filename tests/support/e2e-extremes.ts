import type pg from 'pg'
import { ouvrirBaseE2e } from './e2e-base'

/**
 * People whom no demonstration shows: who has nothing, who has a thousand of everything, whose contract the product cannot read, and those
 * whose employer took out the contract. They exist in the base of the tests only, and log in with everybody's password. Their names are
 * words of no page: the matrix looks for them where they may not be read.
 */
const PERSONNES = {
  rien: { prenom: 'Zéphyrin', nom: 'SANSRIEN', contrat: null },
  mille: {
    prenom: 'Millicent',
    nom: 'TOUTBEAUCOUP',
    contrat: { reglement: 'mutami', formule: 'tribu-equilibre' },
  },
  panne: { prenom: 'Pancrace', nom: 'ENPANNE', contrat: { reglement: 'reglement-disparu', formule: 'x' } },
  agent: {
    prenom: 'Agathe',
    nom: 'DUTERRITOIRE',
    contrat: { reglement: 'mutame-plus', formule: 'atout-sante-plus' },
  },
  salarie: {
    prenom: 'Salomé',
    nom: 'DUCOLLECTIF',
    contrat: { reglement: 'ociane-collectif', formule: 'option-1' },
  },
} as const

export type Extreme = keyof typeof PERSONNES
export const estExtreme = (qui: string): qui is Extreme => Object.hasOwn(PERSONNES, qui)
export const courrielDe = (qui: Extreme): string => `${qui}@extremes.test`

const MODELE = 'maelys.oeuvrard@exemple.test'
const NOMBRE = 1000

async function installerCompte(client: pg.PoolClient, qui: Extreme): Promise<string | null> {
  const { prenom, nom } = PERSONNES[qui]
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO personnes (nom, prenom, date_naissance, rang_naissance)
      SELECT $1, $2, '1980-05-04', 1 WHERE NOT EXISTS (SELECT FROM comptes WHERE email = $3) RETURNING id`,
    [nom, prenom, courrielDe(qui)],
  )
  const personne = rows[0]?.id
  if (personne === undefined) return null
  await client.query(
    `INSERT INTO comptes SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'personne_id', $2::uuid,
      'email', $3::text, 'nom_affiche', $4::text))).* FROM comptes c WHERE email = $1`,
    [MODELE, personne, courrielDe(qui), `${prenom} ${nom}`],
  )
  return personne
}

async function installerContrat(client: pg.PoolClient, qui: Extreme, personne: string): Promise<void> {
  const { contrat } = PERSONNES[qui]
  if (contrat === null) return
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO adhesions (numero_adherent, reglement, membre_participant_id, date_effet)
      VALUES ($1, $2, $3, '2021-01-01') RETURNING id`,
    [`EX${qui.toUpperCase()}`, contrat.reglement, personne],
  )
  const adhesion = rows[0]?.id
  await client.query(`INSERT INTO choix_formules (adhesion_id, formule, du) VALUES ($1, $2, '2021-01-01')`, [
    adhesion,
    contrat.formule,
  ])
  await client.query(
    `INSERT INTO beneficiaires (adhesion_id, personne_id, lien, du) VALUES ($1, $2, 'MEMBRE_PARTICIPANT', '2021-01-01')`,
    [adhesion, personne],
  )
  if (qui === 'mille') await installerMille(client, personne, adhesion ?? '')
}

/** A thousand cares of last year, each a copy of a paid one of the model; a thousand uses of a forfait; a thousand papers. */
async function installerMille(client: pg.PoolClient, personne: string, adhesion: string): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE modele ON COMMIT DROP AS SELECT p.id, p.ligne_id FROM prestations p JOIN comptes c ON c.personne_id = p.personne_id
      WHERE c.email = $1 AND p.annule_id IS NULL AND p.part_mutuelle > 0 AND p.etat = 'PAYEE'
        AND NOT EXISTS (SELECT FROM prestations x WHERE x.annule_id = p.id) ORDER BY p.id LIMIT 1`,
    [MODELE],
  )
  await client.query(`CREATE TEMP TABLE copies ON COMMIT DROP AS SELECT n, gen_random_uuid() AS ligne, gen_random_uuid() AS prestation,
    ('2025-01-01'::date + (n % 360)) AS jour FROM generate_series(1, ${NOMBRE}) n`)
  await client.query(
    `INSERT INTO lignes_decompte SELECT (jsonb_populate_record(l, jsonb_build_object('id', k.ligne, 'personne_id', $1::uuid,
      'rang', 100000 + k.n, 'id_decompte', 'EXTREME', 'numero_ligne', k.n, 'soins_debut', k.jour))).*
      FROM modele m JOIN lignes_decompte l ON l.id = m.ligne_id CROSS JOIN copies k`,
    [personne],
  )
  await client.query(
    `INSERT INTO prestations SELECT (jsonb_populate_record(p, jsonb_build_object('id', k.prestation, 'ligne_id', k.ligne,
      'personne_id', $1::uuid, 'adhesion_id', $2::uuid, 'date_soins', k.jour))).*
      FROM modele m JOIN prestations p ON p.id = m.id CROSS JOIN copies k`,
    [personne, adhesion],
  )
  await client.query(
    `INSERT INTO consommations (prestation_id, rang, adhesion_id, personne_id, ligne, jour, montant)
      SELECT prestation, 1, $2, $1, 'optique.lentilles.forfait', '2026-01-02', 5 FROM copies`,
    [personne, adhesion],
  )
  await client.query(
    `INSERT INTO documents SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'personne_id', $1::uuid,
      'adhesion_id', $2::uuid, 'empreinte_donnees', '\\x' || encode(sha256(k.ligne::text::bytea), 'hex'),
      'jeton_verification', replace(k.ligne::text, '-', ''), 'fichier_id', NULL, 'lot_id', NULL,
      'du', '2000-01-01'::date + k.n, 'au', '2000-01-01'::date + k.n,
      'numero', 'R-2025-9' || lpad(k.n::text, 5, '0')))).*
      FROM documents d CROSS JOIN copies k WHERE d.id = (SELECT d.id FROM documents d JOIN comptes c ON c.personne_id = d.personne_id
        WHERE c.email = $3 AND d.nature = 'RELEVE_PRESTATIONS' LIMIT 1)`,
    [personne, adhesion, MODELE],
  )
}

/** Once for all: who comes second finds them there. */
export async function installerExtreme(qui: Extreme): Promise<void> {
  const base = await ouvrirBaseE2e()
  const client = await base.connect()
  try {
    await client.query('BEGIN')
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('extremes', 0))`)
    const personne = await installerCompte(client, qui)
    if (personne !== null) await installerContrat(client, qui, personne)
    await client.query('COMMIT')
  } finally {
    client.release()
    await base.end()
  }
}
