import pg from 'pg'
import { StartFailure } from '../start/failure.mjs'
import { withClient } from './session'

const VERSION_FLOOR = 160_000

function place(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || '5432'}${pathname}`
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "n'écoute pas : démarrez le serveur PostgreSQL ou corrigez l'adresse",
  ENOTFOUND: "a un nom d'hôte inconnu : corrigez l'adresse",
  EAI_AGAIN: 'a un nom d’hôte que le réseau ne sait pas résoudre : vérifiez le DNS',
  EHOSTUNREACH: 'est injoignable : vérifiez le réseau',
  ETIMEDOUT: 'ne répond pas : vérifiez le réseau et le pare-feu',
  ECONNRESET: 'coupe la connexion : vérifiez sslmode et le pare-feu',
  '28P01': 'refuse le mot de passe : corrigez-le',
  '28000': 'refuse ce rôle : vérifiez pg_hba.conf et le nom du rôle',
  '3D000': "n'existe pas : créez cette base",
  '42501': 'refuse la connexion à ce rôle : donnez-lui CONNECT',
  '53300': 'a trop de connexions : augmentez max_connections ou libérez-en',
  '57P03': 'est en cours de démarrage : relancez dans un instant',
  '53100': 'a son disque plein : libérez de la place',
}

/** The French line of a database error met while preparing the database, or null when it is not one we know. */
export function databaseFailure(error: unknown, variable: string, url: string): StartFailure | null {
  const known = REASONS[codeOf(error)]
  const timeout = error instanceof Error && /timeout/i.test(error.message) ? REASONS.ETIMEDOUT : undefined
  const reason = known ?? timeout
  if (reason === undefined) return null
  return new StartFailure(`La base de données de ${variable} (${place(url)}) ${reason}, puis relancez.`, {
    cause: error,
  })
}

/** Connects once, and checks what the product relies on. */
export async function checkReachable(variable: string, url: string): Promise<void> {
  try {
    await withClient(url, async (client) => {
      const { rows } = await client.query<{ version: number; encoding: string }>(
        "SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding",
      )
      const found = rows[0]
      if (!found || found.version < VERSION_FLOOR) {
        throw new StartFailure(
          `La base de ${variable} (${place(url)}) doit être PostgreSQL 16 ou plus récent.`,
        )
      }
      if (found.encoding !== 'UTF8') {
        throw new StartFailure(
          `La base de ${variable} (${place(url)}) doit être encodée en UTF8, pas ${found.encoding}.`,
        )
      }
    })
  } catch (error) {
    if (error instanceof StartFailure) throw error
    const line =
      error instanceof pg.DatabaseError || error instanceof Error
        ? databaseFailure(error, variable, url)
        : null
    throw line ?? error
  }
}
