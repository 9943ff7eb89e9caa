import type { NatureCourriel } from '@/generated/prisma/enums'
import { type Ecriture, lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import type { ChoixCourriel } from './view'

/** Whether this account wants e-mails of this kind today: as it last chose; without a choice, yes. */
export async function estVoulu(client: Ecriture, compteId: string, nature: NatureCourriel): Promise<boolean> {
  const { rows } = await client.query<{ voulu: boolean }>(
    `SELECT voulu FROM preferences_courriel WHERE compte_id = $1 AND nature = $2::text::"NatureCourriel"
      ORDER BY rang DESC LIMIT 1`,
    [compteId, nature],
  )
  return rows[0]?.voulu ?? true
}

/** Every choice of this account, the latest first. */
export const loadChoixCourriel = (acteur: PorteeAdherent): Promise<readonly ChoixCourriel[]> =>
  lire(acteur, (tx) =>
    tx.preferenceCourriel.findMany({
      select: { nature: true, rang: true, voulu: true, creeLe: true },
      where: { compteId: acteur.compteId },
      orderBy: [{ creeLe: 'desc' }, { nature: 'asc' }, { rang: 'desc' }],
    }),
  )
