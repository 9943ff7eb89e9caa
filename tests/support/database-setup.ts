import { afterAll } from 'vitest'
import { baseDeTest, supprimerBaseDeTest } from './database'

await baseDeTest()

afterAll(async () => {
  // Only when the file opened it: importing it for nothing would cost more than the test.
  if ('portailConnexions' in globalThis) await (await import('@/lib/server/db')).fermer()
  await supprimerBaseDeTest()
})
