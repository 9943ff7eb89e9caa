// Background jobs: the application's login, no DDL. Run by npm start beside the web server, or alone by npm run worker.
import PgBoss from 'pg-boss'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { JOBS } from './worker/jobs'

// A finished job still holds a mail, sealed: no longer than a week.
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
for (const { queue, schedule, handle } of JOBS) {
  if (schedule !== undefined) await boss.schedule(queue, schedule, {}, { tz: 'Europe/Paris' })
  await boss.work<object>(queue, { pollingIntervalSeconds: 2 }, async ([job]) => {
    if (!job) return
    try {
      await handle(job.id, job.data)
    } catch (error) {
      // The queue tries again; nobody would know otherwise.
      const erreur = error instanceof Error ? error.message : 'inconnue'
      log.error({ evenement: 'tache-echouee', file: queue, tache: job.id, erreur })
      throw error
    }
  })
}
log.info({ evenement: 'taches-pretes', files: JOBS.length })

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  // A job still running after this is given back to the queue.
  await boss.stop({ graceful: true, timeout: 8_000 })
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
