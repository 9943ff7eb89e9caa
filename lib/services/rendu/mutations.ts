import { ecrire } from '@/lib/server/db'
import { renduPdf } from '@/lib/server/pdf/rendu'
import { type Acteur, SYSTEME } from '@/lib/server/portee'
import { ranger } from '@/lib/server/stockage/fichiers'
import type { FichierADonner } from '@/lib/server/telechargement'
import { annoncerDocument } from '../annonce/mutations'
import { type DocumentLu, loadDocument, loadFichierDocument } from '../document/data'
import { papierDuDocument } from './data'

/**
 * The PDF of a paper: made at the first need, stored, and the same bytes ever after. Of two at once, one is stored: the second waits for
 * the row, finds the file there, and its bytes are never written. Returns the id of the file.
 */
export async function materialiser(document: DocumentLu): Promise<string> {
  if (document.fichierId !== null) return document.fichierId
  // Rendered before the row is locked: a slow paper makes nobody wait.
  const octets = await renduPdf(await papierDuDocument(document))
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ fichier_id: string | null; a_annoncer: boolean }>(
      `SELECT fichier_id, EXISTS (SELECT FROM lots_releves l WHERE l.id = lot_id AND l.etat = 'EN_COURS') AS a_annoncer
        FROM documents WHERE id = $1 FOR UPDATE`,
      [document.id],
    )
    const [ligne] = rows
    if (ligne === undefined) throw new Error(`document disparu : ${document.id}`)
    if (ligne.fichier_id !== null) return ligne.fichier_id
    // A paper of a batch under way: there is something to open from now on.
    if (ligne.a_annoncer) await annoncerDocument(client, document.personneId, document.id)
    const { id } = await ranger(client, {
      octets,
      typeMime: 'application/pdf',
      conservation: 'DOCUMENT',
      verdict: 'NON_REQUIS',
      deposeParId: null,
    })
    await client.query('UPDATE documents SET fichier_id = $2 WHERE id = $1', [document.id, id])
    return id
  })
}

/** By id, for the jobs. */
export async function materialiserParId(id: string): Promise<string> {
  const document = await loadDocument(SYSTEME, id)
  if (document === null) throw new Error(`document inconnu : ${id}`)
  return materialiser(document)
}

/** The stored bytes of a paper that this reader was found to read, made if they are not there yet. */
export async function fichierDuDocument(acteur: Acteur, document: DocumentLu): Promise<FichierADonner> {
  const fichier = await loadFichierDocument(acteur, await materialiser(document))
  if (fichier === null) throw new Error(`fichier du document ${document.id} hors de portée`)
  return fichier
}
