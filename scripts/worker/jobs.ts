import { annee } from '@/lib/rules/date/date-civile'
import { aujourdhui, instantMetier, maintenant } from '@/lib/server/clock'
import { ouvrirTravail } from '@/lib/server/jobs'
import type { QueueName } from '@/lib/server/queues'
import { balayer } from '@/lib/server/stockage/balayage'
import { analyserEnAttente } from '@/lib/services/analyse/mutations'
import { annoncerSeizeAnsDuJour } from '@/lib/services/beneficiaire/mutations'
import { emettreCartes } from '@/lib/services/carte/mutations'
import { donnerCodes } from '@/lib/services/code-acces/mutations'
import { traiterAccesPerdu } from '@/lib/services/compte/mutations'
import { purgerAcces } from '@/lib/services/connexion/mutations'
import { purger } from '@/lib/services/conservation/mutations'
import {
  expedierCourriel,
  purgerCourriels,
  relancerCourrielsOublies,
} from '@/lib/services/courriel/mutations'
import { recompterDelais } from '@/lib/services/delai-constate/mutations'
import { purgerDemarches } from '@/lib/services/demarche-externe/mutations'
import { suivreDemandes } from '@/lib/services/echeances-demande/mutations'
import {
  actualiserEcheanciers,
  appelerEcheances,
  genererEcheanciers,
} from '@/lib/services/echeancier/mutations'
import { suivreImpayes } from '@/lib/services/impaye/mutations'
import { suivreIndus } from '@/lib/services/indu/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'
import { emettreLotDemande } from '@/lib/services/paiement/mutations'
import { finirDelegations } from '@/lib/services/passage-delegation/mutations'
import { suivreRejets } from '@/lib/services/rejet-prelevement/mutations'
import { executerReleves } from '@/lib/services/releve/mutations'

/** What the worker does with a queue of lib/server/queues. The id is the same at every retry. */
export type Job = {
  readonly queue: QueueName
  /** Cron, Europe/Paris, for what nobody sends. */
  readonly schedule?: string
  /** Jobs taken at once; one when absent. */
  readonly batch?: number
  readonly handle: (id: string, data: object) => Promise<void>
}

export const JOBS: readonly Job[] = [
  {
    // What the SMTP pool can have tried, five at a time and each too slow, before the queue believes the job dead.
    queue: 'courriel',
    batch: 20,
    handle: (id, data) => expedierCourriel(ouvrirTravail('courriel', id, data).id),
  },
  {
    queue: 'courriels-oublies',
    schedule: '*/5 * * * *',
    handle: async () => {
      await relancerCourrielsOublies(maintenant())
    },
  },
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
  {
    // Sent when a batch is launched; the schedule is for the one that a stop or a failure left unfinished.
    queue: 'releves',
    schedule: '*/5 * * * *',
    handle: async () => {
      await executerReleves()
    },
  },
  {
    // Files that wait for the antivirus; without one configured this does nothing.
    queue: 'analyse',
    schedule: '* * * * *',
    handle: async () => {
      await analyserEnAttente()
    },
  },
  {
    // After the morning's first bank files. What leaves was shown to staff the day before.
    queue: 'impayes',
    schedule: '30 9 * * *',
    handle: async () => {
      const { echecs } = await suivreImpayes()
      // The others are done; the queue tries these again, and says so.
      if (echecs > 0) throw new Error(`impayés : ${echecs} contrat(s) en échec`)
    },
  },
  {
    queue: 'fichiers',
    schedule: '41 3 * * *',
    handle: async () => {
      await balayer(maintenant())
    },
  },
  {
    // Who has no code d'accès gets one, and its letter once they may use it. Every card ends with the year at the latest: on 1 January all of them, on another day those that a change ended. Made once: cut short,
    // the next run does the others.
    queue: 'cartes',
    schedule: '20 5 * * *',
    handle: async () => {
      const jour = aujourdhui()
      const codes = await donnerCodes(jour)
      const cartes = await emettreCartes(jour, { annoncer: true })
      const echecs = codes.echecs + cartes.echecs
      if (echecs > 0) throw new Error(`cartes et codes d'accès : ${echecs} en échec`)
    },
  },
  {
    // Two months before a birthday, then whoever could not be told the day before: once a person.
    queue: 'seize-ans',
    schedule: '10 7 * * *',
    handle: async () => {
      await annoncerSeizeAnsDuJour(aujourdhui())
      await finirDelegations(aujourdhui(), instantMetier())
    },
  },
  {
    // What is late, what was asked for and has not come, what must be acknowledged; and how long answers take. Each demande in a
    // transaction of its own, each step written once: cut short, the next run goes on.
    queue: 'demandes',
    schedule: '*/15 * * * *',
    handle: async () => {
      const { echecs } = await suivreDemandes()
      await recompterDelais()
      if (echecs > 0) throw new Error(`demandes : ${echecs} en échec`)
    },
  },
  {
    // What has passed its time, a few rows a transaction: cut short, the next night goes on.
    queue: 'conservation',
    schedule: '53 4 * * *',
    handle: async () => {
      await purger({ essai: false })
    },
  },
  {
    queue: 'menage',
    schedule: '23 3 * * *',
    handle: async () => {
      await purgerAcces(maintenant())
      await purgerDemarches(maintenant())
      await purgerCourriels(maintenant())
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
      await suivreRejets(jour)
      await actualiserEcheanciers(jour)
      await appelerEcheances(jour)
    },
  },
]
