import type { EtendueDelegation, RoleCompte } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { empreinte, secretAleatoire } from './chiffrement'
import { aujourdhui } from './clock'
import { type Ecriture, ecrire } from './db'
import { type Acteur, frapperAdherent, frapperGestion, type PorteeAdherent, SYSTEME } from './portee'

/** Sessions are rows. The cookie only names one; whoever ends the row ends the session at the next request. */
const MINUTE = 60_000
const HEURE = 60 * MINUTE
export const DUREE_ABSOLUE = 12 * HEURE
const INACTIVITE_ADHERENT = 30 * MINUTE
const INACTIVITE_GESTION = 15 * MINUTE
/** `vue_le` is not rewritten more often. */
const PAS_DE_VUE = MINUTE

export const inactiviteMax = (role: RoleCompte): number =>
  role === 'ADHERENT' ? INACTIVITE_ADHERENT : INACTIVITE_GESTION

export interface SessionCourante {
  readonly sessionId: string
  /** When it ends if nothing more is asked. */
  readonly finLe: Date
  readonly nomAffiche: string
  readonly acteur: Acteur
  /** Whose space this member of the staff looks at; null: nobody's. */
  readonly regard: Regard | null
  /** The last time the person proved, in this session, that it is still them; null: not since it was opened. */
  readonly reconfirmation: { readonly le: Date; readonly facteur: boolean } | null
  /** For whom this member acts; null: for themselves. */
  readonly pourAutrui: PourAutrui | null
  /** Somebody trusts them with their space. */
  readonly delegue: boolean
}

/** For whom one acts. */
export interface PourAutrui {
  readonly nom: string
  readonly etendue: EtendueDelegation
  /** Null: the delegation is over, and nothing of the person is seen any more. */
  readonly portee: PorteeAdherent | null
}

/** Read-only: what the person sees, nothing they could do. */
export interface Regard {
  readonly id: string
  readonly nom: string
  readonly jusqua: Date
  readonly portee: PorteeAdherent
}

interface Ligne {
  readonly id: string
  readonly compteId: string
  readonly role: RoleCompte
  readonly statut: string
  readonly nomAffiche: string
  readonly personneId: string | null
  readonly vueLe: Date
  readonly expireLe: Date
  readonly revoqueeLe: Date | null
  readonly reconfirmeeLe: Date | null
  readonly reconfirmeeFacteur: boolean
  /** Found by its present secret, and not by the one before. */
  readonly actuelle: boolean
  /** The secret before the present one still opens it. */
  readonly doublee: boolean
  readonly adhesions: string[]
  readonly adhesionsLues: string[]
  readonly regard: {
    readonly id: string
    readonly nom: string
    readonly jusqua: string
    readonly personneId: string
    readonly compteId: string | null
    readonly adhesions: readonly string[]
    readonly adhesionsLues: readonly string[]
  } | null
  readonly delegue: boolean
  readonly pourAutrui: {
    readonly id: string
    readonly nom: string
    readonly etendue: EtendueDelegation
    readonly active: boolean
    readonly personneId: string
    readonly compteId: string | null
    readonly adhesions: readonly string[]
    readonly adhesionsLues: readonly string[]
  } | null
}

/** Opens a session in the caller's transaction and returns its secret, which is nowhere else. */
export async function ouvrirSession(
  client: Ecriture,
  compteId: string,
  appareil: string,
  instant: Date,
): Promise<string> {
  const secret = secretAleatoire()
  await client.query(
    'INSERT INTO sessions (compte_id, empreinte, appareil, cree_le, vue_le, expire_le) VALUES ($1, $2, $3, $4, $4, $5)',
    [
      compteId,
      empreinte(secret),
      appareil.slice(0, 80),
      instant,
      new Date(instant.getTime() + DUREE_ABSOLUE),
    ],
  )
  return secret
}

const ADHESIONS_DE = (personne: string): string =>
  `ARRAY(SELECT a.id::text FROM adhesions a WHERE a.membre_participant_id = ${personne} ORDER BY 1) AS adhesions,
    ARRAY(SELECT DISTINCT b.adhesion_id::text FROM beneficiaires b
      WHERE b.personne_id = ${personne} AND b.lien <> 'MEMBRE_PARTICIPANT' ORDER BY 1) AS "adhesionsLues"`

/** Whose space the session « s » looks at, at `$2`. */
const REGARD = `(SELECT row_to_json(g) FROM (
      SELECT r.id, p.prenom || ' ' || p.nom AS nom, r.expire_le AS jusqua, r.personne_id AS "personneId", k.id AS "compteId",
        ${ADHESIONS_DE('p.id')}
      FROM regards r JOIN personnes p ON p.id = r.personne_id LEFT JOIN comptes k ON k.personne_id = p.id
      WHERE r.session_id = s.id AND r.fini_le IS NULL AND r.expire_le > $2) g)`

/** The delegation « d » gives rights on the business day `$3`; a parent's, until the child is sixteen. */
const EN_VIGUEUR = `d.etat = 'ACTIVE' AND d.du <= $3::date
  AND coalesce(delegation_terme(d.motif, d.au, d.protege_id), 'infinity') >= $3::date`

/** For whom the session « s » of the account « c » acts. */
const POUR_AUTRUI = `(SELECT row_to_json(g) FROM (
      SELECT d.id, p.prenom || ' ' || p.nom AS nom, d.etendue, (${EN_VIGUEUR} AND d.delegue_id = c.id) AS active,
        p.id AS "personneId", k.id AS "compteId", ${ADHESIONS_DE('p.id')}
      FROM exercices_delegation e JOIN delegations d ON d.id = e.delegation_id JOIN personnes p ON p.id = d.protege_id
        LEFT JOIN comptes k ON k.personne_id = p.id
      WHERE e.session_id = s.id AND e.fini_le IS NULL) g)`

/** The account of whom the session « s » acts for. */
const ESPACE_D_AUTRUI = `(SELECT k.id FROM exercices_delegation e JOIN delegations d ON d.id = e.delegation_id
      JOIN comptes k ON k.personne_id = d.protege_id WHERE e.session_id = s.id AND e.fini_le IS NULL AND ${EN_VIGUEUR}
        AND d.delegue_id = s.compte_id)`

const CHERCHER = `
  SELECT s.id, s.compte_id AS "compteId", c.role, c.statut, c.nom_affiche AS "nomAffiche", c.personne_id AS "personneId",
    s.vue_le AS "vueLe", s.expire_le AS "expireLe", s.revoquee_le AS "revoqueeLe",
    s.reconfirmee_le AS "reconfirmeeLe", s.reconfirmee_facteur AS "reconfirmeeFacteur",
    s.empreinte = $1 AS actuelle, s.ancienne_empreinte IS NOT NULL AS doublee,
    ${ADHESIONS_DE('c.personne_id')}, ${REGARD} AS regard, ${POUR_AUTRUI} AS "pourAutrui",
    EXISTS (SELECT FROM delegations d WHERE d.delegue_id = c.id AND ${EN_VIGUEUR}) AS delegue
  FROM sessions s JOIN comptes c ON c.id = s.compte_id
  WHERE s.empreinte = $1 OR (s.ancienne_empreinte = $1 AND s.ancienne_jusqua > $2)`

/** The session that this secret opens at this instant, or null. Keeps it alive. */
export async function reconnaitreSession(
  secret: string,
  instant: Date,
  jour: DateCivile = aujourdhui(),
): Promise<SessionCourante | null> {
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<Ligne>(CHERCHER, [empreinte(secret), instant, jour])
    const ligne = rows[0]
    if (ligne === undefined || !estVivante(ligne, instant)) return null
    const vue = instant.getTime() - ligne.vueLe.getTime() >= PAS_DE_VUE
    if (vue)
      await client.query('UPDATE sessions SET vue_le = $2 WHERE id = $1 AND vue_le < $2', [ligne.id, instant])
    // The new secret has arrived: the former one opens nothing any more.
    if (ligne.actuelle && ligne.doublee)
      await client.query(
        'UPDATE sessions SET ancienne_empreinte = NULL, ancienne_jusqua = NULL WHERE id = $1',
        [ligne.id],
      )
    const acteur = acteurDe(ligne)
    if (acteur === null) return null
    const regard = acteur.type === 'GESTION' ? regardDe(ligne) : null
    const { id: sessionId, nomAffiche, reconfirmeeLe: le, reconfirmeeFacteur: facteur } = ligne
    // What was proven is known to the new secret only.
    const reconfirmation = le === null || !ligne.actuelle ? null : { le, facteur }
    const pourAutrui = acteur.type === 'ADHERENT' ? pourAutruiDe(ligne) : null
    const finLe = finDe(vue ? { ...ligne, vueLe: instant } : ligne)
    const { delegue } = ligne
    return { sessionId, finLe, nomAffiche, acteur, regard, reconfirmation, pourAutrui, delegue }
  })
}

/** The first of its two ends: nothing asked for too long, or open for too long. */
const finDe = ({ role, vueLe, expireLe }: Pick<Ligne, 'role' | 'vueLe' | 'expireLe'>): Date =>
  new Date(Math.min(vueLe.getTime() + inactiviteMax(role), expireLe.getTime()))

export interface SessionRegardee {
  readonly compteId: string
  /** The account whose space it shows: one's own, or of whom one acts for. */
  readonly espace: string
  readonly finLe: Date
}

/** Whose session this secret opens, in whose space and until when, without keeping it alive; null: nobody's any more. */
export async function regarderSession(
  secret: string,
  instant: Date,
  jour: DateCivile = aujourdhui(),
): Promise<SessionRegardee | null> {
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<
      Pick<Ligne, 'compteId' | 'role' | 'statut' | 'vueLe' | 'expireLe' | 'revoqueeLe'> & {
        readonly espace: string
      }
    >(
      `SELECT s.compte_id AS "compteId", coalesce(${ESPACE_D_AUTRUI}, s.compte_id) AS espace, c.role, c.statut,
        s.vue_le AS "vueLe", s.expire_le AS "expireLe", s.revoquee_le AS "revoqueeLe" FROM sessions s JOIN comptes c ON c.id = s.compte_id
        WHERE s.empreinte = $1 OR (s.ancienne_empreinte = $1 AND s.ancienne_jusqua > $2)`,
      [empreinte(secret), instant, jour],
    )
    const ligne = rows[0]
    if (ligne === undefined || !estVivante(ligne, instant)) return null
    return { compteId: ligne.compteId, espace: ligne.espace, finLe: finDe(ligne) }
  })
}

function regardDe({ regard }: Ligne): Regard | null {
  if (regard === null) return null
  const { id, nom, jusqua, personneId, compteId, adhesions, adhesionsLues } = regard
  const portee = frapperAdherent({
    type: 'ADHERENT',
    // Somebody without an account has written nothing, and nobody's is not theirs.
    compteId: compteId ?? personneId,
    personneId,
    adhesions,
    adhesionsLues,
    lectureSeule: true,
  })
  return { id, nom, jusqua: new Date(jusqua), portee }
}

function pourAutruiDe({ compteId: delegueId, pourAutrui }: Ligne): PourAutrui | null {
  if (pourAutrui === null) return null
  const { id, nom, etendue, active, personneId, compteId, adhesions, adhesionsLues } = pourAutrui
  if (!active || compteId === null) return { nom, etendue, portee: null }
  const portee = frapperAdherent({
    type: 'ADHERENT',
    compteId,
    personneId,
    adhesions,
    adhesionsLues,
    delegation: { id, compteId: delegueId, etendue },
    ...(etendue === 'VOIR' ? { lectureSeule: true as const } : {}),
  })
  return { nom, etendue, portee }
}

export function estVivante(
  ligne: Pick<Ligne, 'role' | 'statut' | 'vueLe' | 'expireLe' | 'revoqueeLe'>,
  instant: Date,
): boolean {
  return (
    ligne.statut === 'ACTIF' &&
    ligne.revoqueeLe === null &&
    instant < ligne.expireLe &&
    instant.getTime() - ligne.vueLe.getTime() < inactiviteMax(ligne.role)
  )
}

function acteurDe(ligne: Ligne): Acteur | null {
  const { compteId, role, personneId, adhesions, adhesionsLues } = ligne
  if (role !== 'ADHERENT') return frapperGestion({ type: 'GESTION', compteId, role })
  if (personneId === null) return null
  return frapperAdherent({ type: 'ADHERENT', compteId, personneId, adhesions, adhesionsLues })
}

/** Ends sessions of one account, in the caller's transaction; `saufId` survives. Returns how many were ended. */
export async function revoquerSessions(
  client: Ecriture,
  compteId: string,
  instant: Date,
  saufId: string | null = null,
): Promise<number> {
  const { rowCount } = await client.query(
    'UPDATE sessions SET revoquee_le = $2 WHERE compte_id = $1 AND revoquee_le IS NULL AND ($3::uuid IS NULL OR id <> $3)',
    [compteId, instant, saufId],
  )
  return rowCount ?? 0
}

/** Ends one session of that account. False when it is not theirs, or already over. */
export async function revoquerSession(
  client: Ecriture,
  compteId: string,
  sessionId: string,
  instant: Date,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'UPDATE sessions SET revoquee_le = $3 WHERE compte_id = $1 AND id = $2 AND revoquee_le IS NULL',
    [compteId, sessionId, instant],
  )
  return rowCount === 1
}

/** How long the former secret is still accepted when the answer that held the new one was lost on its way. */
const SURSIS = MINUTE

/**
 * A session goes on under a new secret. `sursis`: from this instant the former one opens it for a minute more, without what was proven,
 * and dies as soon as the new one is seen; without it, at once. Null when the session is over.
 */
export async function renouvelerSession(
  client: Ecriture,
  sessionId: string,
  sursis: Date | null = null,
): Promise<string | null> {
  const secret = secretAleatoire()
  const jusqua = sursis === null ? null : new Date(sursis.getTime() + SURSIS)
  const { rowCount } = await client.query(
    `UPDATE sessions SET empreinte = $2, ancienne_empreinte = CASE WHEN $3::timestamptz IS NULL THEN NULL ELSE empreinte END,
      ancienne_jusqua = $3 WHERE id = $1 AND revoquee_le IS NULL`,
    [sessionId, empreinte(secret), jusqua],
  )
  return rowCount === 1 ? secret : null
}

/** Notes that the person proved who they are, in this session. */
export async function marquerReconfirmee(
  client: Ecriture,
  sessionId: string,
  { le, facteur }: { readonly le: Date; readonly facteur: boolean },
): Promise<void> {
  await client.query('UPDATE sessions SET reconfirmee_le = $2, reconfirmee_facteur = $3 WHERE id = $1', [
    sessionId,
    le,
    facteur,
  ])
}
