import { annee } from '@/lib/rules/date/date-civile'
import { aujourdhui, maintenant } from '@/lib/server/clock'
import { ouvrirTravail } from '@/lib/server/jobs'
import type { QueueName } from '@/lib/server/queues'
import { traiterAccesPerdu } from '@/lib/services/compte/mutations'
import { purgerAcces } from '@/lib/services/connexion/mutations'
import { expedierCourriel } from '@/lib/services/courriel/mutations'
import {
  actualiserEcheanciers,
  appelerEcheances,
  genererEcheanciers,
} from '@/lib/services/echeancier/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'

/** What the worker does with a queue of lib/server/queues. The id is the same at every retry. */
export type Job = {
  readonly queue: QueueName
  /** Cron, Europe/Paris, for what nobody sends. */
  readonly schedule?: string
  readonly handle: (id: string, data: object) => Promise<void>
}

export const JOBS: readonly Job[] = [
  { queue: 'courriel', handle: (id, data) => expedierCourriel(ouvrirTravail('courriel', id, data)) },
  { queue: 'acces-perdu', handle: (id, data) => traiterAccesPerdu(ouvrirTravail('acces-perdu', id, data)) },
  {
    // An import cut short resumes by itself; with nothing left to do this reads one index.
    queue: 'liquidation',
    schedule: '*/2 * * * *',
    handle: async () => {
      await liquider()
    },
  },
  {
    // Schedules of the year (all of them on 1 January), those that a change touched, then what falls due. Each step writes once:
    // cut short, or run twice, it ends the same.
    queue: 'cotisations',
    schedule: '17 4 * * *',
    handle: async () => {
      const jour = aujourdhui()
      await genererEcheanciers(annee(jour), jour)
      await actualiserEcheanciers(jour)
      await appelerEcheances(jour)
    },
  },
  { queue: 'menage', schedule: '23 3 * * *', handle: () => purgerAcces(maintenant()) },
]
