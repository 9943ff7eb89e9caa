import type pg from 'pg'
import { ajouterJours, dateCivile } from '@/lib/rules/date/date-civile'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { ecrireEcheancier } from '@/lib/services/echeancier/mutations'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { validerLot } from '@/lib/services/lot-bancaire/mutations'
import { signerMandat } from '@/lib/services/mandat/mutations'
import { preparerPrelevements } from '@/lib/services/prelevement/mutations'
import { adhesionDe, installerFamille } from './cotisations'

/** One adult of 40, tribu-equilibre in 2026: 44,20 € a month, debited on the 6th with a mandate signed on 1 January. */
export async function contratPreleve(base: pg.Pool, numero: string): Promise<string> {
  const du = dateCivile('2026-01-01')
  await installerFamille({
    numero,
    du,
    formules: [['tribu-equilibre', du, '']],
    personnes: [['MEMBRE_PARTICIPANT', 'Ada', '1986-04-12']],
  })
  const id = await adhesionDe(base, numero)
  await base.query(
    `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, jour_prelevement, du)
      VALUES ($1, 'MENSUELLE', 'PRELEVEMENT', 6, $2)`,
    [id, du],
  )
  await signerMandat(SYSTEME, { adhesionId: id, signeLe: du })
  await ecrireEcheancier(id, 2026, du)
  return id
}

export interface Debit {
  readonly msgId: string
  readonly endToEndId: string
  readonly adhesionId: string
}

/** Everything due until that day, prepared by one, checked by the other, sent to the bank. @returns the id of the batch. */
export async function debiter(
  preparateur: PorteeGestion,
  controleur: PorteeGestion,
  le: string,
): Promise<string> {
  const executionLe = dateCivile(le)
  const jour = ajouterJours(executionLe, -7)
  const { lotId } = await preparerPrelevements(preparateur, { executionLe, jour })
  if (lotId === null) throw new Error('rien à prélever')
  await validerLot(controleur, lotId)
  await emettreLot(lotId, new Date(`${jour}T09:00:00Z`))
  return lotId
}

/** The debit of a contract in a batch, as the bank knows it. */
export async function debitDe(base: pg.Pool, lotId: string, adhesionId: string): Promise<Debit> {
  const { rows } = await base.query(
    `SELECT l.msg_id AS "msgId", o.end_to_end_id AS "endToEndId", o.adhesion_id AS "adhesionId"
      FROM ordres_bancaires o JOIN lots_bancaires l ON l.id = o.lot_id WHERE l.id = $1 AND o.adhesion_id = $2`,
    [lotId, adhesionId],
  )
  return rows[0]
}
