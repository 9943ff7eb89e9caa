import type { EtatOrdre, SensLot } from '@/generated/prisma/enums'
import type { RetourBancaire } from '@/lib/flux/sepa/retour'
import type { Ecriture } from '@/lib/server/db'

export interface OrdreRevenu {
  readonly id: string
  readonly sens: SensLot
  readonly etat: EtatOrdre
  readonly montant: number
  readonly adhesionId: string | null
  readonly tiersId: string | null
  readonly mandatId: string | null
  readonly ibanFin: string
}

const COLONNES = `o.id, l.sens, o.etat, o.montant, o.adhesion_id AS "adhesionId", o.tiers_id AS "tiersId", o.mandat_id AS "mandatId",
  o.iban_fin AS "ibanFin"`

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
