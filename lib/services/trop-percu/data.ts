import type { EtatEcheance } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { dechiffrer } from '@/lib/server/chiffrement'
import { type Ecriture, lire } from '@/lib/server/db'
import type { PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import type { EcheanceAAppeler } from '@/lib/services/echeancier/data'
import { peutPreparerLot } from '@/lib/services/lot-bancaire/access'
import { peutSuivreCotisations } from '@/lib/services/suivi-cotisations/access'
import { contexteIban } from '../compte-bancaire/data'

/** Contributions paid beyond what is due: an échéance whose amount is negative. Cents. */

/** A sum to give back, and the account it goes to. `montant` is negative, as the schedule has it. */
export interface ARendre extends EcheanceAAppeler {
  readonly compteBancaireId: string
  readonly titulaire: string
  readonly iban: string
}

/** The account that paid, or else the one that receives the benefits, on the day $1. */
const COMPTE = `SELECT b.id, b.titulaire, b.iban_chiffre, b.iban_fin FROM comptes_bancaires b WHERE b.adhesion_id = e.adhesion_id
  AND b.personne_id IS NULL AND b.du <= $1::date AND (b.au IS NULL OR b.au >= $1::date) ORDER BY b.usage = 'COTISATIONS' DESC LIMIT 1`

/** A debit of an ended contract came back after the sum was counted: it is counted again first, on the schedule's next turn. */
const A_RECOMPTER = `a.date_fin IS NOT NULL AND EXISTS (SELECT FROM echeances r JOIN echeanciers w ON w.id = r.echeancier_id
  WHERE r.adhesion_id = e.adhesion_id AND w.annee = c.annee AND r.etat = 'REJETEE' AND r.montant > 0)`

const EN_LOT = 'EXISTS (SELECT FROM ordres_echeances o WHERE o.echeance_id = e.id AND o.vivant)'

/** What may leave on that day, locked: an account is known, no living order holds it. The rest waits, and staff sees why. */
export async function loadARendre(client: Ecriture, executionLe: DateCivile): Promise<ARendre[]> {
  const { rows } = await client.query<Omit<ARendre, 'iban'> & { readonly iban_chiffre: Buffer }>(
    `SELECT e.id, e.adhesion_id AS "adhesionId", e.exigible_le AS "exigibleLe", e.montant, b.id AS "compteBancaireId", b.titulaire,
        b.iban_chiffre
      FROM echeances e JOIN echeanciers c ON c.id = e.echeancier_id JOIN adhesions a ON a.id = e.adhesion_id
      CROSS JOIN LATERAL (${COMPTE}) b
      WHERE e.montant < 0 AND e.etat IN ('A_VENIR', 'APPELEE', 'REJETEE') AND NOT ${EN_LOT} AND NOT (${A_RECOMPTER})
      ORDER BY e.exigible_le, e.id FOR UPDATE OF e`,
    [executionLe],
  )
  return rows.map(({ iban_chiffre, ...e }) => ({
    ...e,
    iban: dechiffrer(iban_chiffre, contexteIban(e.compteBancaireId)),
  }))
}

/** One sum to give back, from the schedule that decided it. Cents, positive. */
export interface TropPercuLu {
  readonly id: string
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly nom: string
  readonly reglement: string
  readonly annee: number
  readonly montant: number
  readonly etat: EtatEcheance
  readonly exigibleLe: DateCivile
  /** Last day covered, or the day of the change: what was paid beyond it is owed since. */
  readonly depuis: DateCivile
  /** What changed: RESILIATION, CHANGEMENT. */
  readonly cause: string
  readonly motifs: unknown
  readonly payeLe: DateCivile | null
  readonly enLot: boolean
  /** Day of the transfer that holds it. */
  readonly executionLe: DateCivile | null
  readonly ibanFin: string | null
  readonly aRecompter: boolean
  /** ISO reason of the last transfer that came back. */
  readonly codeRetour: string | null
}

const LUS = `SELECT e.id, e.adhesion_id::text AS "adhesionId", a.numero_adherent AS "numeroAdherent", p.prenom || ' ' || p.nom AS nom,
    a.reglement, c.annee::int AS annee, (-e.montant)::float8 AS montant, e.etat::text AS etat, e.exigible_le::text AS "exigibleLe",
    e.du::text AS depuis, c.cause, c.motifs, e.payee_le::text AS "payeLe",
    v.id IS NOT NULL AS "enLot", v.execution_le::text AS "executionLe", coalesce(v.iban_fin, b.iban_fin) AS "ibanFin",
    (${A_RECOMPTER}) AS "aRecompter", r.code_retour AS "codeRetour"
  FROM echeances e JOIN echeanciers c ON c.id = e.echeancier_id JOIN adhesions a ON a.id = e.adhesion_id
  JOIN personnes p ON p.id = a.membre_participant_id
  LEFT JOIN LATERAL (${COMPTE}) b ON true
  LEFT JOIN LATERAL (SELECT o.id, o.iban_fin, l.execution_le FROM ordres_echeances x JOIN ordres_bancaires o ON o.id = x.ordre_id
    JOIN lots_bancaires l ON l.id = o.lot_id WHERE x.echeance_id = e.id AND x.vivant) v ON true
  LEFT JOIN LATERAL (SELECT o.code_retour FROM ordres_echeances x JOIN ordres_bancaires o ON o.id = x.ordre_id
    WHERE x.echeance_id = e.id AND o.etat = 'REJETE' ORDER BY o.denoue_le DESC LIMIT 1) r ON true
  WHERE e.montant < 0 AND e.etat <> 'REMPLACEE'`

/** Rows shown; the rest is said to exist. */
export const LIMITE = 50

/** What is still owed to members, the oldest deadline first. */
export async function loadTropPercus(
  acteur: PorteeGestion,
  jour: DateCivile,
): Promise<readonly TropPercuLu[]> {
  if (!peutPreparerLot(acteur)) return []
  return lire(acteur, (tx) =>
    tx.$queryRawUnsafe<TropPercuLu[]>(
      `${LUS} AND e.etat <> 'PAYEE' ORDER BY e.exigible_le, a.numero_adherent, e.id LIMIT ${LIMITE + 1}`,
      jour,
    ),
  )
}

/** What is still owed to the member of one contract, for whoever answers them. */
export async function loadTropPercusDuContrat(
  acteur: PorteeGestion,
  adhesionId: string,
  jour: DateCivile,
): Promise<readonly TropPercuLu[]> {
  if (!peutSuivreCotisations(acteur)) return []
  return lire(acteur, (tx) =>
    tx.$queryRawUnsafe<TropPercuLu[]>(
      `${LUS} AND e.etat <> 'PAYEE' AND e.adhesion_id = $2::uuid ORDER BY e.exigible_le, e.id`,
      jour,
      adhesionId,
    ),
  )
}

/** Given back ones stay in sight that long. */
const RENDUS_MONTRES_JOURS = 60

/** Of the contracts they hold: what is owed to them whatever the year, and what was just given back. */
export const loadMesTropPercus = (
  acteur: PorteeAdherent,
  jour: DateCivile,
): Promise<readonly TropPercuLu[]> =>
  lire(acteur, (tx) =>
    tx.$queryRawUnsafe<TropPercuLu[]>(
      `${LUS} AND e.adhesion_id = ANY ($2::uuid[]) AND (e.etat <> 'PAYEE' OR e.payee_le >= $1::date - $3::int)
        ORDER BY e.exigible_le DESC, e.id`,
      jour,
      [...acteur.adhesions],
      RENDUS_MONTRES_JOURS,
    ),
  )
