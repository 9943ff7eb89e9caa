import type { EtatDemande, EtatIndu } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { articleCite } from '../remboursement/data'
import { type EtapeView, etape } from '../remboursement/view'
import { type EchelonnementLu, fondements, type SituationIndu, voirMensualites } from './view'

/**
 * What is left of each indu. The ledger knows what a debtor still owes; what was given up is off the indu it was given up on. What came
 * back settles what is left of those first, so that none is due again, then the oldest, the disputed ones last. `nouvel_etat` is what follows from it on the day $1.
 */
export const RESTES = `SELECT r.*, CASE
      WHEN r.reste = 0 THEN 'SOLDE'
      WHEN r.etat = 'SOLDE' THEN 'EN_RECUPERATION'
      WHEN r.etat = 'EXPLIQUE' AND r.retenue_des <= $1 THEN 'EN_RECUPERATION'
      ELSE r.etat::text END AS nouvel_etat
  FROM (SELECT i.id, i.adhesion_id, i.tiers_id, i.prestation_id, i.etat, i.montant, i.mensualite, i.retenue_des, i.montant - i.net AS remis,
      greatest(0, least(i.net, sum(i.net) OVER (PARTITION BY coalesce(i.tiers_id, i.adhesion_id)
          ORDER BY (i.etat = 'CONTESTE'), (i.net = i.montant), i.constate_le, i.id)
        - (sum(i.net) OVER (PARTITION BY coalesce(i.tiers_id, i.adhesion_id)) - (s.debit - s.credit))))::bigint AS reste
    FROM (SELECT d.*, d.montant - coalesce((SELECT sum(m.montant) FROM remises_indus m WHERE m.indu_id = d.id), 0)::bigint AS net
      FROM indus d) i
    JOIN soldes s ON s.nature IN ('INDUS_ADHERENT', 'INDUS_TIERS') AND coalesce(s.tiers_id, s.adhesion_id) = coalesce(i.tiers_id, i.adhesion_id)
      AND (s.nature = 'INDUS_TIERS') = (i.tiers_id IS NOT NULL)
  ) r`

export interface Dette {
  /** The contract, or the professional who was paid in its place. */
  readonly debiteurId: string
  /** Cents that may be recovered now on what is paid. */
  readonly montant: number
}

/** What may be retained on the day: explained long enough ago, not disputed. Instalments are asked, not retained. */
export async function loadDettes(client: Ecriture, jour: DateCivile): Promise<Dette[]> {
  const { rows } = await client.query<Dette>(
    `SELECT coalesce(r.tiers_id, r.adhesion_id) AS "debiteurId", sum(r.reste)::bigint AS montant FROM (${RESTES}) r
      WHERE r.nouvel_etat = 'EN_RECUPERATION' AND r.retenue_des <= $1 AND r.mensualite IS NULL AND r.reste > 0 GROUP BY 1`,
    [jour],
  )
  return rows
}

/** What a benefit gives to what its creditor owes. Cents, positive. */
export interface Retenue {
  readonly prestationId: string
  readonly adhesionId: string
  readonly tiersId: string | null
  readonly montant: number
}

/**
 * A correction takes a benefit back and pays it anew in the same file: what the new one gives of the old one, to the same account. It is
 * one change of an amount, not a debt to explain.
 */
export async function loadCorrections(
  client: Ecriture,
  indus: readonly string[],
): Promise<readonly (Retenue & { readonly entiere: boolean })[]> {
  const { rows } = await client.query<Retenue & { entiere: boolean }>(
    `SELECT DISTINCT ON (n.id) n.id AS "prestationId", i.adhesion_id AS "adhesionId", i.tiers_id AS "tiersId",
        least(i.montant, n.part_mutuelle) AS montant, n.part_mutuelle <= i.montant AS entiere
      FROM (SELECT DISTINCT ON (i.id) i.*, n.id AS nouvelle FROM indus i
        JOIN prestations p ON p.id = i.prestation_id JOIN lignes_decompte lp ON lp.id = p.ligne_id
        JOIN prestations o ON o.id = p.annule_id JOIN lignes_decompte lo ON lo.id = o.ligne_id
        JOIN lignes_decompte ln ON ln.flux_id = lp.flux_id AND NOT ln.reversion AND ln.id <> lo.id
          AND ln.origine_id IN (lo.id, lo.origine_id)
        JOIN prestations n ON n.ligne_id = ln.id AND n.etat = 'A_PAYER' AND n.part_mutuelle > 0 AND n.adhesion_id = i.adhesion_id
        WHERE i.id = ANY ($1::uuid[]) ORDER BY i.id, ln.rang DESC) i
      JOIN prestations n ON n.id = i.nouvelle
      JOIN ecritures d ON d.operation = 'PRESTATION_DUE' AND d.piece_type = 'prestation' AND d.piece_id = n.id
      JOIN comptes_livre c ON c.id = d.credit_id AND c.tiers_id IS NOT DISTINCT FROM i.tiers_id
      WHERE NOT EXISTS (SELECT FROM ordres_prestations v WHERE v.prestation_id = n.id AND v.vivant)
        AND NOT EXISTS (SELECT FROM ecritures r WHERE r.operation = 'INDU_RETENU' AND r.piece_id = n.id)
      ORDER BY n.id`,
    [indus],
  )
  return rows
}

export interface InduLu {
  readonly id: string
  readonly etat: EtatIndu
  readonly montant: number
  readonly reste: number
  readonly adhesionId: string
  readonly tiersId: string | null
  readonly prestationId: string
  readonly mensualite: number | null
  /** Cents given up already. */
  readonly remis: number
}

/** One indu, its row locked until the end of the transaction; null when it does not exist. */
export async function lockIndu(client: Ecriture, id: string, jour: DateCivile): Promise<InduLu | null> {
  await client.query('SELECT FROM indus WHERE id = $1 FOR UPDATE', [id])
  const { rows } = await client.query<InduLu>(
    `SELECT r.id, r.etat, r.montant, r.reste, r.adhesion_id AS "adhesionId", r.tiers_id AS "tiersId", r.prestation_id AS "prestationId",
        r.mensualite, r.remis FROM (${RESTES}) r WHERE r.id = $2`,
    [jour, id],
  )
  return rows[0] ?? null
}

/** One sum paid in error, as its member reads it. Cents. */
export interface InduExplique extends SituationIndu, EchelonnementLu {
  readonly id: string
  readonly etat: EtatIndu
  /** Day of the letter about a missed instalment. */
  readonly relanceLe: string | null
  /** Null together: the care is somebody's who keeps its detail; the sum is still the contract's to give back. */
  readonly libelle: string | null
  readonly prenom: string | null
  readonly soinsLe: string | null
  /** The day of the payment taken back; null when the base does not know it. */
  readonly verseLe: string | null
  /** The benefit that had been paid. */
  readonly prestationId: string | null
  /** True when a forfait was done again, false when the décompte itself was cancelled. */
  readonly recalcul: boolean | null
  /** Cents that the mutuelle gave up, since when and why; zero and null: none. */
  readonly remis: number
  readonly remisLe: string | null
  readonly raison: string | null
  /** The reader's own contestation; null: none, or told otherwise. */
  readonly contestationId: string | null
  readonly contestationEtat: EtatDemande | null
}

/** Settled ones stay in sight that long. */
const SOLDES_MONTRES_JOURS = 60

/** What contests the indu `i`, sent by its reader, or by anybody for staff. */
export const CONTESTATION = `SELECT d.id::text AS id, d.etat::text AS etat, d.numero FROM demandes d WHERE d.nature = 'CONTESTATION_INDU'
    AND d.faits ->> 'reference' = i.id::text AND d.etat NOT IN ('BROUILLON', 'ANNULEE')`

/** What was given up of the indu `i`, the decision first. */
export const REMISE = `SELECT x.decidee_le AS le, x.raison FROM remises_indus x WHERE x.indu_id = i.id ORDER BY x.decidee_le, x.id`

const EXPLIQUES = `SELECT i.id, i.etat::text AS etat, i.montant::float8 AS montant, r.reste::float8 AS reste,
    i.mensualite::float8 AS mensualite, i.echelonne_le::text AS "echelonneLe", i.echelonne_reste::float8 AS "echelonneReste",
    i.relance_le::text AS "relanceLe", a.reglement, i.constate_le::text AS "constateLe", i.retenue_des::text AS "retenueDes", p.libelle,
    pe.prenom, p.date_soins::text AS "soinsLe", o.payee_le::text AS "verseLe", o.id AS "prestationId",
    jsonb_path_exists(p.motifs, '$[*] ? (@.code == "REPRISE_POUR_RECALCUL")') AS recalcul,
    r.remis::float8 AS remis, m.le::text AS "remisLe", m.raison,
    c.id AS "contestationId", c.etat AS "contestationEtat"
  FROM indus i JOIN (${RESTES.replaceAll('$1', '$1::date')}) r ON r.id = i.id JOIN adhesions a ON a.id = i.adhesion_id
  LEFT JOIN (prestations p JOIN prestations o ON o.id = p.annule_id JOIN personnes pe ON pe.id = p.personne_id)
    ON p.id = i.prestation_id AND NOT EXISTS (SELECT FROM lectures_soins(ARRAY[i.adhesion_id]) l
      WHERE l.personne_id = p.personne_id AND p.date_soins >= l.lisible_avant)
  LEFT JOIN LATERAL (${REMISE} LIMIT 1) m ON true
  LEFT JOIN LATERAL (${CONTESTATION} ORDER BY d.cree_le DESC LIMIT 1) c ON true
  WHERE i.tiers_id IS NULL AND i.adhesion_id = ANY ($2::uuid[])`

/** With its grounds, and where its instalments are. */
export interface InduMontre extends InduExplique {
  readonly suite: ReturnType<typeof voirMensualites>
  readonly etapes: readonly EtapeView[]
}

/** Of the contracts they hold: what is to be given back, and what just was. */
export async function loadIndusExpliques(
  acteur: PorteeAdherent,
  jour: DateCivile,
): Promise<readonly InduMontre[]> {
  const lus = await lire(acteur, (tx) =>
    tx.$queryRawUnsafe<InduExplique[]>(
      `${EXPLIQUES} AND (i.etat <> 'SOLDE' OR greatest(p.payee_le, m.le) >= $1::date - $3::int) ORDER BY i.constate_le DESC, i.id`,
      jour,
      [...acteur.adhesions],
      SOLDES_MONTRES_JOURS,
    ),
  )
  return lus.map((i) => ({
    ...i,
    suite: voirMensualites(i, jour),
    etapes: fondements(i).map((motif) => etape(motif, { article: articleCite })),
  }))
}

/** What was found that day on a contract. */
export async function loadIndusConstates(
  client: Ecriture,
  adhesionId: string,
  jour: DateCivile,
): Promise<readonly InduExplique[]> {
  const { rows } = await client.query<InduExplique>(
    `${EXPLIQUES} AND i.constate_le = $1::date ORDER BY p.date_soins, i.id`,
    [jour, [adhesionId]],
  )
  return rows
}

/** One sum of a contract, whatever its state; null: a professional's. */
export async function loadInduExplique(
  client: Ecriture,
  { id, adhesionId }: Pick<InduLu, 'id' | 'adhesionId'>,
  jour: DateCivile,
): Promise<InduExplique | null> {
  const { rows } = await client.query<InduExplique>(`${EXPLIQUES} AND i.id = $3`, [jour, [adhesionId], id])
  return rows[0] ?? null
}

/** A sum that a member gives back by the month, its row locked. */
export interface InduEchelonne extends InduExplique {
  readonly adhesionId: string
}

/** Those still owed, not disputed, oldest first. A professional's are left to the accountant: no letter of a contract is theirs. */
export async function lockEchelonnes(client: Ecriture, jour: DateCivile): Promise<readonly InduEchelonne[]> {
  const { rows: ids } = await client.query<{ id: string; adhesionId: string }>(
    `SELECT id, adhesion_id AS "adhesionId" FROM indus WHERE mensualite IS NOT NULL AND tiers_id IS NULL
      AND etat IN ('EXPLIQUE', 'EN_RECUPERATION') ORDER BY constate_le, id FOR UPDATE`,
  )
  if (ids.length === 0) return []
  const adhesions = new Map(ids.map((i) => [i.id, i.adhesionId]))
  const { rows } = await client.query<InduExplique>(
    `${EXPLIQUES} AND i.id = ANY ($3::uuid[]) ORDER BY i.constate_le, i.id`,
    [jour, [...new Set(adhesions.values())], [...adhesions.keys()]],
  )
  return rows.map((i) => ({ ...i, adhesionId: adhesions.get(i.id) ?? '' }))
}
