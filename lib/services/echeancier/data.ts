import { z } from 'zod'
import { type DateCivile, premierJanvier, trenteEtUnDecembre } from '@/lib/rules/date/date-civile'
import type { Ecriture } from '@/lib/server/db'
import { resultatSchema } from './schema'
import type { EcheanceConnue, Precedent } from './view'

interface VersionLue {
  version: number
  entrees: unknown
  resultat: unknown
  echeances: (EcheanceConnue & { readonly rang: number })[]
}

const entreesSchema = z.object({
  fin: z.custom<DateCivile>((v) => typeof v === 'string').nullable(),
  choix: z.object({ periodicite: z.enum(['MENSUELLE', 'TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE']) }),
})

export interface PrecedentLu extends Precedent {
  readonly entrees: unknown
}

/** The last schedule of a year and the échéances that stand; null when there is none. Who will write it has the lock, and locks them. */
export async function loadPrecedent(
  client: Ecriture,
  adhesionId: string,
  annee: number,
  { verrouiller = true }: { readonly verrouiller?: boolean } = {},
): Promise<PrecedentLu | null> {
  const { rows } = await client.query<VersionLue>(
    `WITH e AS MATERIALIZED (SELECT e.id, e.rang, e.du, e.exigible_le AS "exigibleLe", e.montant, e.etat,
        EXISTS (SELECT FROM ordres_echeances o WHERE o.echeance_id = e.id AND o.vivant) AS "enBanque"
      FROM echeances e JOIN echeanciers c ON c.id = e.echeancier_id
      WHERE e.adhesion_id = $1 AND c.annee = $2 AND e.etat <> 'REMPLACEE' ${verrouiller ? 'ORDER BY e.id FOR UPDATE OF e' : ''})
    SELECT c.version, c.entrees, c.resultat, (SELECT coalesce(json_agg(e ORDER BY e."exigibleLe", e.rang), '[]') FROM e) AS echeances
    FROM echeanciers c WHERE c.adhesion_id = $1 AND c.annee = $2 ORDER BY c.version DESC LIMIT 1`,
    [adhesionId, annee],
  )
  const [derniere] = rows
  if (derniere === undefined) return null
  const { fin, choix } = entreesSchema.parse(derniere.entrees)
  return {
    version: derniere.version,
    fin,
    periodicite: choix.periodicite,
    entrees: derniere.entrees,
    lignes: resultatSchema.parse(derniere.resultat).lignes,
    echeances: derniere.echeances.map(({ rang: _, ...echeance }) => echeance),
  }
}

/** Contracts that a year covers, at least in part, and that have no schedule for it. */
export async function loadSansEcheancier(
  client: Ecriture,
  annee: number,
  apres: string,
  limite: number,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT a.id FROM adhesions a WHERE a.id > $4 AND a.date_effet <= $2 AND (a.date_fin IS NULL OR a.date_fin >= $1)
      AND NOT EXISTS (SELECT FROM echeanciers c WHERE c.adhesion_id = a.id AND c.annee = $3) ORDER BY a.id LIMIT $5`,
    [premierJanvier(annee), trenteEtUnDecembre(annee), annee, apres, limite],
  )
  return rows.map(({ id }) => id)
}

/** Contracts with a schedule that a change may still touch: this year's, or the one before. */
export async function loadAvecEcheancier(
  client: Ecriture,
  depuis: number,
  apres: string,
  limite: number,
): Promise<{ id: string; annees: number[] }[]> {
  const { rows } = await client.query<{ id: string; annees: number[] }>(
    `SELECT adhesion_id AS id, array_agg(DISTINCT annee::int) AS annees FROM echeanciers
      WHERE annee >= $1 AND adhesion_id > $2 GROUP BY adhesion_id ORDER BY adhesion_id LIMIT $3`,
    [depuis, apres, limite],
  )
  return rows
}

export interface EcheanceAAppeler {
  readonly id: string
  readonly adhesionId: string
  readonly exigibleLe: DateCivile
  readonly montant: number
}

/** Due on that day, standing, and not in the ledger yet; what is to be given back is owed from the day it is known. */
export async function loadAAppeler(
  client: Ecriture,
  jour: DateCivile,
  limite: number,
): Promise<EcheanceAAppeler[]> {
  const { rows } = await client.query<EcheanceAAppeler>(
    `SELECT e.id, e.adhesion_id AS "adhesionId", least(e.exigible_le, $1::date) AS "exigibleLe", e.montant FROM echeances e
      WHERE e.etat <> 'REMPLACEE' AND (e.exigible_le <= $1 OR e.montant < 0) AND e.montant <> 0 AND NOT EXISTS (SELECT FROM ecritures l
        WHERE l.operation = 'APPEL_COTISATION' AND l.piece_type = 'echeance' AND l.piece_id = e.id)
      ORDER BY e.exigible_le, e.id LIMIT $2 FOR UPDATE OF e`,
    [jour, limite],
  )
  return rows
}

/** An échéance of a schedule written since an instant of the real clock is paid, or at the bank. */
export async function loadCotisationPartie(
  client: Ecriture,
  adhesionId: string,
  depuis: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM echeances e JOIN echeanciers s ON s.id = e.echeancier_id WHERE e.adhesion_id = $1 AND s.cree_le >= $2 AND (e.etat = 'PAYEE'
        OR EXISTS (SELECT FROM ordres_echeances o WHERE o.echeance_id = e.id AND o.vivant)) LIMIT 1`,
    [adhesionId, depuis],
  )
  return rowCount !== 0
}
