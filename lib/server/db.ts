import pg from 'pg'
import { type Prisma, PrismaClient } from '@/generated/prisma/client'
import { aujourdhui } from './clock'
import { env } from './env'
import { log } from './log'
import type { Portee } from './portee'
import { delegationEnCours, pourAutrui } from './pour-autrui'
import { requeteCourante } from './requete'
import { PrismaPgUneALaFois } from './une-a-la-fois'

/**
 * The only door to the database. Each transaction takes the role and the settings of a Portee, local to it, so that row level security
 * answers for every query, and a statement that outlives its transaction finds nothing (reliability R-11).
 */
export type Lecture = Prisma.TransactionClient
export type Ecriture = pg.PoolClient

const ENTIER_SUR = (texte: string): number => {
  const n = Number(texte)
  if (!Number.isSafeInteger(n)) throw new RangeError('entier hors des entiers sûrs')
  return n
}
const parTexte = (texte: string): string => texte

/** bigint as a safe number (cents), date as « AAAA-MM-JJ ». */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.INT8) return ENTIER_SUR
    if (oid === pg.types.builtins.DATE) return parTexte
    return pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

interface Connexions {
  readonly pool: pg.Pool
  readonly prisma: PrismaClient
}

const memoire = globalThis as typeof globalThis & { portailConnexions?: Connexions }

function ouvrir(): Connexions {
  const connectionString = env().DATABASE_URL
  const perdue = (erreur: Error) => log.warn({ evenement: 'connexion-perdue', erreur: erreur.message })
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    types,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
  })
  pool.on('error', perdue)
  const adapter = new PrismaPgUneALaFois(
    { connectionString, max: 10, connectionTimeoutMillis: 5_000 },
    {
      onPoolError: perdue,
      onConnectionError: perdue,
    },
  )
  return { pool, prisma: new PrismaClient({ adapter, errorFormat: 'minimal' }) }
}

function connexions(): Connexions {
  memoire.portailConnexions ??= ouvrir()
  return memoire.portailConnexions
}

/** Closes what this process opened; for scripts and tests. */
export async function fermer(): Promise<void> {
  const ouvertes = memoire.portailConnexions
  delete memoire.portailConnexions
  if (ouvertes === undefined) return
  await ouvertes.prisma.$disconnect()
  await ouvertes.pool.end()
}

interface Reglages {
  readonly role: string
  readonly compte: string
  readonly personne: string
  readonly adhesions: string
  readonly adhesionsLues: string
  readonly lectureSeule: boolean
  readonly delegation: string
  readonly delegue: string
}

const SANS_PERSONNE = { compte: '', personne: '', adhesions: '', adhesionsLues: '', lectureSeule: false }

/** Of the portée, or of what called: the system writes for a member who may be acted for. */
function delegationDe(portee: Portee): Pick<Reglages, 'delegation' | 'delegue'> {
  const sienne = portee.type === 'ADHERENT' ? portee.delegation : delegationEnCours()
  return { delegation: sienne?.id ?? '', delegue: sienne?.compteId ?? '' }
}

/** `none` keeps the login role, which only has what portail_app has. */
function reglages(portee: Portee): Reglages {
  switch (portee.type) {
    case 'ADHERENT':
      return {
        role: 'none',
        compte: portee.compteId,
        personne: portee.personneId,
        adhesions: portee.adhesions.join(','),
        adhesionsLues: portee.adhesionsLues.join(','),
        lectureSeule: portee.lectureSeule === true,
        ...delegationDe(portee),
      }
    case 'GESTION':
      return {
        ...SANS_PERSONNE,
        delegation: '',
        delegue: '',
        role: 'portail_gestion',
        compte: portee.compteId,
      }
    case 'SYSTEME':
      return { ...SANS_PERSONNE, ...delegationDe(portee), role: 'portail_systeme' }
  }
}

const REGLER = `SELECT set_config('role', $1, true), set_config('app.compte', $2, true), set_config('app.personne', $3, true),
  set_config('app.adhesions', $4, true), set_config('app.adhesions_lues', $5, true), set_config('transaction_read_only', $6, true),
  set_config('app.delegation', $7, true), set_config('app.delegue', $8, true), set_config('app.requete', $9, true),
  set_config('app.jour', $10, true)`

/** One consistent, read-only look for one person: what a page shows. */
export async function lire<T>(portee: Portee, lecture: (tx: Lecture) => Promise<T>): Promise<T> {
  const r = reglages(portee)
  return connexions().prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT set_config('transaction_read_only', 'on', true), set_config('role', ${r.role}, true),
        set_config('app.compte', ${r.compte}, true), set_config('app.personne', ${r.personne}, true),
        set_config('app.adhesions', ${r.adhesions}, true), set_config('app.adhesions_lues', ${r.adhesionsLues}, true),
        set_config('app.delegation', ${r.delegation}, true), set_config('app.delegue', ${r.delegue}, true)`
      return lecture(tx)
    },
    { isolationLevel: 'RepeatableRead', timeout: 10_000, maxWait: 5_000 },
  )
}

/** A statement and its values, by whichever client a transaction has. Days as text only where the statement says so. */
export type Interroger = <T extends object>(sql: string, valeurs: readonly unknown[]) => Promise<T[]>

export const parLecture =
  (tx: Lecture): Interroger =>
  <T extends object>(sql: string, valeurs: readonly unknown[]) =>
    tx.$queryRawUnsafe<T[]>(sql, ...valeurs)

export const parEcriture =
  (client: Ecriture): Interroger =>
  async <T extends object>(sql: string, valeurs: readonly unknown[]) =>
    (await client.query<T>(sql, [...valeurs])).rows

const ESSAIS = 5
/** serialization_failure, deadlock_detected. */
const A_REPRENDRE = new Set(['40001', '40P01'])

/** One command, one transaction, on one `pg` client: all of it or nothing. Replayed when Postgres asks for it. */
export async function ecrire<T>(portee: Portee, commande: (client: Ecriture) => Promise<T>): Promise<T> {
  for (let essai = 1; ; essai += 1) {
    try {
      return await transaction(portee, commande)
    } catch (erreur) {
      if (essai >= ESSAIS || !A_REPRENDRE.has(codeSql(erreur))) throw erreur
    }
  }
}

const codeSql = (erreur: unknown): string => (erreur instanceof pg.DatabaseError ? (erreur.code ?? '') : '')

/** Whoever reports an error prints all of it; these parts are the values of a row. */
function sansValeurs(erreur: unknown): unknown {
  if (erreur instanceof pg.DatabaseError)
    Object.assign(erreur, { detail: undefined, where: undefined, internalQuery: undefined })
  return erreur
}

async function transaction<T>(portee: Portee, commande: (client: Ecriture) => Promise<T>): Promise<T> {
  const requete = (await requeteCourante()) ?? ''
  const client = await connexions().pool.connect()
  let perdu: Error | undefined
  const noter = (erreur: Error) => {
    perdu = erreur
  }
  client.on('error', noter)
  try {
    const r = reglages(portee)
    await client.query('BEGIN')
    const lecture = r.lectureSeule ? 'on' : 'off'
    const qui = [r.role, r.compte, r.personne, r.adhesions, r.adhesionsLues]
    await client.query(REGLER, [...qui, lecture, r.delegation, r.delegue, requete, aujourdhui()])
    const resultat = await pourAutrui(portee, () => commande(client))
    await client.query('COMMIT')
    return resultat
  } catch (erreur) {
    await client.query('ROLLBACK').catch((echec: Error) => noter(echec))
    throw sansValeurs(erreur)
  } finally {
    client.off('error', noter)
    client.release(perdu)
  }
}
