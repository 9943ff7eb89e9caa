import type { RegleEnfant } from '../ayant-droit/reconnaitre-enfant'
import { annee } from '../date/date-civile'
import { faitInvalide } from '../decision/erreur'
import type { Cotisant } from './regle-cotisation'

/**
 * L'enfant est-il à charge cette année ? Les âges courent jusqu'au 31 décembre : la réponse vaut l'année entière.
 * null : cela dépend d'une situation que seul le fait `aCharge` dit.
 */
export function estACharge(regle: RegleEnfant | null, an: number, enfant: Cotisant): boolean | null {
  if (enfant.aCharge !== null) return enfant.aCharge
  if (regle?.politique !== 'AGE_PUIS_SITUATION') return null
  const age = an - annee(enfant.dateNaissance)
  if (age <= regle.ageSansCondition) return true
  return age > regle.ageAvecSituation ? false : null
}

/** Un enfant, sa place dans les faits, et s'il est à charge (null : on ne le sait pas). */
export interface EnfantRange {
  readonly rang: number
  readonly place: number
  readonly aCharge: boolean | null
}

/**
 * Les enfants du foyer, du plus âgé au plus jeune ; à date égale, dans l'ordre donné. Seuls ceux qui sont à charge
 * prennent un rang (1, 2, 3…) ; les autres ont le rang 0.
 */
export function rangerEnfants(
  regle: RegleEnfant | null,
  an: number,
  beneficiaires: readonly Cotisant[],
): EnfantRange[] {
  const enfants = beneficiaires
    .flatMap((cotisant, place) => (cotisant.role === 'ENFANT' ? [{ cotisant, place }] : []))
    .sort((a, b) => comparer(a.cotisant.dateNaissance, b.cotisant.dateNaissance) || a.place - b.place)
  let rang = 0
  return enfants.map(({ cotisant, place }) => {
    const aCharge = estACharge(regle, an, cotisant)
    if (aCharge !== false) rang += 1
    return { rang: aCharge === false ? 0 : rang, place, aCharge }
  })
}

const comparer = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** @throws {ErreurDeRegle} FAIT_INVALIDE : passé l'âge sans condition, seul ce fait le dit. */
export function exigerACharge(enfant: EnfantRange): boolean {
  if (enfant.aCharge !== null) return enfant.aCharge
  throw faitInvalide(
    `beneficiaires.${enfant.place}.aCharge`,
    'à cet âge, un enfant n’est à charge que selon sa situation : dites s’il l’est',
  )
}
