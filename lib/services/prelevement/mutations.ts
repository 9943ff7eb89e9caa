import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_PRELEVEMENT } from '@/lib/lexique/cotisations'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { jourTargetDes } from '@/lib/rules/date/jours-target'
import { ecrire } from '@/lib/server/db'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { appeler } from '@/lib/services/echeancier/mutations'
import { peutPreparerLot } from '@/lib/services/lot-bancaire/access'
import { inscrireLot } from '@/lib/services/lot-bancaire/mutations'
import { loadAPrelever } from './data'
import { type NonPreleve, trier } from './view'

export interface PrelevementsPrepares {
  readonly lotId: string | null
  /** The day of the debits, if there are any. */
  readonly executionLe: DateCivile
  readonly nombre: number
  /** Due, but nothing allows to debit them: each with its reason. */
  readonly ecartees: readonly NonPreleve[]
}

/**
 * Gathers what is to be debited on `executionLe`, or on the first day after it when banks settle, one order for a contract, and calls it in the ledger. One preparation at a time; what a
 * living batch holds is not taken again. @throws {SaisieRefusee} when the role forbids it or nothing at all is due.
 */
export async function preparerPrelevements(
  acteur: PorteeGestion,
  { executionLe: voulu, jour }: { readonly executionLe: DateCivile; readonly jour: DateCivile },
): Promise<PrelevementsPrepares> {
  // Banks settle nothing on a day off: the debit is the next day that they do, the échéance keeps its date.
  const executionLe = jourTargetDes(voulu)
  if (!peutPreparerLot(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_PRELEVEMENT.ROLE })
  if (voulu <= jour) throw new SaisieRefusee({ champ: 'execution', message: PHRASES_PRELEVEMENT.DATE })
  return ecrire(SYSTEME, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('prelevements', 0))`)
    const { ordres, prelevees, ecartees } = trier(await loadAPrelever(client, executionLe))
    if (ordres.length === 0 && ecartees.length === 0)
      throw new SaisieRefusee({ champ: '', message: PHRASES_PRELEVEMENT.RIEN })
    if (ordres.length === 0) return { lotId: null, executionLe, nombre: 0, ecartees }
    await appeler(client, prelevees)
    await client.query(`UPDATE echeances SET etat = 'APPELEE' WHERE id = ANY ($1::uuid[])`, [
      prelevees.map(({ id }) => id),
    ])
    const lotId = await inscrireLot(client, 'PRELEVEMENT', executionLe, acteur, ordres)
    return { lotId, executionLe, nombre: ordres.length, ecartees }
  })
}
