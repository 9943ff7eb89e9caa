import { createHash } from 'node:crypto'
import { type FileHandle, mkdtemp, open, rmdir, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ouvrir } from '@/lib/flux/decomptes/adaptateur'
import { RefusFlux } from '@/lib/flux/decomptes/anomalie'
import { lire } from '@/lib/server/db'
import type { PorteeGestion } from '@/lib/server/portee'
import { peutImporterFlux } from './access'
import { voirEcartee, voirFlux } from './view'

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

export const FLUX_PAR_PAGE = 25
export const LIGNES_PAR_PAGE = 50

const COLONNES = {
  id: true,
  ordre: true,
  recuLe: true,
  emetteurType: true,
  emetteurCode: true,
  emetteurLibelle: true,
  idFichier: true,
  nombreLignes: true,
  lignesNouvelles: true,
  lignesDoublons: true,
  lignesQuarantaine: true,
  statut: true,
} as const

/** Files received, the latest first. `avant`: key of the page before. */
export async function loadFluxRecus(acteur: PorteeGestion, avant: number | null) {
  if (!peutImporterFlux(acteur)) return { flux: [], suite: null }
  const lus = await lire(acteur, (tx) =>
    tx.fluxRecu.findMany({
      select: COLONNES,
      ...(avant === null ? {} : { where: { ordre: { lt: BigInt(avant) } } }),
      orderBy: { ordre: 'desc' },
      take: FLUX_PAR_PAGE + 1,
    }),
  )
  const page = lus.slice(0, FLUX_PAR_PAGE)
  const dernier = page.at(-1)
  return {
    flux: page.map(voirFlux),
    suite: lus.length > FLUX_PAR_PAGE && dernier ? String(dernier.ordre) : null,
  }
}

/** One file and its lines set aside, in the order of the file. Null: no such file. */
export async function loadFluxEcartees(acteur: PorteeGestion, id: string, apres: number | null) {
  if (!peutImporterFlux(acteur)) return null
  return lire(acteur, async (tx) => {
    const flux = await tx.fluxRecu.findUnique({ select: COLONNES, where: { id } })
    if (flux === null) return null
    const lues = await tx.quarantaine.findMany({
      select: { rang: true, motif: true, detail: true },
      where: { fluxId: id, ...(apres === null ? {} : { rang: { gt: apres } }) },
      orderBy: { rang: 'asc' },
      take: LIGNES_PAR_PAGE + 1,
    })
    const page = lues.slice(0, LIGNES_PAR_PAGE)
    const dernier = page.at(-1)
    return {
      flux: voirFlux(flux),
      lignes: page.map(voirEcartee),
      suite: lues.length > LIGNES_PAR_PAGE && dernier ? String(dernier.rang) : null,
    }
  })
}
