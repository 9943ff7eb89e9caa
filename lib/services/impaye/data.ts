import type { Prisma } from '@/generated/prisma/client'
import type { EtapeImpaye, EtatEcheance } from '@/generated/prisma/enums'
import { ajouterJours, type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant, somme } from '@/lib/rules/montant/montant'
import { aujourdhui } from '@/lib/server/clock'
import { type Ecriture, lire, parLecture } from '@/lib/server/db'
import { organisme } from '@/lib/server/organisme'
import type { PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import { articleCite } from '../remboursement/data'
import { peutSuivreImpayes } from './access'
import { type DecisionImpaye, decisionSchema, mensualitesSchema } from './schema'
import { type DuContrat, type DuLu, type ImpayeSuivi, type SuiviImpayes, voirDus, voirImpaye } from './view'

export interface ContratSuivi {
  readonly id: string
  readonly fin: DateCivile | null
}

export interface ImpayeLu {
  readonly id: string
  readonly etape: EtapeImpaye
  readonly decision: DecisionImpaye
  readonly misEnDemeureLe: DateCivile | null
  readonly prochaineLe: DateCivile | null
  readonly retenu: boolean
}

export interface EcheanceLue {
  readonly id: string
  readonly exigibleLe: DateCivile
  readonly montant: Montant
  readonly etat: EtatEcheance
  readonly payeeLe: DateCivile | null
  readonly precompte: boolean
  readonly cotisationMensuelle: Montant | null
  /** Of any of its procedures. */
  readonly misEnDemeureLe: DateCivile | null
  readonly suspenduLe: DateCivile | null
  /** The last procedure of this échéance, over or not; null: never one. */
  readonly impaye: ImpayeLu | null
}

/** Contracts where something may have to be done that day. */
export async function loadAdhesionsASuivre(client: Ecriture, jour: DateCivile): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT adhesion_id AS id FROM echeances e WHERE montant > 0
        AND (etat = 'REJETEE' OR etat IN ('A_VENIR', 'APPELEE') AND exigible_le <= $1)
        AND NOT EXISTS (SELECT FROM impayes i WHERE i.echeance_id = e.id AND i.etape <> 'REGULARISE')
      UNION SELECT i.adhesion_id FROM impayes i JOIN echeances e ON e.id = i.echeance_id
        WHERE i.etape <> 'REGULARISE' AND (i.prochaine_le <= $1 OR e.etat IN ('PAYEE', 'REMPLACEE'))
      UNION SELECT adhesion_id FROM suspensions WHERE au IS NULL OR au >= $1
      ORDER BY id`,
    [jour],
  )
  return rows.map(({ id }) => id)
}

/** Locks the contract: two workers, or a worker and staff, come one after the other and each sees what the other did. */
export async function lockContrat(client: Ecriture, id: string): Promise<ContratSuivi | null> {
  const { rows } = await client.query<ContratSuivi>(
    'SELECT id, date_fin AS fin FROM adhesions WHERE id = $1 FOR NO KEY UPDATE',
    [id],
  )
  return rows[0] ?? null
}

interface LigneEcheance {
  id: string
  exigible_le: DateCivile
  montant: number
  etat: EtatEcheance
  payee_le: DateCivile | null
  mode: string
  du: DateCivile
  resultat: unknown
  impaye_id: string | null
  etape: EtapeImpaye
  decision: unknown
  mis_en_demeure_le: DateCivile | null
  prochaine_le: DateCivile | null
  mise: DateCivile | null
  suspension: DateCivile | null
  retenu: boolean
}

/**
 * The échéances of a contract that are due, with their procedure: those that stand, and the replaced ones that had one. Shared
 * lock: a payment waits until the letter is written, or the letter sees the payment.
 */
export async function loadEcheances(
  client: Ecriture,
  adhesionId: string,
  jour: DateCivile,
): Promise<readonly EcheanceLue[]> {
  const { rows } = await client.query<LigneEcheance>(
    `SELECT e.id, e.exigible_le, e.montant, e.etat, e.payee_le, e.mode, e.du, c.resultat, i.id AS impaye_id, i.etape, i.decision,
        i.mis_en_demeure_le, i.prochaine_le,
        (SELECT min(x.mis_en_demeure_le) FROM impayes x WHERE x.echeance_id = e.id) AS mise,
        (SELECT max(x.suspendu_le) FROM impayes x WHERE x.echeance_id = e.id) AS suspension,
        EXISTS (SELECT FROM retenues_impaye r WHERE r.impaye_id = i.id AND r.levee_le IS NULL) AS retenu
      FROM echeances e JOIN echeanciers c ON c.id = e.echeancier_id
        LEFT JOIN LATERAL (SELECT * FROM impayes x WHERE x.echeance_id = e.id
          ORDER BY x.etape = 'REGULARISE', x.cree_le DESC, x.id LIMIT 1) i ON true
      WHERE e.adhesion_id = $1 AND e.montant > 0
        AND (i.id IS NOT NULL OR e.etat = 'REJETEE' OR e.exigible_le <= $2 AND e.etat <> 'REMPLACEE')
      ORDER BY e.exigible_le, e.rang, e.id FOR SHARE OF e`,
    [adhesionId, jour],
  )
  return rows.map(lireEcheance)
}

const lireEcheance = (l: LigneEcheance): EcheanceLue => ({
  id: l.id,
  exigibleLe: l.exigible_le,
  montant: montant(l.montant),
  etat: l.etat,
  payeeLe: l.payee_le,
  precompte: l.mode === 'PRECOMPTE',
  cotisationMensuelle: mensualite(l.resultat, l.du),
  misEnDemeureLe: l.mise,
  suspenduLe: l.suspension,
  impaye:
    l.impaye_id === null
      ? null
      : {
          id: l.impaye_id,
          etape: l.etape,
          decision: decisionSchema.parse(l.decision),
          misEnDemeureLe: l.mis_en_demeure_le,
          prochaineLe: l.prochaine_le,
          retenu: l.retenu,
        },
})

/** Null when the schedule does not say it: then nothing that is counted on it is asked. */
function mensualite(resultat: unknown, du: DateCivile): Montant | null {
  const lu = mensualitesSchema.safeParse(resultat)
  return lu.success ? (lu.data.segments.find((s) => s.du <= du && du <= s.au)?.mensuelle ?? null) : null
}

export interface SuspensionLue {
  readonly id: string
  readonly du: DateCivile
  readonly au: DateCivile | null
}

export async function loadSuspensions(
  client: Ecriture,
  adhesionId: string,
): Promise<readonly SuspensionLue[]> {
  const { rows } = await client.query<SuspensionLue>(
    'SELECT id, du, au FROM suspensions WHERE adhesion_id = $1 ORDER BY du',
    [adhesionId],
  )
  return rows
}

const jourOuNull = (date: Date | null): DateCivile | null =>
  date === null ? null : dateCivile(date.toISOString().slice(0, 10))
const enJour = (date: Date): DateCivile => dateCivile(date.toISOString().slice(0, 10))

const IMPAYES_MAX = 300
/** Days during which what is settled stays on the page. */
const MEMOIRE = 30

const SUIVI = {
  id: true,
  adhesionId: true,
  etape: true,
  decision: true,
  prochaineLe: true,
  misEnDemeureLe: true,
  suspenduLe: true,
  resilieLe: true,
  regulariseLe: true,
  courrierId: true,
  echeance: { select: { exigibleLe: true, montant: true, etat: true } },
  adhesion: {
    select: {
      numeroAdherent: true,
      dateFin: true,
      membreParticipant: { select: { prenom: true, nom: true } },
    },
  },
  retenues: { select: { motif: true }, where: { leveeLe: null } },
} as const satisfies Prisma.ImpayeSelect

/** What staff follow: all that is open, and what ended lately. Null: not for this actor. */
export async function loadSuivi(
  acteur: PorteeGestion,
  jour: DateCivile = aujourdhui(),
): Promise<SuiviImpayes | null> {
  if (!peutSuivreImpayes(acteur)) return null
  const lus = await lire(acteur, (tx) =>
    tx.impaye.findMany({
      select: SUIVI,
      where: {
        OR: [
          { etape: { not: 'REGULARISE' } },
          { regulariseLe: { gte: new Date(ajouterJours(jour, -MEMOIRE)) } },
        ],
      },
      orderBy: [{ prochaineLe: { sort: 'asc', nulls: 'last' } }, { creeLe: 'asc' }, { id: 'asc' }],
      take: IMPAYES_MAX + 1,
    }),
  )
  const impayes = lus.slice(0, IMPAYES_MAX).map((lu) => voirImpaye(lireSuivi(lu), jour))
  return {
    impayes,
    total: somme(impayes.filter(({ groupe }) => groupe !== 'REGULARISE').map((i) => i.montant)),
    tronque: lus.length > IMPAYES_MAX,
  }
}

function lireSuivi(lu: Prisma.ImpayeGetPayload<{ select: typeof SUIVI }>): ImpayeSuivi {
  const { echeance, adhesion, retenues, decision, ...reste } = lu
  const [retenue] = retenues
  const { prenom, nom } = adhesion.membreParticipant
  return {
    ...reste,
    decision: decisionSchema.parse(decision),
    prochaineLe: jourOuNull(lu.prochaineLe),
    misEnDemeureLe: jourOuNull(lu.misEnDemeureLe),
    suspenduLe: jourOuNull(lu.suspenduLe),
    resilieLe: jourOuNull(lu.resilieLe),
    regulariseLe: jourOuNull(lu.regulariseLe),
    exigibleLe: enJour(echeance.exigibleLe),
    montant: montant(Number(echeance.montant)),
    rejetee: echeance.etat === 'REJETEE',
    numeroAdherent: adhesion.numeroAdherent,
    qui: `${prenom} ${nom}`,
    finContrat: jourOuNull(adhesion.dateFin),
    retenue: retenue?.motif ?? null,
  }
}

interface DusLus {
  readonly dus: readonly (Omit<DuLu, 'montant' | 'decision'> & {
    readonly montant: number
    readonly decision: unknown
  })[]
  readonly suspensions: readonly (Pick<SuspensionLue, 'du'> & { readonly adhesionId: string })[]
}

/** One statement: what came back or is claimed, the oldest first, and the suspensions of the day `$2`. */
const MES_DUS = `SELECT
    (SELECT coalesce(json_agg(json_build_object('adhesionId', e.adhesion_id, 'numeroAdherent', a.numero_adherent,
        'exigibleLe', e.exigible_le, 'montant', e.montant, 'rejetee', e.etat = 'REJETEE', 'etape', i.etape, 'decision', i.decision,
        'prochaineLe', i.prochaine_le) ORDER BY e.exigible_le, e.id), '[]')
      FROM echeances e JOIN adhesions a ON a.id = e.adhesion_id
        LEFT JOIN impayes i ON i.echeance_id = e.id AND i.etape <> 'REGULARISE'
      WHERE e.adhesion_id = ANY ($1::uuid[]) AND e.montant > 0 AND e.mode <> 'PRECOMPTE'
        AND (e.etat = 'REJETEE' OR e.etat IN ('A_VENIR', 'APPELEE') AND i.id IS NOT NULL)) AS dus,
    (SELECT coalesce(json_agg(json_build_object('adhesionId', s.adhesion_id, 'du', s.du)), '[]') FROM suspensions s
      WHERE s.adhesion_id = ANY ($1::uuid[]) AND s.du <= $2::date AND (s.au IS NULL OR s.au >= $2::date)) AS suspensions`

/** What the holder of a contract has not paid; an ayant droit owes nothing. */
export async function loadMesDus(
  acteur: PorteeAdherent,
  jour: DateCivile = aujourdhui(),
): Promise<readonly DuContrat[]> {
  const adhesions = [...acteur.adhesions]
  if (adhesions.length === 0) return []
  const [lus] = await lire(acteur, (tx) => parLecture(tx)<DusLus>(MES_DUS, [adhesions, jour]))
  const dus = (lus?.dus ?? []).map(({ montant: centimes, decision, ...du }) => ({
    ...du,
    montant: montant(centimes),
    decision: decision === null ? null : decisionSchema.parse(decision),
  }))
  return voirDus(dus, lus?.suspensions ?? [], organisme(), articleCite)
}
