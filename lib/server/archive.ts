import { Zip, ZipPassThrough } from 'fflate'
import { instantMetier } from './clock'
import { log } from './log'
import { FichierEfface, ouvrirFichier } from './stockage/fichiers'
import { FichierAbsent } from './stockage/magasin'
import type { FichierADonner } from './telechargement'

/** A ZIP that leaves to a browser as it is made. */
export interface Archive {
  readonly nom: string
  readonly octets: AsyncIterable<Uint8Array>
}

export interface EntreeArchive {
  readonly nom: string
  readonly octets: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** Names of an archive go no further than its folder. */
export const nomDePiece = (rang: number, nom: string): string =>
  `${String(rang + 1).padStart(2, '0')}-${nom.replace(/[/\\]/g, '-')}`

/** One entry at a time, as it is read: nothing is held whole. */
export async function* zipper(contenu: AsyncIterable<EntreeArchive>): AsyncGenerator<Uint8Array> {
  const prets: Uint8Array[] = []
  const zip = new Zip((erreur, octets) => {
    if (erreur !== null) throw erreur
    prets.push(octets)
  })
  for await (const { nom, octets } of contenu) {
    const entree = new ZipPassThrough(nom)
    entree.mtime = instantMetier()
    zip.add(entree)
    for await (const morceau of octets) {
      entree.push(morceau)
      yield* prets.splice(0)
    }
    entree.push(new Uint8Array(0), true)
    yield* prets.splice(0)
  }
  zip.end()
  yield* prets.splice(0)
}

/** The bytes of a stored file; null when it is not given, or no longer there: the rest of the archive says it. */
export async function ouvrirPourArchive(fichier: FichierADonner): Promise<AsyncIterable<Uint8Array> | null> {
  if (fichier.effaceLe !== null || !(fichier.verdict === 'SAIN' || fichier.verdict === 'NON_REQUIS'))
    return null
  try {
    return await ouvrirFichier(fichier)
  } catch (erreur) {
    if (!(erreur instanceof FichierAbsent || erreur instanceof FichierEfface)) throw erreur
    log.error({ evenement: 'piece-absente', fichier: fichier.id })
    return null
  }
}
