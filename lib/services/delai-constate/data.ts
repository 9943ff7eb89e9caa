import type { NatureDemande } from '@/generated/prisma/enums'
import { instantMetier } from '@/lib/server/clock'
import type { Ecriture, Lecture } from '@/lib/server/db'
import type { DelaiConstate, Ponctualite } from './view'

const JOUR = 24 * 3600 * 1000
/** Counted every quarter of an hour: what is older was left by a worker that stopped, and says nothing of today. */
const FRAICHEUR = 7 * JOUR

/** How long a first answer really took, nature by nature, over the last 90 days. One statement; nobody is in it. */
export async function loadDelaisConstates(tx: Lecture): Promise<readonly DelaiConstate[]> {
  return tx.delaiConstate.findMany({
    select: { nature: true, minutes: true, nombre: true },
    where: { calculeLe: { gte: new Date(instantMetier().getTime() - FRAICHEUR) } },
  })
}

/** How often the answer came in its time, nature by nature, over the last 90 days, for who answers for the teams. One statement. */
export const loadPonctualite = async (tx: Lecture): Promise<readonly Ponctualite[]> =>
  tx.delaiConstate.findMany({
    select: { nature: true, minutes: true, nombre: true, aTemps: true },
    where: { calculeLe: { gte: new Date(instantMetier().getTime() - FRAICHEUR) } },
  })

export interface ReponseComptee {
  readonly nature: NatureDemande
  readonly envoyeeLe: Date
  readonly reponduLe: Date
  /** Closed within its limit, and never late before. */
  readonly aTemps: boolean
}

/** Demandes closed since an instant, and when each had its first answer or decision. */
export async function loadPremieresReponses(
  client: Ecriture,
  depuis: Date,
): Promise<readonly ReponseComptee[]> {
  const { rows } = await client.query<ReponseComptee>(
    `SELECT d.nature::text AS nature, d.envoyee_le AS "envoyeeLe", p.moment AS "reponduLe",
        d.close_le <= d.repondre_avant AND NOT EXISTS (SELECT FROM passages_demande e WHERE e.demande_id = d.id AND e.passage = 'ESCALADER') AS "aTemps"
      FROM demandes d
      CROSS JOIN LATERAL (SELECT moment FROM passages_demande WHERE demande_id = d.id AND passage IN ('REPONDRE', 'ACCEPTER', 'REFUSER')
        ORDER BY rang LIMIT 1) p
      WHERE d.close_le IS NOT NULL AND d.close_le >= $1 AND d.envoyee_le IS NOT NULL`,
    [depuis],
  )
  return rows
}
