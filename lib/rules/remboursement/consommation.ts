import { type Montant, plus, ZERO } from '../montant/montant'
import type { Compte } from './compte'
import type { Consommation } from './faits'
import type { CodeLigne } from './lignes'
import type { PeriodeForfait } from './periode-forfait'

export type FiltreConsommation = (c: Consommation) => boolean

/** Les consommations d'une ligne sur une période, sauf celles qui portent sur un autre œil ou une autre oreille. */
export function consommationsDe(
  consommations: readonly Consommation[],
  ligne: CodeLigne,
  periode: PeriodeForfait,
  filtre?: FiltreConsommation,
): readonly Consommation[] {
  return consommations.filter(
    (c) =>
      c.ligne === ligne &&
      periode.du <= c.date &&
      c.date <= periode.au &&
      (filtre === undefined || filtre(c)),
  )
}

const AUCUNE: readonly Consommation[] = []

/** Montant déjà pris sur une ligne, versements du calcul en cours compris. */
export function sommeConsommee(
  compte: Compte,
  ligne: CodeLigne,
  periode: PeriodeForfait,
  filtre?: FiltreConsommation,
): Montant {
  let total = ZERO
  for (const toutes of [compte.contexte.faits.consommations ?? AUCUNE, compte.consommations]) {
    if (toutes.length === 0) continue
    for (const c of consommationsDe(toutes, ligne, periode, filtre)) total = plus(total, c.montant)
  }
  return total
}

/** Jours, séances ou verres déjà pris ; une consommation sans quantité en vaut une. */
export function quantiteConsommee(
  compte: Compte,
  ligne: CodeLigne,
  periode: PeriodeForfait,
  filtre?: FiltreConsommation,
): number {
  const toutes = compte.contexte.faits.consommations ?? AUCUNE
  if (toutes.length === 0) return 0
  let total = 0
  for (const c of consommationsDe(toutes, ligne, periode, filtre)) total += c.quantite ?? 1
  return total
}
