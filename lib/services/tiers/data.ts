import { lire } from '@/lib/server/db'
import type { PorteeGestion } from '@/lib/server/portee'
import { peutPreparerLot } from '@/lib/services/lot-bancaire/access'

export interface TiersLu {
  readonly id: string
  readonly identifiant: string
  readonly nom: string
  /** Last four of its account; null: none known. */
  readonly ibanFin: string | null
}

const COLONNES = { id: true, identifiant: true, nom: true, ibanFin: true } as const

/** Professionals and establishments the mutuelle pays, those without an account first. */
export async function loadTiers(acteur: PorteeGestion): Promise<readonly TiersLu[]> {
  if (!peutPreparerLot(acteur)) return []
  const lus = await lire(acteur, (tx) =>
    tx.tiers.findMany({ select: COLONNES, orderBy: [{ nom: 'asc' }, { id: 'asc' }] }),
  )
  return [...lus.filter((t) => t.ibanFin === null), ...lus.filter((t) => t.ibanFin !== null)]
}

export async function loadUnTiers(acteur: PorteeGestion, id: string): Promise<TiersLu | null> {
  if (!peutPreparerLot(acteur)) return null
  return lire(acteur, (tx) => tx.tiers.findUnique({ select: COLONNES, where: { id } }))
}
