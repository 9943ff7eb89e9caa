import type { Ecriture } from '@/lib/server/db'
import { resultatSchema } from '../echeancier/schema'
import type { MajorationLue } from './view'

/** What each year's last schedule decided for this contract; for those who already may read it. */
export async function loadMajorations(client: Ecriture, adhesionId: string): Promise<MajorationLue[]> {
  const { rows } = await client.query<{ annee: number; resultat: unknown }>(
    `SELECT DISTINCT ON (annee) annee, resultat FROM echeanciers WHERE adhesion_id = $1 ORDER BY annee, version DESC`,
    [adhesionId],
  )
  return rows.map(({ annee, resultat }) => ({
    annee,
    motifs: resultatSchema.parse(resultat).segments.map((segment) => segment.motifs),
  }))
}
