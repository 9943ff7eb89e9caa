/** The amounts of a prestation, in cents: depense = amo + regimeLocal + mutuelle + autres + reste. */
export interface Partage {
  readonly depense: number
  readonly base: number
  readonly partAmo: number
  readonly participation: number
  readonly franchise: number
  readonly partRegimeLocal: number
  readonly autresRemboursements: number
  readonly partMutuelle: number
  readonly resteACharge: number
}

const NUL: Partage = {
  depense: 0,
  base: 0,
  partAmo: 0,
  participation: 0,
  franchise: 0,
  partRegimeLocal: 0,
  autresRemboursements: 0,
  partMutuelle: 0,
  resteACharge: 0,
}

const ajouter = (a: Partage, b: Partage): Partage => ({
  depense: a.depense + b.depense,
  base: a.base + b.base,
  partAmo: a.partAmo + b.partAmo,
  participation: a.participation + b.participation,
  franchise: a.franchise + b.franchise,
  partRegimeLocal: a.partRegimeLocal + b.partRegimeLocal,
  autresRemboursements: a.autresRemboursements + b.autresRemboursements,
  partMutuelle: a.partMutuelle + b.partMutuelle,
  resteACharge: a.resteACharge + b.resteACharge,
})

/** Several acts as one: each amount is the sum of theirs. */
export const sommerPartages = (partages: readonly Partage[]): Partage => partages.reduce(ajouter, NUL)
