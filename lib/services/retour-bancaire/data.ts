import type { EtatOrdre, ObjetOrdre, SensLot } from '@/generated/prisma/enums'
import type { RetourBancaire } from '@/lib/flux/sepa/retour'
import type { Ecriture } from '@/lib/server/db'

export interface OrdreRevenu {
  readonly id: string
  readonly sens: SensLot
  readonly objet: ObjetOrdre
  readonly etat: EtatOrdre
  readonly montant: number
  readonly adhesionId: string | null
  readonly tiersId: string | null
  readonly mandatId: string | null
  readonly compteBancaireId: string | null
  readonly ibanFin: string
}

const COLONNES = `o.id, l.sens, o.objet, o.etat, o.montant, o.adhesion_id AS "adhesionId", o.tiers_id AS "tiersId", o.mandat_id AS "mandatId",
  o.compte_bancaire_id AS "compteBancaireId", o.iban_fin AS "ibanFin"`

/** The orders a return speaks of, locked: one by its own identifier, or all those of a message that the bank refused whole. */
export async function lockOrdres(client: Ecriture, retour: RetourBancaire): Promise<OrdreRevenu[]> {
  const { rows } = await client.query<OrdreRevenu>(
    retour.portee === 'OPERATION'
      ? `SELECT ${COLONNES} FROM ordres_bancaires o JOIN lots_bancaires l ON l.id = o.lot_id
          WHERE o.end_to_end_id = $1 AND o.etat IN ('EMIS', 'EXECUTE', 'REJETE') FOR UPDATE OF o`
      : `SELECT ${COLONNES} FROM ordres_bancaires o JOIN lots_bancaires l ON l.id = o.lot_id
          WHERE l.msg_id = $1 AND o.etat IN ('EMIS', 'EXECUTE', 'REJETE') ORDER BY o.rang FOR UPDATE OF o`,
    [retour.portee === 'OPERATION' ? retour.endToEndId : messageDe(retour)],
  )
  return rows
}

/** A group is numbered after its message: « message-001 ». */
const messageDe = ({ messageId, groupeId }: RetourBancaire): string | null =>
  messageId ?? groupeId?.replace(/-\d{3}$/, '') ?? null

export interface LotDuReleve {
  readonly id: string
  readonly sens: SensLot
  readonly etat: 'EMIS' | 'RAPPROCHE'
  readonly total: number
  /** Cents of the orders that the bank refused before it moved anything. */
  readonly rejete: number
}

/** The emitted batch that a booked group names, locked; null when it is not ours. */
export async function lockLotDuMessage(
  client: Ecriture,
  retour: RetourBancaire,
): Promise<LotDuReleve | null> {
  const { rows } = await client.query<LotDuReleve>(
    `SELECT l.id, l.sens, l.etat, l.total, (SELECT coalesce(sum(o.montant), 0)::bigint FROM ordres_bancaires o
        JOIN retours_bancaires r ON r.ordre_id = o.id AND r.nature = 'REJET' WHERE o.lot_id = l.id) AS rejete
      FROM lots_bancaires l WHERE l.msg_id = $1 AND l.etat IN ('EMIS', 'RAPPROCHE') FOR UPDATE`,
    [messageDe(retour)],
  )
  return rows[0] ?? null
}
