import { lire } from '@/lib/server/db'
import type { Acteur } from '@/lib/server/portee'

export interface ContratQuitte {
  readonly id: string
  readonly numeroAdherent: string
  readonly reglement: string
}

/** Contracts that this person holds or that cover them, the latest first. */
export async function loadContratsQuittes(acteur: Acteur): Promise<readonly ContratQuitte[]> {
  if (acteur.type !== 'ADHERENT') return []
  return lire(acteur, (tx) =>
    tx.adhesion.findMany({
      select: { id: true, numeroAdherent: true, reglement: true },
      where: { id: { in: [...acteur.adhesions, ...acteur.adhesionsLues] } },
      orderBy: [{ dateEffet: 'desc' }, { id: 'asc' }],
    }),
  )
}
