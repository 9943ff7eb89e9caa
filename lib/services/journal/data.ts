import { lire } from '@/lib/server/db'
import type { PorteeGestion } from '@/lib/server/portee'
import { peutLireJournal } from './access'
import type { FiltresJournal } from './schema'
import { type LigneJournal, type LigneLue, type TrouveeAuJournal, voirLigne } from './view'

export const LIGNES_PAR_PAGE = 50

export interface PageJournal {
  readonly lignes: readonly LigneJournal[]
  /** Rank of the last line, when there are more. */
  readonly suite: number | null
  /** Whom it was asked about. */
  readonly personne: string | null
  readonly compte: string | null
}

/** Everything that is somebody's, by its kind and id, as lines name it. */
export const objetsDe = (personne: string): string => `(
  SELECT 'personne' AS type, ${personne}::text AS id
  UNION SELECT 'compte', c.id::text FROM comptes c WHERE c.personne_id = ${personne}::uuid
  UNION SELECT 'adhesion', b.adhesion_id::text FROM beneficiaires b WHERE b.personne_id = ${personne}::uuid
  UNION SELECT 'demande', d.id::text FROM demandes d WHERE d.personne_id = ${personne}::uuid
    OR d.compte_id = (SELECT c.id FROM comptes c WHERE c.personne_id = ${personne}::uuid)
  UNION SELECT 'document', d.id::text FROM documents d WHERE d.personne_id = ${personne}::uuid
  UNION SELECT 'prise_en_charge', e.id::text FROM prises_en_charge e WHERE e.personne_id = ${personne}::uuid
  UNION SELECT 'depot', d.id::text FROM depots d WHERE d.compte_id = (SELECT c.id FROM comptes c WHERE c.personne_id = ${personne}::uuid))`

const COLONNES = `j.rang, j.moment, j.acte, j.role, j.objet_type AS "objetType", j.objet_id AS "objetId", j.resultat, j.requete,
  j.compte_id AS "compteId", (SELECT c.nom_affiche FROM comptes c WHERE c.id = j.compte_id) AS qui`

/** The beginning of a day in Paris, or of the one after. */
const minuit = (jour: string, plus: 0 | 1): string =>
  `((${jour}::text::date + ${plus})::timestamp AT TIME ZONE 'Europe/Paris')`

/**
 * The statement of a page. A period becomes two ranks, each found by its index, since lines come in the order of time: no search reads the
 * journal whole.
 */
export function requeteJournal(f: FiltresJournal): {
  readonly sql: string
  readonly valeurs: readonly unknown[]
} {
  const valeurs: unknown[] = []
  const noter = (valeur: unknown): string => `$${valeurs.push(valeur)}`
  const conditions = ['true']
  if (f.avant !== null) conditions.push(`j.rang < ${noter(f.avant)}::bigint`)
  if (f.du !== null)
    conditions.push(
      `j.rang >= (SELECT p.rang FROM journal p WHERE p.moment >= ${minuit(noter(f.du), 0)} ORDER BY p.moment, p.rang LIMIT 1)`,
    )
  if (f.au !== null)
    conditions.push(
      `j.rang <= (SELECT p.rang FROM journal p WHERE p.moment < ${minuit(noter(f.au), 1)} ORDER BY p.moment DESC, p.rang DESC LIMIT 1)`,
    )
  if (f.acte !== null) conditions.push(`j.acte = ${noter(f.acte)}`)
  if (f.compte !== null) conditions.push(`j.compte_id = ${noter(f.compte)}::uuid`)
  const fin = `ORDER BY j.rang DESC LIMIT ${LIGNES_PAR_PAGE + 1}`
  if (f.personne === null)
    return { sql: `SELECT ${COLONNES} FROM journal j WHERE ${conditions.join(' AND ')} ${fin}`, valeurs }
  // Of each object its last lines, by the index, then the last of all.
  const sien = `SELECT j.* FROM journal j WHERE j.objet_type = o.type AND j.objet_id = o.id AND ${conditions.join(' AND ')} ${fin}`
  const objets = objetsDe(noter(f.personne))
  return {
    sql: `SELECT ${COLONNES} FROM ${objets} o CROSS JOIN LATERAL (${sien}) j ${fin}`,
    valeurs,
  }
}

/** Null: not for this member of the staff. */
export async function loadJournal(acteur: PorteeGestion, f: FiltresJournal): Promise<PageJournal | null> {
  if (!peutLireJournal(acteur)) return null
  const { sql, valeurs } = requeteJournal(f)
  return lire(acteur, async (tx) => {
    const lues = await tx.$queryRawUnsafe<(Omit<LigneLue, 'rang'> & { readonly rang: bigint })[]>(
      sql,
      ...valeurs,
    )
    const noms = await tx.$queryRaw<{ personne: string | null; compte: string | null }[]>`
      SELECT (SELECT prenom || ' ' || nom FROM personnes WHERE id = ${f.personne}::uuid) AS personne,
        (SELECT nom_affiche FROM comptes WHERE id = ${f.compte}::uuid) AS compte`
    const page = lues.slice(0, LIGNES_PAR_PAGE).map((l) => voirLigne({ ...l, rang: Number(l.rang) }))
    return {
      lignes: page,
      suite: lues.length > LIGNES_PAR_PAGE ? (page.at(-1)?.rang ?? null) : null,
      personne: noms[0]?.personne ?? null,
      compte: noms[0]?.compte ?? null,
    }
  })
}

const TROUVEES_MAX = 25

/** Whom a word designates: an e-mail its accounts, a number the people it covers, anything else members of the staff by their name. */
export async function chercherAuJournal(
  acteur: PorteeGestion,
  q: string,
): Promise<readonly TrouveeAuJournal[]> {
  if (!peutLireJournal(acteur)) return []
  const [sql, valeur] = q.includes('@')
    ? [PAR_EMAIL, q.toLowerCase()]
    : /\d/.test(q)
      ? [PAR_NUMERO, q.toUpperCase().replace(/^0+/, '')]
      : [PAR_NOM, `${q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`]
  return lire(acteur, (tx) =>
    tx.$queryRawUnsafe<TrouveeAuJournal[]>(`${sql} ORDER BY nom, id LIMIT ${TROUVEES_MAX}`, valeur),
  )
}

const COMPTE = `SELECT 'compte' AS genre, c.id, c.nom_affiche AS nom, lower(replace(c.role::text, '_', '-')) AS precision FROM comptes c`
const PAR_EMAIL = `${COMPTE} WHERE c.email = $1`
const PAR_NOM = `${COMPTE} WHERE c.role <> 'ADHERENT' AND (lower(c.nom_affiche) LIKE $1 OR lower(c.nom_affiche) LIKE '% ' || $1)`
const PAR_NUMERO = `SELECT DISTINCT 'personne' AS genre, p.id, p.prenom || ' ' || p.nom AS nom, 'contrat ' || a.numero_adherent AS precision
  FROM adhesions a JOIN beneficiaires b ON b.adhesion_id = a.id JOIN personnes p ON p.id = b.personne_id
  WHERE ltrim(upper(a.numero_adherent), '0') = $1`
