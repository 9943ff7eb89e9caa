import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ConservationFichier, VerdictFichier } from '@/generated/prisma/enums'
import { chiffrer, dechiffrer } from '../chiffrement'
import type { Ecriture } from '../db'
import { desceller, sceller } from '../scellement'
import { magasin } from './magasin'

/**
 * Files of the portal: a row in `fichiers`, bytes in the magasin under the row's id. Each content has a key of its own (256 bits, drawn
 * once), which the ring seals into the row: without the row the bytes are noise, and erasing the key erases them.
 */
export interface ARanger {
  /** Whole, or as they come: a file of a hundred thousand payments is never held. */
  readonly octets: Uint8Array | AsyncIterable<Uint8Array>
  readonly typeMime: string
  readonly conservation: ConservationFichier
  readonly verdict: VerdictFichier
  /** Account that sent it; null for what the mutuelle makes. */
  readonly deposeParId: string | null
}

/** What is authenticated with the key and with each chunk: bytes or key moved to another row do not open. */
export const contexteFichier = (id: string): string => `fichiers:${id}`

/**
 * Bytes first, row next, in the caller's transaction: if it never commits, the bytes are an orphan that the sweep removes.
 */
export async function ranger(client: Ecriture, aRanger: ARanger): Promise<{ readonly id: string }> {
  const { octets, typeMime, conservation, verdict, deposeParId } = aRanger
  const id = randomUUID()
  const cle = randomBytes(32)
  const mesure = mesurer(octets instanceof Uint8Array ? [octets] : octets)
  await magasin().ecrire(id, sceller(mesure.octets(), cle, contexteFichier(id)))
  const { taille, empreinte } = mesure.conclure()
  try {
    await client.query(
      `INSERT INTO fichiers (id, type_mime, taille, empreinte, cle_scellee, conservation, verdict, depose_par_id)
        VALUES ($1, $2, $3, $4, $5, $6::text::"ConservationFichier", $7::text::"VerdictFichier", $8)`,
      [
        id,
        typeMime,
        taille,
        empreinte,
        chiffrer(cle.toString('base64'), contexteFichier(id)),
        conservation,
        verdict,
        deposeParId,
      ],
    )
  } catch (erreur) {
    await magasin().supprimer(id)
    throw erreur
  }
  return { id }
}

/** Length and SHA-256 of what passes. */
function mesurer(source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
  const hachage = createHash('sha256')
  let taille = 0
  return {
    async *octets() {
      for await (const octets of source) {
        taille += octets.length
        hachage.update(octets)
        yield octets
      }
    },
    conclure: () => ({ taille, empreinte: hachage.digest() }),
  }
}

/** What opening asks of a row of `fichiers`. */
export interface FichierLu {
  readonly id: string
  readonly cleScellee: Uint8Array
  readonly effaceLe: Date | null
}

/** Past its retention: the row remains, the bytes are gone. */
export class FichierEfface extends Error {
  override readonly name = 'FichierEfface'
  constructor(readonly id: string) {
    super(`fichier effacé : ${id}`)
  }
}

/**
 * The clear bytes, each chunk authenticated before it is given. The first one is read here, so that a missing file or a wrong key is
 * said before an answer begins. @throws {FichierAbsent | FichierEfface | ContenuAltere}
 */
export async function ouvrirFichier(fichier: FichierLu): Promise<Readable> {
  if (fichier.effaceLe !== null) throw new FichierEfface(fichier.id)
  const contexte = contexteFichier(fichier.id)
  const cle = Buffer.from(dechiffrer(fichier.cleScellee, contexte), 'base64')
  const source = await magasin().lire(fichier.id)
  const clair = desceller(source, cle, contexte)
  try {
    const premier = await clair.next()
    const flux = Readable.from(suivre(premier, clair), { objectMode: false })
    // A reader that leaves, even before it began, gives the file back to the system.
    return flux.once('close', () => source.destroy())
  } catch (erreur) {
    source.destroy()
    throw erreur
  }
}

async function* suivre(
  premier: IteratorResult<Buffer>,
  suite: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  if (premier.done === true) return
  yield premier.value
  yield* suite
}
