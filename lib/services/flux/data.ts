import { createHash } from 'node:crypto'
import { type FileHandle, mkdtemp, open, rmdir, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ouvrir } from '@/lib/flux/decomptes/adaptateur'
import { RefusFlux } from '@/lib/flux/decomptes/anomalie'

/** 2 GiB: about two million lines. */
const TAILLE_MAXIMALE = 2 * 1024 ** 3
const LECTURE = 64 * 1024

export interface Depot {
  /** SHA-256 of the bytes. */
  readonly empreinte: Buffer
  readonly ouvrir: Ouvrir
  readonly fermer: () => Promise<void>
}

/**
 * The received bytes, kept aside while they are read several times: a file without a name, that the system frees even after a kill -9
 * (it holds NIRs). @throws {RefusFlux} TROP_GRAND
 */
export async function deposer(source: AsyncIterable<Uint8Array>): Promise<Depot> {
  const fichier = await fichierSansNom()
  try {
    const somme = createHash('sha256')
    let taille = 0
    for await (const morceau of source) {
      if (taille + morceau.length > TAILLE_MAXIMALE)
        throw new RefusFlux('TROP_GRAND', { attendu: TAILLE_MAXIMALE })
      let ecrits = 0
      while (ecrits < morceau.length) {
        const { bytesWritten } = await fichier.write(
          morceau,
          ecrits,
          morceau.length - ecrits,
          taille + ecrits,
        )
        ecrits += bytesWritten
      }
      taille += morceau.length
      somme.update(morceau)
    }
    return {
      empreinte: somme.digest(),
      ouvrir: () => relire(fichier),
      fermer: () => fichier.close(),
    }
  } catch (erreur) {
    await fichier.close()
    throw erreur
  }
}

async function* relire(fichier: FileHandle): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await fichier.read(Buffer.allocUnsafe(LECTURE), 0, LECTURE, position)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
  }
}

async function fichierSansNom(): Promise<FileHandle> {
  const dossier = await mkdtemp(join(tmpdir(), 'portail-flux-'))
  const chemin = join(dossier, 'flux')
  try {
    const fichier = await open(chemin, 'wx+', 0o600)
    await unlink(chemin)
    return fichier
  } finally {
    await rmdir(dossier)
  }
}
