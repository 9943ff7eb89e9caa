import type { EtapeImpaye, EtatEcheance } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import type { Ecriture } from '@/lib/server/db'
import { type DecisionImpaye, decisionSchema, mensualitesSchema } from './schema'

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
 * The échéances of a contract that are due, with their procedure: those that stand, and the replaced ones whose procedure is open. Shared
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
        AND (e.etat = 'REJETEE' OR e.exigible_le <= $2 AND (e.etat <> 'REMPLACEE' OR i.etape <> 'REGULARISE') OR i.etape <> 'REGULARISE')
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
