import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_LOT } from '@/lib/lexique/banque'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { pointArret } from '@/lib/server/point-arret'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { reserverAvances } from '@/lib/services/avance-sante/mutations'
import { loadDettes } from '@/lib/services/indu/data'
import { retenir } from '@/lib/services/indu/mutations'
import { peutPreparerLot } from '@/lib/services/lot-bancaire/access'
import { inscrireLot, type OrdreAInscrire } from '@/lib/services/lot-bancaire/mutations'
import { reserverTropPercus } from '@/lib/services/trop-percu/mutations'
import { type AVerser, loadAVerser } from './data'
import { compenser } from './view'

export interface LotPrepare {
  readonly lotId: string | null
  /** Benefits that wholly went to what their creditor owed. */
  readonly compensees: number
}

/**
 * Gathers what is to be paid on `executionLe`, one transfer for each account, less what the member has to give back and whose day of
 * recovery has come; then the contributions to give back, each contract's on a transfer of its own, whole, and the avances santé likewise. One preparation at a time; what is already in a living batch is not taken again.
 * @throws {SaisieRefusee} when the role forbids it or nothing is to be paid.
 */
export async function preparerVersements(
  acteur: PorteeGestion,
  { executionLe, jour }: { readonly executionLe: DateCivile; readonly jour: DateCivile },
): Promise<LotPrepare> {
  if (!peutPreparerLot(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_LOT.ROLE })
  const prepare = await ecrire(SYSTEME, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('versements', 0))`)
    await client.query(SOLDER_SANS_MONTANT, [executionLe])
    const aVerser = await loadAVerser(client, executionLe)
    pointArret('VERSEMENTS_LUS')
    const compensation = compenser(aVerser, await loadDettes(client, jour))
    await retenir(client, compensation.retenues, compensation.soldees, jour)
    pointArret('INDUS_RETENUS')
    const ordres = [
      ...regrouper(compensation.restes),
      ...(await reserverTropPercus(client, executionLe, jour)),
      ...(await reserverAvances(client, executionLe)),
    ]
    if (ordres.length === 0 && compensation.soldees.length === 0)
      throw new SaisieRefusee({ champ: '', message: PHRASES_LOT.RIEN_A_VERSER })
    const lotId =
      ordres.length === 0 ? null : await inscrireLot(client, 'VIREMENT', executionLe, acteur, ordres)
    pointArret('LOT_INSCRIT')
    return { lotId, compensees: compensation.soldees.length }
  })
  pointArret('LOT_PREPARE')
  return prepare
}

/** Care that leaves the mutuelle nothing to pay is settled with the others. */
const SOLDER_SANS_MONTANT = `UPDATE prestations SET etat = 'PAYEE', payee_le = $1 WHERE etat = 'A_PAYER' AND part_mutuelle = 0`

/** One order for an account, in the order of arrival of its first benefit. */
function regrouper(prestations: readonly AVerser[]): OrdreAInscrire[] {
  const parCompte = new Map<string, AVerser[]>()
  for (const p of prestations) {
    const cle = p.tiersId ?? p.compteBancaireId ?? p.adhesionId
    const liste = parCompte.get(cle)
    if (liste === undefined) parCompte.set(cle, [p])
    else liste.push(p)
  }
  return [...parCompte.values()].flatMap((groupe) => {
    const [premiere] = groupe
    if (premiere === undefined) return []
    const { adhesionId, tiersId, compteBancaireId, titulaire, iban } = premiere
    return {
      montant: groupe.reduce((somme, p) => somme + p.montant, 0),
      adhesionId: tiersId === null ? adhesionId : null,
      tiersId,
      mandatId: null,
      compteBancaireId,
      titulaire,
      iban,
      prestations: groupe.map(({ id, montant, motifs }) => ({ id, montant, motifs })),
      echeances: [],
    }
  })
}
