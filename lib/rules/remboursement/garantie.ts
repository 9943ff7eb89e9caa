import { type Montant, montant } from '../montant/montant'

/**
 * Une case d'un tableau de garanties. Les pourcentages sont ceux du tableau (100 = 100 %), les montants des centimes.
 * Un pourcentage de la base est un total, Assurance maladie (et régime local) comprise.
 */
export type Garantie =
  | { readonly type: 'pourcentage-br'; readonly valeur: number }
  | { readonly type: 'pourcentage-br-plus-forfait'; readonly valeur: number; readonly montant: Montant }
  | { readonly type: 'pourcentage-frais-reels'; readonly valeur: number }
  | { readonly type: 'pourcentage-traitement'; readonly valeur: number }
  | { readonly type: 'forfait-annuel'; readonly montant: Montant }
  | { readonly type: 'forfait-par-acte'; readonly montant: Montant }
  | { readonly type: 'forfait-par-seance'; readonly montant: Montant; readonly plafondAnnuel: Montant | null }
  | ForfaitJournalier
  | { readonly type: 'forfait-par-monture'; readonly montant: Montant; readonly periodeAnnees: number }
  | ForfaitVerre
  | { readonly type: 'forfait-par-oeil-par-an'; readonly montant: Montant }
  | { readonly type: 'forfait-par-oreille'; readonly montant: Montant; readonly periodeAnnees: number }
  | { readonly type: 'forfait-par-periode'; readonly montant: Montant; readonly periodeAnnees: number }
  | { readonly type: 'plafond-annuel-depassements'; readonly montant: Montant }
  | { readonly type: 'frais-reels'; readonly joursParAn: number | null }
  | { readonly type: 'prime'; readonly montant: Montant }
  | {
      readonly type: 'integral' | 'illimite' | 'pris-en-charge' | 'inclus' | 'non-garanti' | 'sans-objet'
    }

/** `joursParAn` null : la case n'imprime pas de limite. */
export interface ForfaitJournalier {
  readonly type: 'forfait-par-jour' | 'forfait-par-nuit'
  readonly montant: Montant
  readonly joursParAn: number | null
}

/** « 60 % + 40 € » : la part de l'Assurance maladie, et 40 € de la mutuelle. */
export interface ForfaitVerre {
  readonly type: 'forfait-par-verre'
  readonly montant: Montant
  readonly periodeAnnees: number
  readonly amoPourcent: number
}

const euros = (valeur: number): Montant => montant(Math.round(valeur * 100))
type Euros = number | null

export const NON_GARANTI: Garantie = { type: 'non-garanti' }
export const INTEGRAL: Garantie = { type: 'integral' }
export const ILLIMITE: Garantie = { type: 'illimite' }
export const PRIS_EN_CHARGE: Garantie = { type: 'pris-en-charge' }
export const INCLUS: Garantie = { type: 'inclus' }
export const SANS_OBJET: Garantie = { type: 'sans-objet' }

const parCase = (cases: readonly Euros[], lire: (valeur: number) => Garantie): readonly Garantie[] =>
  cases.map((valeur) => (valeur === null ? NON_GARANTI : lire(valeur)))

// Écriture des rangées d'un tableau : une valeur par formule, en euros ou en %, null pour « - ».
export const pourcentages = (...cases: Euros[]): readonly Garantie[] =>
  parCase(cases, (valeur) => ({ type: 'pourcentage-br', valeur }))
export const forfaitsAnnuels = (...cases: Euros[]): readonly Garantie[] =>
  parCase(cases, (valeur) => ({ type: 'forfait-annuel', montant: euros(valeur) }))
export const forfaitsMonture = (...cases: Euros[]): readonly Garantie[] =>
  parCase(cases, (valeur) => ({ type: 'forfait-par-monture', montant: euros(valeur), periodeAnnees: 2 }))
export const forfaitsVerre = (...cases: Euros[]): readonly Garantie[] =>
  parCase(cases, (valeur) => ({
    type: 'forfait-par-verre',
    montant: euros(valeur),
    periodeAnnees: 2,
    amoPourcent: 60,
  }))
export const forfaitsOeil = (...cases: Euros[]): readonly Garantie[] =>
  parCase(cases, (valeur) => ({ type: 'forfait-par-oeil-par-an', montant: euros(valeur) }))
export const forfaitsOreille = (...cases: Euros[]): readonly Garantie[] =>
  parCase(cases, (valeur) => ({ type: 'forfait-par-oreille', montant: euros(valeur), periodeAnnees: 4 }))
export const forfaitsJour = (...cases: Euros[]): readonly Garantie[] =>
  parCase(cases, (valeur) => forfaitJour(valeur))
export const plafondsDepassements = (...cases: Euros[]): readonly Garantie[] =>
  cases.map((valeur) =>
    valeur === null ? SANS_OBJET : { type: 'plafond-annuel-depassements', montant: euros(valeur) },
  )
export const primes = (...cases: Euros[]): readonly Garantie[] =>
  parCase(cases, (valeur) => ({ type: 'prime', montant: euros(valeur) }))
/** Une même case pour toutes les formules. */
export const partout = (nombre: number, garantie: Garantie): readonly Garantie[] =>
  Array.from({ length: nombre }, () => garantie)

export const pourcentagePlusForfait = (valeur: number, forfait: number): Garantie => ({
  type: 'pourcentage-br-plus-forfait',
  valeur,
  montant: euros(forfait),
})
export const pourcentage = (valeur: number): Garantie => ({ type: 'pourcentage-br', valeur })
export const pourcentageFraisReels = (valeur: number): Garantie => ({
  type: 'pourcentage-frais-reels',
  valeur,
})
export const forfaitAnnuel = (valeur: number): Garantie => ({
  type: 'forfait-annuel',
  montant: euros(valeur),
})
export const forfaitPeriode = (valeur: number, periodeAnnees: number): Garantie => ({
  type: 'forfait-par-periode',
  montant: euros(valeur),
  periodeAnnees,
})
export const forfaitSeance = (valeur: number, plafond: number): Garantie => ({
  type: 'forfait-par-seance',
  montant: euros(valeur),
  plafondAnnuel: euros(plafond),
})
export const forfaitActe = (valeur: number): Garantie => ({
  type: 'forfait-par-acte',
  montant: euros(valeur),
})
export const forfaitJour = (valeur: number, joursParAn: number | null = null): Garantie => ({
  type: 'forfait-par-jour',
  montant: euros(valeur),
  joursParAn,
})
export const forfaitNuit = (valeur: number, joursParAn: number | null = null): Garantie => ({
  type: 'forfait-par-nuit',
  montant: euros(valeur),
  joursParAn,
})
export const fraisReels = (joursParAn: number | null): Garantie => ({ type: 'frais-reels', joursParAn })
export const traitement = (valeur: number): Garantie => ({ type: 'pourcentage-traitement', valeur })
