import type { EtatLot, ObjetOrdre, SensLot } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { dechiffrer } from '@/lib/server/chiffrement'
import type { Ecriture } from '@/lib/server/db'

export interface LotLu {
  readonly id: string
  readonly sens: SensLot
  readonly etat: EtatLot
  readonly executionLe: DateCivile
  readonly msgId: string
  readonly nombre: number
  readonly total: number
  readonly prepareParId: string | null
}

/** The batch, locked until the end of the transaction; null when it does not exist. */
export async function lockLot(client: Ecriture, id: string): Promise<LotLu | null> {
  const { rows } = await client.query<LotLu>(
    `SELECT id, sens, etat, execution_le AS "executionLe", msg_id AS "msgId", nombre, total, prepare_par_id AS "prepareParId"
      FROM lots_bancaires WHERE id = $1 FOR UPDATE`,
    [id],
  )
  return rows[0] ?? null
}

/** True when, after the preparation, a benefit was taken back, a mandate ended, or an account was given up before it served. */
export async function lotPerime(client: Ecriture, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM ordres_bancaires o JOIN ordres_prestations l ON l.ordre_id = o.id AND l.vivant
      JOIN prestations p ON p.id = l.prestation_id WHERE o.lot_id = $1 AND p.etat <> 'A_PAYER'
      UNION ALL SELECT FROM ordres_bancaires o JOIN mandats m ON m.id = o.mandat_id WHERE o.lot_id = $1 AND m.revoque_le IS NOT NULL
      UNION ALL SELECT FROM ordres_bancaires o JOIN comptes_bancaires b ON b.id = o.compte_bancaire_id WHERE o.lot_id = $1 AND b.au < b.du
      LIMIT 1`,
    [id],
  )
  return rowCount !== 0
}

export interface OrdreLu {
  readonly id: string
  readonly rang: number
  readonly objet: ObjetOrdre
  readonly endToEndId: string
  readonly montant: number
  readonly adhesionId: string | null
  readonly tiersId: string | null
  readonly titulaire: string
  readonly iban: string
  readonly mandat: { readonly rum: string; readonly signeLe: DateCivile } | null
}

interface LigneOrdre extends Omit<OrdreLu, 'iban' | 'mandat'> {
  iban_chiffre: Buffer
  rum: string | null
  signe_le: DateCivile | null
}

/** Orders read at once: a file of a hundred thousand stays small in memory. */
const PAGE = 2_000

export const contexteOrdre = (id: string): string => `ordres_bancaires:${id}`

/** The orders of a batch, in the order of the file, account number in clear. */
export async function* loadOrdres(client: Ecriture, lotId: string): AsyncGenerator<OrdreLu> {
  for (let apres = 0; ; ) {
    const { rows } = await client.query<LigneOrdre>(
      `SELECT o.id, o.rang, o.objet, o.end_to_end_id AS "endToEndId", o.montant, o.adhesion_id AS "adhesionId", o.tiers_id AS "tiersId",
          o.titulaire, o.iban_chiffre, m.rum, m.signe_le
        FROM ordres_bancaires o LEFT JOIN mandats m ON m.id = o.mandat_id
        WHERE o.lot_id = $1 AND o.rang > $2 ORDER BY o.rang LIMIT $3`,
      [lotId, apres, PAGE],
    )
    for (const { iban_chiffre, rum, signe_le, ...ordre } of rows) {
      const iban = dechiffrer(iban_chiffre, contexteOrdre(ordre.id))
      yield { ...ordre, iban, mandat: rum === null || signe_le === null ? null : { rum, signeLe: signe_le } }
    }
    const dernier = rows.at(-1)
    if (dernier === undefined || rows.length < PAGE) return
    apres = dernier.rang
  }
}
