import type { EtendueDelegation, PassageDelegation } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire, lire, parLecture } from '@/lib/server/db'
import { type PorteeAdherent, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { type DelegationVisee, peutDecider } from './access'

export interface DelegationLue extends DelegationVisee {
  readonly id: string
  readonly etendue: EtendueDelegation
  readonly du: DateCivile
  /** Its last day, whatever was agreed (delegation_terme). */
  readonly au: DateCivile | null
  readonly proposeeLe: Date
  readonly expireLe: Date | null
  readonly designation: unknown
  readonly depotId: string | null
}

export interface DelegationRacontee extends DelegationLue {
  /** Null before anybody is recognised, or has accepted. */
  readonly protege: string | null
  readonly delegue: string | null
  readonly auteur: string
  readonly passages: readonly {
    readonly passage: PassageDelegation
    /** Instant, ISO. */
    readonly moment: string
    readonly raison: string | null
  }[]
}

/** The last day of the delegation « d », a parent's before the child is sixteen. */
export const TERME = 'delegation_terme(d.motif, d.au, d.protege_id)'

const COLONNES = `d.id::text AS id, d.motif::text AS motif, d.etat::text AS etat, d.etendue::text AS etendue,
  d.protege_id::text AS "protegeId", d.delegue_id::text AS "delegueId", d.invite_email AS "inviteEmail", d.du::text AS du,
  ${TERME}::text AS au,   d.proposee_le AS "proposeeLe", d.expire_le AS "expireLe", d.designation, d.depot_id::text AS "depotId"`

const RACONTEES = `SELECT ${COLONNES}, a.role <> 'ADHERENT' AS "parGestion", p.prenom || ' ' || p.nom AS protege,
    g.nom_affiche AS delegue, a.nom_affiche AS auteur,
    (SELECT coalesce(json_agg(json_build_object('passage', h.passage, 'moment', h.moment, 'raison', h.raison) ORDER BY h.rang), '[]')
      FROM passages_delegation h WHERE h.delegation_id = d.id) AS passages
  FROM delegations d JOIN comptes a ON a.id = d.auteur_id LEFT JOIN personnes p ON p.id = d.protege_id
    LEFT JOIN comptes g ON g.id = d.delegue_id`

export interface ActeDelegue {
  /** Its place in the journal. */
  readonly rang: string
  readonly delegationId: string
  readonly moment: Date
  readonly acte: string
  readonly chemin: string | null
}

export interface MesDelegations {
  readonly delegations: readonly DelegationRacontee[]
  readonly actes: readonly ActeDelegue[]
  readonly email: string | null
}

/** What is shown of what was done, all delegations together: the rest stays in the journal. */
const ACTES_MAX = 200

/**
 * What this person gave and received, and what was done under it. Read as the system, for a side of a delegation may not read the other's
 * name otherwise: the condition is the side itself (access: coteDe).
 */
export const loadMesDelegations = (acteur: PorteeAdherent): Promise<MesDelegations> =>
  lire(SYSTEME, async (tx) => {
    const interroger = parLecture(tx)
    const [compte] = await interroger<{ email: string }>(
      'SELECT email FROM comptes WHERE id = $1::uuid AND email_confirme_le IS NOT NULL',
      [acteur.compteId],
    )
    const email = compte?.email ?? null
    const delegations = await interroger<DelegationRacontee>(
      `${RACONTEES} WHERE d.protege_id = $1::uuid OR d.delegue_id = $2::uuid
          OR (d.etat = 'PROPOSEE' AND d.delegue_id IS NULL AND d.invite_email = $3) ORDER BY d.proposee_le DESC, d.id`,
      [acteur.personneId, acteur.compteId, email],
    )
    const actes = await interroger<ActeDelegue>(
      `SELECT j.rang::text AS rang, j.donnees ->> 'delegation' AS "delegationId", j.moment, j.acte, j.donnees ->> 'chemin' AS chemin FROM journal j
        WHERE j.donnees ? 'delegation' AND j.donnees ->> 'delegation' = ANY ($1::text[]) ORDER BY j.rang DESC LIMIT ${ACTES_MAX}`,
      [delegations.filter(({ etat }) => etat !== 'PROPOSEE').map(({ id }) => id)],
    )
    return { delegations, actes, email }
  })

export interface PourQui {
  readonly id: string
  readonly nom: string
  readonly etendue: EtendueDelegation
}

/** For whom this person may act on that day. */
export const loadPourQui = (acteur: PorteeAdherent, jour: DateCivile): Promise<readonly PourQui[]> =>
  lire(SYSTEME, (tx) =>
    parLecture(tx)<PourQui>(
      `SELECT d.id::text AS id, p.prenom || ' ' || p.nom AS nom, d.etendue::text AS etendue
        FROM delegations d JOIN personnes p ON p.id = d.protege_id
        WHERE d.delegue_id = $1::uuid AND d.etat = 'ACTIVE' AND d.du <= $2::date
          AND coalesce(${TERME}, 'infinity') >= $2::date ORDER BY p.nom, p.prenom, d.id`,
      [acteur.compteId, jour],
    ),
  )

export async function lockDelegation(client: Ecriture, id: string): Promise<DelegationLue | null> {
  const { rows } = await client.query<DelegationLue>(
    `SELECT ${COLONNES}, (SELECT a.role <> 'ADHERENT' FROM comptes a WHERE a.id = d.auteur_id) AS "parGestion"
      FROM delegations d WHERE d.id = $1 FOR UPDATE`,
    [id],
  )
  return rows[0] ?? null
}

/** The confirmed address of an account. */
export async function loadEmail(client: Ecriture, compteId: string): Promise<string | null> {
  const { rows } = await client.query<{ email: string }>(
    'SELECT email FROM comptes WHERE id = $1 AND email_confirme_le IS NOT NULL',
    [compteId],
  )
  return rows[0]?.email ?? null
}

export interface Nommee {
  readonly numeroAdherent: string
  readonly prenom: string
  readonly nom: string
}

const NOMMEE = `ltrim(upper(a.numero_adherent), '0') = ltrim(upper($1), '0') AND trim(cle_de_nom(p.nom)) = trim(cle_de_nom($3))
  AND trim(cle_de_nom(p.prenom)) = trim(cle_de_nom($2))`

/** The account of somebody whom a contract covers, named by its number and their whole name. */
export async function loadCompteNomme(client: Ecriture, n: Nommee) {
  const { rows } = await client.query<{ id: string; email: string; personneId: string }>(
    `SELECT DISTINCT c.id, c.email, p.id AS "personneId" FROM adhesions a JOIN beneficiaires b ON b.adhesion_id = a.id
        JOIN personnes p ON p.id = b.personne_id JOIN comptes c ON c.personne_id = p.id
      WHERE ${NOMMEE} AND c.statut = 'ACTIF' AND c.email_confirme_le IS NOT NULL`,
    [n.numeroAdherent, n.prenom, n.nom],
  )
  return rows.length === 1 ? (rows[0] ?? null) : null
}

/** Whom a contract of that number covers under that name; null: nobody, or several. */
export async function loadPersonneNommee(client: Ecriture, n: Nommee): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT p.id FROM adhesions a JOIN beneficiaires b ON b.adhesion_id = a.id JOIN personnes p ON p.id = b.personne_id
      WHERE ${NOMMEE}`,
    [n.numeroAdherent, n.prenom, n.nom],
  )
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}

export interface ADecider extends DelegationRacontee {
  /** Those whom a contract of the number that was typed covers. */
  readonly possibles: readonly {
    readonly id: string
    readonly prenom: string
    readonly nom: string
    readonly dateNaissance: string
  }[]
}

/** What waits for a decision of the staff, the oldest first. */
export async function loadADecider(acteur: PorteeGestion): Promise<readonly ADecider[]> {
  if (!peutDecider(acteur)) return []
  return lire(acteur, (tx) =>
    parLecture(tx)<ADecider>(
      `SELECT r.*, (SELECT coalesce(json_agg(json_build_object('id', p.id, 'prenom', p.prenom, 'nom', p.nom, 'dateNaissance', p.date_naissance)
            ORDER BY p.date_naissance, p.id), '[]') FROM personnes p WHERE p.id IN (SELECT b.personne_id FROM beneficiaires b
            JOIN adhesions a ON a.id = b.adhesion_id WHERE ltrim(upper(a.numero_adherent), '0') = ltrim(upper(r.designation ->> 'numeroAdherent'), '0'))) AS possibles
        FROM (${RACONTEES} WHERE d.etat = 'PROPOSEE' AND d.motif IN ('TUTELLE', 'CURATELLE', 'PARENT') AND a.role = 'ADHERENT'
          ORDER BY d.proposee_le, d.id LIMIT 100) r ORDER BY r."proposeeLe", r.id`,
      [],
    ),
  )
}

/** What is in force or was decided lately, for the staff. */
export async function loadDecidees(acteur: PorteeGestion): Promise<readonly DelegationRacontee[]> {
  if (!peutDecider(acteur)) return []
  return lire(acteur, (tx) =>
    parLecture(tx)<DelegationRacontee>(
      `${RACONTEES} WHERE d.motif IN ('TUTELLE', 'CURATELLE', 'PARENT') AND (d.etat <> 'PROPOSEE' OR a.role <> 'ADHERENT')
        ORDER BY d.proposee_le DESC, d.id LIMIT 100`,
      [],
    ),
  )
}

export async function loadNaissance(client: Ecriture, personneId: string): Promise<string | null> {
  const { rows } = await client.query<{ naissance: string }>(
    'SELECT date_naissance AS naissance FROM personnes WHERE id = $1',
    [personneId],
  )
  return rows[0]?.naissance ?? null
}

/** A link to open an account, while its proposal waits. */
export const loadInvitation = (
  empreinteJeton: Buffer,
  instant: Date,
): Promise<{ readonly email: string } | null> =>
  ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ email: string }>(
      `SELECT invite_email AS email FROM delegations WHERE jeton = $1 AND etat = 'PROPOSEE' AND expire_le > $2`,
      [empreinteJeton, instant],
    )
    return rows[0] ?? null
  })
