import type { Papier } from '@/lib/papiers/papier'
import { Atelier } from './atelier'
import { mettreEnPage } from './mise-en-page'

/** Next may load this file several times in one process: the children are shared all the same. */
const memoire = globalThis as typeof globalThis & { portailAtelier?: Atelier }

/**
 * The PDF/UA-1 of a paper. Resolves in some 20 ms once a child is warm (half a second for the first).
 * @throws {ErreurDeRendu} when the compiler refuses, takes too long or dies: the next call starts on a fresh child.
 */
export async function renduPdf(papier: Papier): Promise<Buffer> {
  memoire.portailAtelier ??= new Atelier()
  return memoire.portailAtelier.rendre(mettreEnPage(papier))
}
