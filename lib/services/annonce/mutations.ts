import type { NatureCourriel, NatureDocument } from '@/generated/prisma/enums'
import { courrielDocumentDisponible } from '@/lib/lexique/courriels/documents'
import type { Ecriture } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { envoyerCourriel, signature } from '../courriel/mutations'

/** What one may choose not to be told of; every other paper is announced, because something depends on it. */
const NATURES: Partial<Record<NatureDocument, NatureCourriel>> = {
  RELEVE_PRESTATIONS: 'RELEVE',
  PRISE_EN_CHARGE: 'DEMANDE',
  REPONSE_DEVIS: 'DEMANDE',
}

/**
 * « Un document est disponible », to the person's account if there is one with a confirmed address, in the transaction that makes the
 * paper available: once, or not at all if it is rolled back. One that leaves on paper is not announced by mail.
 */
export async function annoncerDocument(
  client: Ecriture,
  personneId: string,
  documentId: string,
): Promise<void> {
  const { rows } = await client.query<{ id: string; email: string; nature: NatureDocument }>(
    `SELECT c.id, c.email, d.nature FROM comptes c JOIN documents d ON d.id = $2 AND d.support IS DISTINCT FROM 'PAPIER'
      WHERE c.personne_id = $1 AND c.statut = 'ACTIF' AND c.email_confirme_le IS NOT NULL`,
    [personneId, documentId],
  )
  const [compte] = rows
  if (compte === undefined) return
  const url = new URL(`/adherent/documents/${documentId}`, env().PORTAIL_URL).href
  await envoyerCourriel(
    client,
    compte.email,
    courrielDocumentDisponible(url, signature()),
    compte.id,
    NATURES[compte.nature] ?? null,
  )
}
