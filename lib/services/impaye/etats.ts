import type { EtapeImpaye } from '@/generated/prisma/enums'
import { ajouterJours, type DateCivile, laPlusTardive } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { bornerSuspension } from '@/lib/rules/impaye/borner-suspension'
import { traiterImpaye } from '@/lib/rules/impaye/traiter-impaye'
import type { Montant } from '@/lib/rules/montant/montant'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import type { DecisionImpaye } from './schema'

/** The only passages of an unpaid échéance; the database has the same table (garder_impaye). */
export const PASSAGES_IMPAYE: Readonly<Record<EtapeImpaye, readonly EtapeImpaye[]>> = {
  CONSTATE: ['MIS_EN_DEMEURE', 'REGULARISE'],
  // Straight to the end of the contract when a suspension could have no effect: its annual period is over.
  MIS_EN_DEMEURE: ['SUSPENDU', 'RESILIE', 'REGULARISE'],
  SUSPENDU: ['RESILIE', 'REGULARISE'],
  RESILIE: ['REGULARISE'],
  REGULARISE: [],
}

export interface FaitsEcheance {
  readonly exigibleLe: DateCivile
  readonly montant: Montant
  /** Withheld by the employer, who then is the debtor. */
  readonly precompte: boolean
  readonly cotisationMensuelle: Montant | null
}

/** What the règlement says of this échéance, or why nothing can leave by itself. */
export function decider(
  reglement: Reglement,
  e: FaitsEcheance,
  dates: { readonly miseEnDemeure: DateCivile | null; readonly paiement: DateCivile | null },
): DecisionImpaye {
  try {
    const calendrier = traiterImpaye(reglement, {
      dateEcheance: e.exigibleLe,
      dateMiseEnDemeure: dates.miseEnDemeure,
      datePaiement: dates.paiement,
      montantDu: e.montant,
      cotisationMensuelle: e.cotisationMensuelle,
    })
    const borne = bornerSuspension(reglement, e.exigibleLe)
    if (calendrier.verdict !== 'ACCORDEE' || borne.verdict !== 'ACCORDEE')
      throw new Error('la règle de l’impayé donne toujours un calendrier')
    const { valeur, motifs } = calendrier
    if (e.precompte) return { issue: 'EMPLOYEUR', constatLe: valeur.miseEnDemeureAuPlusTot }
    const { jusquAu: finSuspension } = borne.valeur
    return { issue: 'DECIDEE', ...valeur, finSuspension, motifs: [...motifs, ...borne.motifs] }
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle) || erreur.code === 'FAIT_INVALIDE') throw erreur
    return { issue: 'SANS_REGLE', code: erreur.code }
  }
}

/** A suspension that would begin after the last day on which it may have an effect is no suspension. */
export const suspensionPossible = (d: DecisionImpaye): boolean =>
  d.issue === 'DECIDEE' &&
  d.suspensionAuPlusTot !== null &&
  (d.finSuspension === null || d.suspensionAuPlusTot <= d.finSuspension)

/** The step that leaves by itself next, and the first day the règlement allows it. Null: none; ending a contract is decided by people. */
export function etapeSuivante(
  etape: EtapeImpaye,
  d: DecisionImpaye,
): { readonly etape: 'MIS_EN_DEMEURE' | 'SUSPENDU'; readonly auPlusTot: DateCivile } | null {
  if (d.issue !== 'DECIDEE') return null
  if (etape === 'CONSTATE') return { etape: 'MIS_EN_DEMEURE', auPlusTot: d.miseEnDemeureAuPlusTot }
  if (etape === 'MIS_EN_DEMEURE' && d.suspensionAuPlusTot !== null && suspensionPossible(d))
    return { etape: 'SUSPENDU', auPlusTot: d.suspensionAuPlusTot }
  return null
}

/** The day announced to staff: never the day itself, so that whatever leaves was on their page the day before. */
export function annoncer(etape: EtapeImpaye, d: DecisionImpaye, jour: DateCivile): DateCivile | null {
  const suite = etapeSuivante(etape, d)
  return suite === null ? null : laPlusTardive(suite.auPlusTot, ajouterJours(jour, 1))
}

/** An échéance enters the procedure when it came back from the bank, else on the eve of the first day a letter may leave. */
export function aConstater(
  e: { readonly exigibleLe: DateCivile; readonly rejetee: boolean },
  d: DecisionImpaye,
  jour: DateCivile,
): boolean {
  if (e.rejetee) return true
  switch (d.issue) {
    case 'DECIDEE':
      return ajouterJours(jour, 1) >= d.miseEnDemeureAuPlusTot
    case 'EMPLOYEUR':
      return ajouterJours(jour, 1) >= d.constatLe
    case 'SANS_REGLE':
      return e.exigibleLe < jour
  }
}

/** From this day staff may end the contract; null: not at this step. */
export function resiliableDes(etape: EtapeImpaye, d: DecisionImpaye, jour: DateCivile): DateCivile | null {
  if (d.issue !== 'DECIDEE') return null
  const sansEffet = !suspensionPossible(d) || (d.finSuspension !== null && d.finSuspension < jour)
  return etape === 'SUSPENDU' || (etape === 'MIS_EN_DEMEURE' && sansEffet) ? d.resiliationAuPlusTot : null
}

interface Due {
  readonly exigibleLe: DateCivile
  /** Null: still owed. */
  readonly payeeLe: DateCivile | null
  /** Null: never the object of a mise en demeure. */
  readonly misEnDemeureLe: DateCivile | null
  readonly suspenduLe: DateCivile | null
}

/**
 * The payment that ends a suspension: on that day all that was the object of a mise en demeure is paid, and all that fell due meanwhile.
 * Null: not yet. `jour` when nothing is owed any more without a payment (the schedule was made again).
 */
export function paiementLiberatoire(
  suspension: { readonly du: DateCivile },
  dues: readonly Due[],
  jour: DateCivile,
): DateCivile | null {
  const { du } = suspension
  // What was paid long before says nothing of this suspension, unless it is what caused it: a payment known late.
  const concerne = (d: Due): boolean =>
    d.payeeLe === null || d.payeeLe >= du || (d.suspenduLe !== null && d.suspenduLe >= du)
  const exigees = (p: DateCivile): Due[] =>
    dues.filter(
      (d) =>
        (d.misEnDemeureLe !== null && (d.misEnDemeureLe <= du || d.misEnDemeureLe <= p) && concerne(d)) ||
        (d.exigibleLe >= du && d.exigibleLe <= p),
    )
  const paiements = dues.flatMap((d) => d.payeeLe ?? []).sort()
  const soldees = (p: DateCivile): boolean => exigees(p).every((d) => d.payeeLe !== null && d.payeeLe <= p)
  const liberatoire = paiements.find((p) => p <= jour && exigees(p).length > 0 && soldees(p))
  return liberatoire ?? (exigees(jour).length === 0 ? jour : null)
}
