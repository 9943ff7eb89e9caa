import { retireLePrelevement } from '../cotisation/view'
import type { OrdreAInscrire } from '../lot-bancaire/mutations'
import type { APrelever } from './data'

export type RaisonNonPreleve = 'SANS_RIB' | 'SANS_MANDAT' | 'MANDAT_CADUC' | 'PRELEVEMENT_PERDU'

export interface NonPreleve {
  readonly echeanceId: string
  readonly numeroAdherent: string
  readonly montant: number
  readonly raison: RaisonNonPreleve
}

export interface Tri {
  readonly ordres: readonly OrdreAInscrire[]
  readonly prelevees: readonly APrelever[]
  readonly ecartees: readonly NonPreleve[]
}

/** One order for a contract; what cannot be debited is told with the reason, and waits. */
export function trier(echeances: readonly APrelever[]): Tri {
  const groupes = new Map<string, APrelever[]>()
  const ecartees: NonPreleve[] = []
  for (const e of echeances) {
    const raison = empechement(e)
    if (raison !== null)
      ecartees.push({ echeanceId: e.id, numeroAdherent: e.numeroAdherent, montant: e.montant, raison })
    else groupes.set(e.adhesionId, [...(groupes.get(e.adhesionId) ?? []), e])
  }
  const ordres = [...groupes.values()].flatMap((groupe) => {
    const [premiere] = groupe
    if (premiere === undefined || premiere.compte === null) return []
    return {
      montant: groupe.reduce((total, e) => total + e.montant, 0),
      adhesionId: premiere.adhesionId,
      tiersId: null,
      mandatId: premiere.mandatId,
      compteBancaireId: null,
      ...premiere.compte,
      prestations: [],
      echeances: groupe.map(({ id }) => id),
    }
  })
  return { ordres, prelevees: [...groupes.values()].flat(), ecartees }
}

function empechement(e: APrelever): RaisonNonPreleve | null {
  if (e.compte === null) return 'SANS_RIB'
  if (e.mandatId === null) return 'SANS_MANDAT'
  if (e.caduc) return 'MANDAT_CADUC'
  return e.rejeteLe !== null && retireLePrelevement(e.reglement) ? 'PRELEVEMENT_PERDU' : null
}
