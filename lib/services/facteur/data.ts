import type { NatureFacteur } from '@/generated/prisma/enums'
import { type Ecriture, lire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import type { FacteurLu } from './view'

/** What the seed of an application is sealed for. */
export const contexteGraine = (facteurId: string): string => `facteurs:${facteurId}`

/** Kinds of factor that an account has proven and kept. */
export async function loadNatures(client: Ecriture, compteId: string): Promise<readonly NatureFacteur[]> {
  const { rows } = await client.query<{ nature: NatureFacteur }>(
    'SELECT nature FROM facteurs WHERE compte_id = $1 AND confirme_le IS NOT NULL AND retire_le IS NULL',
    [compteId],
  )
  return rows.map(({ nature }) => nature)
}

/** The factors of an account, begun ones too, the oldest first. */
export async function loadFacteurs(compteId: string): Promise<readonly FacteurLu[]> {
  return lire(SYSTEME, async (tx) => {
    const lus = await tx.facteur.findMany({
      where: { compteId, retireLe: null },
      orderBy: [{ creeLe: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        nature: true,
        nom: true,
        creeLe: true,
        confirmeLe: true,
        dernierUsageLe: true,
        _count: { select: { codes: { where: { utiliseLe: null } } } },
      },
    })
    return lus.map(({ _count, ...facteur }) => ({ ...facteur, codesRestants: _count.codes }))
  })
}
