import type { NatureCourriel, NatureDocument } from '@/generated/prisma/enums'
import { courrielPrelevement, courrielVirement } from '@/lib/lexique/courriels/banque'
import { courrielDocumentDisponible } from '@/lib/lexique/courriels/documents'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { SYSTEME } from '@/lib/server/portee'
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

/** Whom the orders of a batch pay or debit, and who was not told yet. What a contract receives goes to its member, or to the account's owner. */
const A_AVERTIR = `
  INSERT INTO annonces_lots (lot_id, compte_id)
  SELECT DISTINCT o.lot_id, c.id FROM ordres_bancaires o JOIN adhesions a ON a.id = o.adhesion_id
    LEFT JOIN comptes_bancaires b ON b.id = o.compte_bancaire_id
    JOIN comptes c ON c.personne_id = coalesce(b.personne_id, a.membre_participant_id)
      AND c.statut = 'ACTIF' AND c.email_confirme_le IS NOT NULL
  WHERE o.lot_id = $1 AND o.tiers_id IS NULL
    AND NOT EXISTS (SELECT FROM annonces_lots n WHERE n.lot_id = o.lot_id AND n.compte_id = c.id)
  LIMIT $2 ON CONFLICT DO NOTHING RETURNING compte_id`

/** Mails of one transaction. */
const AVERTIS_A_LA_FOIS = 200

/** Tells each account once that a batch which left concerns it; killed on the way, the next run goes on with the others. */
export async function annoncerLot(lotId: string): Promise<number> {
  for (let total = 0; ; ) {
    const avertis = await ecrire(SYSTEME, (client) => annoncerQuelquesUns(client, lotId))
    if (avertis === 0) return total
    total += avertis
  }
}

async function annoncerQuelquesUns(client: Ecriture, lotId: string): Promise<number> {
  const { rows: lots } = await client.query<{ sens: 'VIREMENT' | 'PRELEVEMENT' }>(
    "SELECT sens FROM lots_bancaires WHERE id = $1 AND etat IN ('EMIS', 'RAPPROCHE')",
    [lotId],
  )
  const lot = lots[0]
  if (lot === undefined) return 0
  const { rows } = await client.query<{ compte_id: string }>(A_AVERTIR, [lotId, AVERTIS_A_LA_FOIS])
  const ids = rows.map((r) => r.compte_id)
  const { rows: comptes } = await client.query<{ id: string; email: string }>(
    'SELECT id, email FROM comptes WHERE id = ANY ($1::uuid[])',
    [ids],
  )
  const virement = lot.sens === 'VIREMENT'
  const url = new URL(virement ? '/adherent/remboursements' : '/adherent/cotisations', env().PORTAIL_URL).href
  const modele = virement ? courrielVirement(url, signature()) : courrielPrelevement(url, signature())
  for (const { id, email } of comptes)
    await envoyerCourriel(client, email, modele, id, virement ? 'REMBOURSEMENT' : 'ECHEANCE')
  return ids.length
}
