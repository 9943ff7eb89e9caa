import { type DateCivile, laPlusProche } from '@/lib/rules/date/date-civile'
import type { Ecriture } from '@/lib/server/db'
import { appeler } from '@/lib/services/echeancier/mutations'
import type { OrdreAInscrire } from '@/lib/services/lot-bancaire/mutations'
import { loadARendre } from './data'

/**
 * What is to be given back and may leave that day, one transfer for a contract: owed in the ledger from now at the latest, and held until
 * the batch leaves or is given up. In the caller's transaction, which prepares one batch at a time.
 */
export async function reserverTropPercus(
  client: Ecriture,
  executionLe: DateCivile,
  jour: DateCivile,
): Promise<OrdreAInscrire[]> {
  const dus = await loadARendre(client, executionLe)
  if (dus.length === 0) return []
  await appeler(
    client,
    dus.map((e) => ({ ...e, exigibleLe: laPlusProche(e.exigibleLe, jour) })),
  )
  await client.query(`UPDATE echeances SET etat = 'APPELEE' WHERE id = ANY ($1::uuid[])`, [
    dus.map(({ id }) => id),
  ])
  const contrats = new Map<string, typeof dus>()
  for (const e of dus) contrats.set(e.adhesionId, [...(contrats.get(e.adhesionId) ?? []), e])
  return [...contrats.entries()].flatMap(([adhesionId, groupe]) => {
    const [premier] = groupe
    if (premier === undefined) return []
    return {
      montant: -groupe.reduce((somme, e) => somme + e.montant, 0),
      adhesionId,
      tiersId: null,
      mandatId: null,
      compteBancaireId: premier.compteBancaireId,
      titulaire: premier.titulaire,
      iban: premier.iban,
      prestations: [],
      echeances: groupe.map(({ id }) => id),
    }
  })
}
