import type { Decision } from '../decision/decision'
import { ErreurDeRegle } from '../decision/erreur'
import { type Montant, moins, plus, ZERO } from '../montant/montant'
import type { Reglement } from '../reglement/reglement'
import type { Consommation, FaitsRemboursement } from './faits'
import type { CodeLigne } from './lignes'
import { rembourserSoin } from './rembourser-soin'
import type { Detail, Remboursement } from './resultat'
import type { Socle } from './socle'

type DecisionRemboursement = Decision<Remboursement, Remboursement>

export const remboursementDe = (decision: DecisionRemboursement): Remboursement => {
  if (decision.verdict === 'INCOMPLETE') throw new ErreurDeRegle('FAIT_INVALIDE', 'remboursement incomplet')
  return decision.valeur
}

/**
 * Une suite de soins d'un même bénéficiaire, dans l'ordre d'arrivée : chacun prend sur les forfaits après les autres.
 * Les consommations données avec un soin s'ajoutent à celles de la suite.
 */
export function rembourserSuite(
  reglement: Reglement,
  socle: Socle,
  suite: readonly FaitsRemboursement[],
): readonly DecisionRemboursement[] {
  let prises: readonly Consommation[] = []
  return suite.map((faits) => {
    const decision = rembourserSoin(reglement, socle, {
      ...faits,
      consommations: [...(faits.consommations ?? []), ...prises],
    })
    prises = [...prises, ...remboursementDe(decision).consommations]
    return decision
  })
}

/** Une part de dépense due par plusieurs organismes, dans l'ordre où ils sont sollicités. */
export interface Payeur {
  readonly reglement: Reglement
  readonly formule: string
  readonly consommations?: readonly Consommation[]
}

export interface PartPayeur {
  readonly payeur: Payeur
  readonly decision: DecisionRemboursement
}

export interface RemboursementPartage {
  readonly parts: readonly PartPayeur[]
  readonly total: Montant
  readonly resteACharge: Montant
}

/**
 * Plusieurs payeurs pour un même soin (première mutuelle, surcomplémentaire) : chacun dans la limite de sa garantie et
 * de ce que les précédents ont laissé. Le total ne dépend pas de leur ordre, et ne dépasse jamais la dépense.
 */
export function rembourserParPlusieurs(
  socle: Socle,
  faits: Omit<FaitsRemboursement, 'formule'>,
  payeurs: readonly [Payeur, ...Payeur[]],
): RemboursementPartage {
  const parts: PartPayeur[] = []
  let autres = faits.autresRemboursements ?? ZERO
  let total = ZERO
  let resteACharge = ZERO
  for (const payeur of payeurs) {
    const { consommations: _, ...communs } = faits
    const decision = rembourserSoin(payeur.reglement, socle, {
      ...communs,
      formule: payeur.formule,
      autresRemboursements: autres,
      ...(payeur.consommations === undefined ? {} : { consommations: payeur.consommations }),
    })
    const r = remboursementDe(decision)
    autres = plus(autres, r.amc)
    total = plus(total, r.amc)
    resteACharge = r.resteACharge
    parts.push({ payeur, decision })
  }
  return { parts, total, resteACharge }
}

/** Ce qu'une rectification change à un soin déjà remboursé : à payer s'il est positif, indu s'il est négatif. */
export interface Ecart {
  readonly rang: number
  readonly avant: Montant
  readonly apres: Montant
  readonly difference: Montant
  readonly sens: 'A_PAYER' | 'INDU' | 'INCHANGE'
  /** Lignes de garantie dont la part change : le forfait partagé, ou la ligne rectifiée. */
  readonly lignes: readonly CodeLigne[]
  /** La nouvelle décision, ses motifs expliquent la différence ; null pour un soin annulé. */
  readonly decision: DecisionRemboursement | null
}

function lignesChangees(avant: readonly Detail[], apres: readonly Detail[]): readonly CodeLigne[] {
  const totaux = new Map<CodeLigne, number>()
  for (const d of avant) totaux.set(d.ligne, (totaux.get(d.ligne) ?? 0) - d.montant)
  for (const d of apres) totaux.set(d.ligne, (totaux.get(d.ligne) ?? 0) + d.montant)
  return [...totaux].filter(([, ecart]) => ecart !== 0).map(([ligne]) => ligne)
}

/**
 * Un décompte rectifié : remplace le soin de rang `rang` (null : annulé, comme s'il n'avait pas eu lieu), recalcule les suivants sur les forfaits ainsi
 * libérés ou consommés, et rend la différence de chacun. Les soins d'avant ne bougent pas.
 * @throws {RangeError} si le rang n'est pas dans la suite.
 */
export function rectifierSuite(
  reglement: Reglement,
  socle: Socle,
  suite: readonly FaitsRemboursement[],
  rang: number,
  rectifie: FaitsRemboursement | null,
): readonly Ecart[] {
  if (suite[rang] === undefined) throw new RangeError(`aucun soin au rang ${rang}`)
  const avant = rembourserSuite(reglement, socle, suite)
  const debut = suite.slice(0, rang)
  const fin = suite.slice(rang + 1)
  const nouvelle = rectifie === null ? [...debut, ...fin] : [...debut, rectifie, ...fin]
  const recalcul = rembourserSuite(reglement, socle, nouvelle)
  const apres = rectifie === null ? [...recalcul.slice(0, rang), null, ...recalcul.slice(rang)] : recalcul
  const ecarts: Ecart[] = []
  for (let i = rang; i < suite.length; i += 1) {
    const [ancienne, decision] = [avant[i], apres[i]]
    if (ancienne === undefined || decision === undefined) continue
    const a = remboursementDe(ancienne)
    const b = decision === null ? null : remboursementDe(decision)
    const difference = moins(b?.amc ?? ZERO, a.amc)
    const sens = difference > 0 ? 'A_PAYER' : difference < 0 ? 'INDU' : 'INCHANGE'
    ecarts.push({
      rang: i,
      avant: a.amc,
      apres: b?.amc ?? ZERO,
      difference,
      sens,
      lignes: lignesChangees(a.detail, b?.detail ?? []),
      decision,
    })
  }
  return ecarts
}
