/** Contraintes entre les niveaux des modules d'une garantie modulaire. */
export interface ContraintesNiveaux {
  readonly niveauMin: number
  readonly niveauMax: number
  readonly ecartMax: number
  /** Deux niveaux qui ne cohabitent pas. */
  readonly exclusion: readonly [number, number]
}

export interface ComparaisonNiveaux {
  readonly ecart: number
  readonly tropEcartes: boolean
  readonly incompatibles: boolean
}

export const estNiveau = (niveau: number, { niveauMin, niveauMax }: ContraintesNiveaux): boolean =>
  Number.isInteger(niveau) && niveau >= niveauMin && niveau <= niveauMax

/** Ce que des niveaux choisis ensemble ont de contraire à la règle. */
export function comparerNiveaux(
  niveaux: readonly number[],
  contraintes: ContraintesNiveaux,
): ComparaisonNiveaux {
  const ecart = Math.max(...niveaux) - Math.min(...niveaux)
  const [un, autre] = contraintes.exclusion
  return {
    ecart,
    tropEcartes: ecart > contraintes.ecartMax,
    incompatibles: niveaux.includes(un) && niveaux.includes(autre),
  }
}
