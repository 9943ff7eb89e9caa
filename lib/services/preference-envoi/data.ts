import type { NatureEnvoi, SupportEnvoi } from '@/generated/prisma/enums'
import { type Ecriture, lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import type { ChoixLu } from './view'

/**
 * How a paper of this kind leaves for this person today: as they last chose; without a choice, on the portal for who has opened their
 * space there, else on paper. Nobody is told by a mail they cannot receive.
 */
export async function loadSupport(
  client: Ecriture,
  personneId: string,
  nature: NatureEnvoi,
): Promise<SupportEnvoi> {
  const { rows } = await client.query<{ support: SupportEnvoi | null; joignable: boolean }>(
    `SELECT (SELECT e.support FROM preferences_envoi e WHERE e.personne_id = $1 AND e.nature = $2::text::"NatureEnvoi"
        ORDER BY e.rang DESC LIMIT 1) AS support,
      EXISTS (SELECT FROM comptes c WHERE c.personne_id = $1 AND c.statut = 'ACTIF' AND c.email_confirme_le IS NOT NULL) AS joignable`,
    [personneId, nature],
  )
  const [lu] = rows
  if (lu === undefined || !lu.joignable) return 'PAPIER'
  return lu.support ?? 'ELECTRONIQUE'
}

/** Every choice this person made, the latest first. */
export const loadChoix = (acteur: PorteeAdherent): Promise<readonly ChoixLu[]> =>
  lire(acteur, (tx) =>
    tx.preferenceEnvoi.findMany({
      select: { nature: true, support: true, rang: true, creeLe: true },
      where: { personneId: acteur.personneId },
      orderBy: [{ creeLe: 'desc' }, { nature: 'asc' }, { rang: 'desc' }],
    }),
  )
