import { echapper, expurger } from './expurgation'

/**
 * What this process prints that did not go through lib/server/log: the framework's own report of a page that failed, a library's warning.
 * The same filter holds for it. Once a process.
 */
const global = globalThis as typeof globalThis & { portailSortiesFiltrees?: true }

export function filtrerSorties(): void {
  if (global.portailSortiesFiltrees === true) return
  global.portailSortiesFiltrees = true
  for (const sortie of [process.stdout, process.stderr]) {
    const ecrire = sortie.write.bind(sortie)
    const filtree = (morceau: string | Uint8Array, ...reste: readonly unknown[]): boolean =>
      Reflect.apply(ecrire, sortie, [
        echapper(expurger(typeof morceau === 'string' ? morceau : Buffer.from(morceau).toString('utf8'))),
        // An encoding is that of the bytes we were given; what is left may be a callback.
        ...reste.filter((suite) => typeof suite === 'function'),
      ])
    Object.assign(sortie, { write: filtree })
  }
}
