import { instantParis, momentParis } from '@/lib/server/clock'
import type { Ecriture } from '@/lib/server/db'
import { organisme } from '@/lib/server/organisme'
import { reglementDe } from '../cotisation/view'
import type { DemandeLue } from './schema'
import { limiteDe } from './view'

const COLONNES = `d.id, d.numero, d.nature::text AS nature, d.etat::text AS etat, d.compte_id AS "compteId", d.cle,
  d.adhesion_id AS "adhesionId", d.personne_id AS "personneId", d.objet, d.faits, d.equipe::text AS equipe, d.agent_id AS "agentId",
  d.envoyee_le AS "envoyeeLe", d.repondre_avant AS "repondreAvant", d.resultat, d.version`

/** The row, locked: whoever changes it next waits. */
export async function lockDemande(client: Ecriture, id: string): Promise<DemandeLue | null> {
  const { rows } = await client.query<DemandeLue>(
    `SELECT ${COLONNES} FROM demandes d WHERE d.id = $1 FOR UPDATE`,
    [id],
  )
  return rows[0] ?? null
}

/** What an account already sent, or keeps as a draft, under the key of a form. */
export async function lockDemandeParCle(
  client: Ecriture,
  compteId: string,
  cle: string,
): Promise<DemandeLue | null> {
  const { rows } = await client.query<DemandeLue>(
    `SELECT ${COLONNES} FROM demandes d WHERE d.compte_id = $1 AND d.cle = $2 FOR UPDATE`,
    [compteId, cle],
  )
  return rows[0] ?? null
}

/** The règlement of a contract, by its id in the catalogue; null for none. */
export async function loadReglementDe(client: Ecriture, adhesionId: string | null): Promise<string | null> {
  if (adhesionId === null) return null
  const { rows } = await client.query<{ reglement: string }>(
    'SELECT reglement FROM adhesions WHERE id = $1',
    [adhesionId],
  )
  return rows[0]?.reglement ?? null
}

/** Pieces asked for that have not come, and that are not done without. */
export async function loadPiecesOuvertes(
  client: Ecriture,
  demandeId: string,
): Promise<readonly { readonly id: string; readonly piece: string; readonly bloquante: boolean }[]> {
  const { rows } = await client.query<{ id: string; piece: string; bloquante: boolean }>(
    'SELECT id, piece, bloquante FROM pieces_attendues WHERE demande_id = $1 AND recue_le IS NULL AND dispensee_le IS NULL ORDER BY demandee_le, id',
    [demandeId],
  )
  return rows
}

/** Whether who asked already wrote these very words in it. */
export async function estDejaDit(client: Ecriture, demandeId: string, texte: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT FROM messages_demande WHERE demande_id = $1 AND NOT de_gestion AND texte = $2 LIMIT 1',
    [demandeId, texte],
  )
  return rowCount !== 0
}

/** The same thing asked by the same account, for the same person, and still with the mutuelle. Two at once: one waits. */
export async function lockPareille(
  client: Ecriture,
  compteId: string,
  {
    nature,
    adhesionId,
    personneId,
    faits,
  }: Pick<DemandeLue, 'nature' | 'adhesionId' | 'personneId' | 'faits'>,
): Promise<DemandeLue | null> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('demandes:' || $1, 0))", [compteId])
  // A sealed number is never twice the same.
  const { rows } = await client.query<DemandeLue>(
    `SELECT ${COLONNES} FROM demandes d WHERE d.compte_id = $1 AND d.nature = $2::text::"NatureDemande" AND d.adhesion_id IS NOT DISTINCT FROM $3
        AND d.personne_id IS NOT DISTINCT FROM $5
        AND d.etat IN ('ENVOYEE', 'PRISE', 'PIECE_DEMANDEE')
        AND d.faits #- '{identite,nirScelle}' = $4::jsonb #- '{identite,nirScelle}'
      ORDER BY d.cree_le LIMIT 1 FOR UPDATE`,
    [compteId, nature, adhesionId, JSON.stringify(faits), personneId],
  )
  return rows[0] ?? null
}

/** The clock of the answer, from an instant on. */
export async function loadLimite(client: Ecriture, { nature, adhesionId }: DemandeLue, instant: Date) {
  const reglement = await loadReglementDe(client, adhesionId)
  const { avant, limite } = limiteDe(
    nature,
    momentParis(instant),
    reglement === null ? null : reglementDe(reglement),
    organisme().promesses,
  )
  return { repondreAvant: instantParis(avant), limite }
}
