import pg from 'pg'
import { baseDeTest } from './database'

/** The database of this test file, with the owner's connection to look behind row level security, on a fixed business day. */
export async function baseDeFlux(): Promise<{ proprietaire: pg.Pool; fermer: () => Promise<void> }> {
  const base = await baseDeTest()
  process.env.PORTAIL_TODAY = '2026-11-15'
  const proprietaire = new pg.Pool({ connectionString: base.urlProprietaire, max: 3 })
  return { proprietaire, fermer: () => proprietaire.end() }
}
