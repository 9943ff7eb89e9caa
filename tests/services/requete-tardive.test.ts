import { PrismaPg } from '@prisma/adapter-pg'
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  Transaction,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PrismaClient } from '@/generated/prisma/client'
import { type BaseDeTest, baseDeTest } from '../support/database'

/**
 * R-11, for ever: an interactive Prisma transaction that times out may still send the statement it was about to send, after its ROLLBACK
 * (prisma/orm#29762). Role and settings are local to the transaction, so that statement finds a connection that may do nothing.
 */
let base: BaseDeTest
let proprietaire: pg.Client

beforeAll(async () => {
  base = await baseDeTest()
  proprietaire = new pg.Client({ connectionString: base.urlProprietaire })
  await proprietaire.connect()
})
afterAll(async () => {
  await proprietaire.end()
})

/** The adapter of the product, with the statement held back until the transaction was rolled back. */
function retarder(connectionString: string, envoye: (issue: Promise<unknown>) => void) {
  const fabrique: SqlMigrationAwareDriverAdapterFactory = new PrismaPg({ connectionString })
  const transaction = (tx: Transaction): Transaction => {
    let annulee = () => {}
    const annulation = new Promise<void>((resoudre) => {
      annulee = resoudre
    })
    return intercepter(tx, {
      rollback: async () => {
        await tx.rollback()
        annulee()
      },
      executeRaw: async (requete: Parameters<Transaction['executeRaw']>[0]) => {
        // BEGIN and ROLLBACK travel the same way.
        if (!requete.sql.includes('Tardive')) return tx.executeRaw(requete)
        await annulation
        const issue = tx.executeRaw(requete)
        envoye(issue)
        return issue
      },
    })
  }
  const connexion = (adaptateur: SqlDriverAdapter): SqlDriverAdapter =>
    intercepter(adaptateur, {
      startTransaction: async (...args: Parameters<SqlDriverAdapter['startTransaction']>) =>
        transaction(await adaptateur.startTransaction(...args)),
    })
  return intercepter(fabrique, { connect: async () => connexion(await fabrique.connect()) })
}

/** `cible` with some of its methods replaced; the others stay bound to it. */
function intercepter<T extends object>(cible: T, remplacements: Partial<T>): T {
  return new Proxy(cible, {
    get(_, cle) {
      if (Object.hasOwn(remplacements, cle)) return Reflect.get(remplacements, cle)
      const valeur: unknown = Reflect.get(cible, cle)
      return typeof valeur === 'function' ? valeur.bind(cible) : valeur
    },
  })
}

/** Runs one transaction whose insert leaves after its rollback on time-out. Resolves with how that insert ended. */
async function insererTropTard(
  connectionString: string,
  role: string,
): Promise<PromiseSettledResult<unknown>> {
  let noter: (issue: Promise<unknown>) => void = () => {}
  const partie = new Promise<Promise<unknown>>((resoudre) => {
    noter = (issue) => resoudre(issue.then((valeur) => [valeur]))
  })
  const prisma = new PrismaClient({ adapter: retarder(connectionString, (issue) => noter(issue)) })
  try {
    const transaction = prisma.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT set_config('role', ${role}, true)`
        await tx.$executeRaw`INSERT INTO personnes (nom, prenom, date_naissance) VALUES ('Tardive', ${role}, '1990-01-01')`
      },
      { timeout: 150 },
    )
    await expect(transaction).rejects.toThrow()
    const [issue] = await Promise.allSettled([partie])
    if (issue === undefined) throw new Error('la requête n’est jamais partie')
    return issue
  } finally {
    await prisma.$disconnect()
  }
}

const restees = async () =>
  (
    await proprietaire.query<{ prenom: string }>(`SELECT prenom FROM personnes WHERE nom = 'Tardive'`)
  ).rows.map((ligne) => ligne.prenom)

test('une requête partie après la fin de sa transaction est refusée et ne laisse aucune ligne', async () => {
  const issue = await insererTropTard(base.urlApplication, 'portail_systeme')
  expect(issue.status).toBe('rejected')
  expect(await restees()).toEqual([])
})

test('témoin : sans rôle local à la transaction, la même requête laisse une ligne', async () => {
  await insererTropTard(base.urlProprietaire, 'none')
  expect(await restees()).toEqual(['none'])
})
