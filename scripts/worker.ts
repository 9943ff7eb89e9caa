// Background jobs: the application's login, no DDL. Run by npm start beside the web server, or alone by npm run worker.
import PgBoss from 'pg-boss'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { dansRequete } from '@/lib/server/requete'
import { fermerSmtp } from '@/lib/server/smtp'
import { filtrerSorties } from '@/lib/server/sorties'
import { JOBS, type Job } from './worker/jobs'

filtrerSorties()

// What is finished is of no use: no longer than a week.
const boss = new PgBoss({ connectionString: env().DATABASE_URL, migrate: false, max: 4, deleteAfterDays: 7 })
boss.on('error', (error) => log.error({ evenement: 'file-en-erreur', erreur: error.message }))

try {
  await boss.start()
} catch (error) {
  // npm start tries again; alone, whoever supervises us does.
  log.error({
    evenement: 'taches-non-demarrees',
    erreur: error instanceof Error ? error.message : 'inconnue',
  })
  process.exit(1)
}
/** Each job of a batch succeeds or fails by itself; the queue tries again what failed, and nobody would know otherwise. */
async function run({ queue, handle }: Job, { id, data }: PgBoss.Job<object>): Promise<void> {
  try {
    await dansRequete(id, () => handle(id, data))
  } catch (error) {
    const erreur = error instanceof Error ? error.message : 'inconnue'
    log.error({ evenement: 'tache-echouee', file: queue, tache: id, erreur })
    await boss.fail(queue, id, { erreur })
  }
}

for (const job of JOBS) {
  const { queue, schedule, batch = 1 } = job
  if (schedule !== undefined) await boss.schedule(queue, schedule, {}, { tz: 'Europe/Paris' })
  await boss.work<object>(queue, { pollingIntervalSeconds: 2, batchSize: batch }, async (jobs) => {
    await Promise.all(jobs.map((taken) => run(job, taken)))
  })
}
log.info({ evenement: 'taches-pretes', files: JOBS.length })

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  // A job still running after this is given back to the queue.
  await boss.stop({ graceful: true, timeout: 8_000 })
  fermerSmtp()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
