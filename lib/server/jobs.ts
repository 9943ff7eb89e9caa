import { randomUUID } from 'node:crypto'
import PgBoss from 'pg-boss'
import { z } from 'zod'
import { chiffrer, dechiffrer } from './chiffrement'
import type { Ecriture } from './db'

/**
 * Jobs are sent inside the transaction that decides them, and carry their content encrypted, because a mail holds a link and a person.
 */

/** Content of the jobs that somebody sends, by queue. */
export interface Contenus {
  /** The mail is in its row, which has the id of the job. */
  courriel: Readonly<Record<string, never>>
  'acces-perdu': { readonly identifiant: string }
  banque: { readonly lotId: string }
  releves: { readonly lotId: string }
}

/** What the worker hands to a handler. The id is the same at every retry. */
export interface Travail<C> {
  readonly id: string
  readonly contenu: C
}

/** Only builds SQL: every `send` brings its own connection, that of the transaction. */
const plume = new PgBoss({
  db: { executeSql: () => Promise.reject(new Error('un travail ne part que dans une transaction')) },
})

const contexte = (file: keyof Contenus, id: string): string => `pgboss:${file}:${id}`

/** Sends a job if, and only if, the caller's transaction commits. @throws {Error} when the queue does not exist or the id was used. */
export async function envoyerTravail<F extends keyof Contenus>(
  client: Ecriture,
  file: F,
  contenu: Contenus[F],
  id: string = randomUUID(),
): Promise<void> {
  if (!(await inserer(client, file, contenu, id)))
    throw new Error(`la file « ${file} » n'existe pas : relancez la mise en place`)
}

/** The same job once more, unless it still waits or runs. */
export async function relancerTravail<F extends keyof Contenus>(
  client: Ecriture,
  file: F,
  contenu: Contenus[F],
  id: string,
): Promise<void> {
  await client.query("DELETE FROM pgboss.job WHERE name = $1 AND id = $2 AND state > 'active'", [file, id])
  await inserer(client, file, contenu, id)
}

async function inserer<F extends keyof Contenus>(
  client: Ecriture,
  file: F,
  contenu: Contenus[F],
  id: string,
): Promise<boolean> {
  const donnees = { chiffre: chiffrer(JSON.stringify(contenu), contexte(file, id)).toString('base64') }
  const db = { executeSql: (texte: string, valeurs: unknown[]) => client.query(texte, valeurs) }
  return (await plume.send(file, donnees, { id, db })) !== null
}

const enveloppe = z.object({ chiffre: z.base64() })

/** The job as its handler wants it. @throws {Error} when it was not sealed by `envoyerTravail` for this queue and this id. */
export function ouvrirTravail<F extends keyof Contenus>(
  file: F,
  id: string,
  donnees: object,
): Travail<Contenus[F]> {
  const { chiffre } = enveloppe.parse(donnees)
  const clair = dechiffrer(Buffer.from(chiffre, 'base64'), contexte(file, id))
  return { id, contenu: JSON.parse(clair) as Contenus[F] }
}
