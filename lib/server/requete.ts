import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * The id of what is being done: a request that proxy.ts numbered, or a job. The journal and the technical logs carry it, so that one
 * leads to the other. Nothing here knows Next: lib/server/session says how to ask it.
 */
type Demander = () => Promise<string | null>

interface Memoire {
  readonly contexte: AsyncLocalStorage<string>
  demander: Demander
}

/** One for the process: a bundler may make several copies of this module. */
const global = globalThis as typeof globalThis & { portailRequete?: Memoire }

function memoire(): Memoire {
  global.portailRequete ??= { contexte: new AsyncLocalStorage(), demander: async () => null }
  return global.portailRequete
}

/** Who knows the request when nobody said it: the framework, during a render. */
export const fournirRequete = (demander: Demander): void => {
  memoire().demander = demander
}

/** Everything that `travail` writes, in the journal and in the logs, is of this request or of this job. */
export const dansRequete = <T>(id: string | null, travail: () => Promise<T>): Promise<T> =>
  id === null ? travail() : memoire().contexte.run(id, travail)

/** What is known without waiting: inside an action or a job. */
export const requeteConnue = (): string | null => memoire().contexte.getStore() ?? null

export const requeteCourante = async (): Promise<string | null> => requeteConnue() ?? memoire().demander()
