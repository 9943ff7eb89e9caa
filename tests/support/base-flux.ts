import pg from 'pg'
import { baseDeTest } from './database'

/** The owner's look behind row level security, on the database of this test file. */
export async function baseDeFlux(): Promise<{ proprietaire: pg.Pool; fermer: () => Promise<void> }> {
  const { urlProprietaire } = await baseDeTest()
  process.env.PORTAIL_TODAY = '2026-11-15'
  const proprietaire = new pg.Pool({ connectionString: urlProprietaire, max: 3 })
  return {
    proprietaire,
    fermer: async () => {
      const { fermer } = await import('@/lib/server/db')
      await fermer()
      await proprietaire.end()
    },
  }
}
