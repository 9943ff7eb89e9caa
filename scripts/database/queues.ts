import PgBoss from 'pg-boss'
import { QUEUES } from '@/lib/server/queues'

/** The owner makes the schema and the queues; the application, which has no DDL, starts with `migrate: false`. */
export async function createQueues(ownerUrl: string): Promise<void> {
  // `schedule` so that the library's own queue for timed jobs exists as well.
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: true })
  let failure: Error | null = null
  boss.on('error', (error) => {
    failure = error
  })
  await boss.start()
  try {
    for (const { name, ...options } of QUEUES) {
      const definition = { name, ...options, retryBackoff: true }
      await boss.createQueue(name, definition)
      await boss.updateQueue(name, definition)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  if (failure) throw failure
}
