import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlQuery, SqlQueryable, Transaction } from '@prisma/driver-adapter-utils'

/**
 * Prisma reads the relations of a query side by side on the one connection of its transaction. `pg` queues them today and will refuse them
 * in its version 9: here each statement waits for the one before, whatever came of it.
 */
function enFile(transaction: Transaction): Transaction {
  let precedente: Promise<unknown> = Promise.resolve()
  const apres =
    <R>(envoyer: (requete: SqlQuery) => Promise<R>) =>
    (requete: SqlQuery): Promise<R> => {
      const suivante = precedente.then(() => envoyer(requete))
      precedente = suivante.catch(() => undefined)
      return suivante
    }
  const file: SqlQueryable = transaction
  file.queryRaw = apres(file.queryRaw.bind(file))
  file.executeRaw = apres(file.executeRaw.bind(file))
  return transaction
}

export class PrismaPgUneALaFois extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adaptateur = await super.connect()
    const base: SqlDriverAdapter = adaptateur
    const ouvrir = base.startTransaction.bind(base)
    base.startTransaction = async (isolation) => enFile(await ouvrir(isolation))
    return adaptateur
  }
}
