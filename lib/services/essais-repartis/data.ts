import { lire } from '@/lib/server/db'
import type { PorteeGestion } from '@/lib/server/portee'
import { peutLireJournal } from '../journal/access'
import { type Alerte, voirAlerte } from './view'

/** The alerts of the last day, the latest first; an empty list for whoever need not know. */
export async function loadAlertes(acteur: PorteeGestion): Promise<readonly Alerte[]> {
  if (!peutLireJournal(acteur)) return []
  const lues = await lire(
    acteur,
    (tx) => tx.$queryRaw<{ moment: Date; comptes: number; reussies: number }[]>`
      SELECT moment, (donnees->>'comptes')::int AS comptes, (donnees->>'reussies')::int AS reussies FROM journal
      WHERE acte = 'ESSAIS_REPARTIS' AND moment > now() - interval '1 day' ORDER BY rang DESC LIMIT 20`,
  )
  return lues.map(voirAlerte)
}
