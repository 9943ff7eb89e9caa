import { aujourdhui, maintenant } from '@/lib/server/clock'
import { ouvrirTravail } from '@/lib/server/jobs'
import type { QueueName } from '@/lib/server/queues'
import { traiterAccesPerdu } from '@/lib/services/compte/mutations'
import { purgerAcces } from '@/lib/services/connexion/mutations'
import { expedierCourriel } from '@/lib/services/courriel/mutations'
import { suivreIndus } from '@/lib/services/indu/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'
import { emettreLotDemande } from '@/lib/services/paiement/mutations'

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
  { queue: 'banque', handle: (id, data) => emettreLotDemande(ouvrirTravail('banque', id, data)) },
  {
    queue: 'indus',
    schedule: '40 5 * * *',
    handle: async () => {
      await suivreIndus(aujourdhui())
    },
  },
  { queue: 'menage', schedule: '23 3 * * *', handle: () => purgerAcces(maintenant()) },
]
