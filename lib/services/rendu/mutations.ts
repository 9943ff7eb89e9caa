import { courrielDocumentDisponible } from '@/lib/lexique/courriels/documents'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { renduPdf } from '@/lib/server/pdf/rendu'
import { type Acteur, SYSTEME } from '@/lib/server/portee'
import { ranger } from '@/lib/server/stockage/fichiers'
import type { FichierADonner } from '@/lib/server/telechargement'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { type DocumentLu, loadDocument, loadFichierDocument } from '../document/data'
import { papierDuDocument } from './data'

/**
 * The PDF of a paper: made at the first need, stored, and the same bytes ever after. Of two at once, one is stored: the second waits for
 * the row, finds the file there, and its bytes are never written. Returns the id of the file.
 */
export async function materialiser(document: DocumentLu): Promise<string> {
  if (document.fichierId !== null) return document.fichierId
  // Rendered before the row is locked: a slow paper makes nobody wait.
  const octets = await renduPdf(papierDuDocument(document))
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ fichier_id: string | null }>(
      'SELECT fichier_id FROM documents WHERE id = $1 FOR UPDATE',
      [document.id],
    )
    const [ligne] = rows
    if (ligne === undefined) throw new Error(`document disparu : ${document.id}`)
    if (ligne.fichier_id !== null) return ligne.fichier_id
    await annoncer(client, document.id)
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

/**
 * A paper of a batch under way is announced to the member who has an account, in the transaction that makes its file: once, and not
 * before there is something to open.
 */
async function annoncer(client: Ecriture, documentId: string): Promise<void> {
  const { rows } = await client.query<{ id: string; email: string }>(
    `SELECT c.id, c.email FROM documents d JOIN lots_releves l ON l.id = d.lot_id JOIN comptes c ON c.personne_id = d.personne_id
      WHERE d.id = $1 AND l.etat = 'EN_COURS' AND c.statut = 'ACTIF' AND c.email_confirme_le IS NOT NULL`,
    [documentId],
  )
  const [compte] = rows
  if (compte === undefined) return
  const url = new URL(`/adherent/documents/${documentId}`, env().PORTAIL_URL).href
  await envoyerCourriel(client, compte.email, courrielDocumentDisponible(url, signature()), compte.id)
}

/** The stored bytes of a paper that this reader was found to read, made if they are not there yet. */
export async function fichierDuDocument(acteur: Acteur, document: DocumentLu): Promise<FichierADonner> {
  const fichier = await loadFichierDocument(acteur, await materialiser(document))
  if (fichier === null) throw new Error(`fichier du document ${document.id} hors de portée`)
  return fichier
}
