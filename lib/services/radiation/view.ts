import { prevoirMajoration } from '@/lib/rules/cotisation/prevoir-majoration'
import { type DateCivile, laPlusProche, laPlusTardive } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { type BeneficiaireLu, type ContratLu, PapierRefuse, personnesDuContrat } from '../document/view'

/** The grounds of a year's contributions, one list for each part of it that is covered. */
export interface MajorationLue {
  readonly annee: number
  readonly motifs: readonly (readonly Motif[])[]
}

export interface Radiation {
  readonly personnes: readonly BeneficiaireLu[]
  /** The latest of their last days. */
  readonly dernierJour: DateCivile
  /** Those of the contract until that day. */
  readonly formules: ContratLu['formules']
}

/**
 * Those whose cover has an end, by the contract or by themselves; who left and came back is covered.
 * @throws {PapierRefuse} when nobody's has.
 */
export function radiationDe(contrat: ContratLu, seulement: string | null): Radiation {
  const toutes = personnesDuContrat(contrat, seulement)
  const couvertes = new Set(toutes.filter(({ au }) => au === null).map(({ personneId }) => personneId))
  const personnes = toutes.filter(({ personneId }) => !couvertes.has(personneId))
  const [premier, ...autres] = personnes.flatMap(({ au }) => au ?? [])
  if (premier === undefined) throw new PapierRefuse(seulement === null ? PERSONNE : PAS_VOUS)
  const dernierJour = autres.reduce(laPlusTardive, premier)
  const formules = contrat.formules
    .filter(({ du }) => du <= dernierJour)
    .map((f) => ({ ...f, au: f.au === null ? dernierJour : laPlusProche(f.au, dernierJour) }))
  return { personnes, dernierJour, formules }
}

const PERSONNE =
  'Toutes les personnes de ce contrat sont couvertes, sans date de fin : il n’y a pas de radiation à attester. Pour prouver que vous êtes couverts, demandez une attestation de droits.'
const PAS_VOUS =
  'Vous êtes couvert, sans date de fin : il n’y a pas de radiation à attester. Pour prouver vos droits, demandez une attestation de droits.'

/** Coefficient of each covered year, as it was applied; null where the règlement majorates nothing. */
export function lireMajorations(
  reglement: Reglement,
  formule: string,
  jour: DateCivile,
  lues: readonly MajorationLue[],
): { readonly annee: number; readonly pourcent: number }[] | null {
  if (prevoirMajoration(reglement, formule, jour) === null) return null
  return lues.flatMap(({ annee, motifs }) =>
    motifs.length === 0 ? [] : [{ annee, pourcent: Math.max(...motifs.map(pourcentDe)) }],
  )
}

function pourcentDe(motifs: readonly Motif[]): number {
  const taux = motifs.find(({ code }) => code === 'MAJORATION_ANNEES_NON_COTISEES')?.donnees.majoration
  return taux?.type === 'pourcentage' ? taux.valeur : 0
}
