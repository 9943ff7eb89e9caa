import { Decimal } from 'decimal.js'
import { type Montant, montant } from './montant'

const MILLIONIEMES = 1_000_000
/** Au-delà, le produit centimes × millionièmes pourrait quitter les entiers sûrs. */
const PRODUIT_SUR = Number.MAX_SAFE_INTEGER

/** Division entière arrondie au plus près, la moitié s'éloignant de zéro (lecture 8 du contrat). */
function diviserArrondi(numerateur: number, denominateur: number): number {
  const absolu = Math.abs(numerateur)
  const quotient = Math.floor(absolu / denominateur)
  const arrondi = (absolu - quotient * denominateur) * 2 >= denominateur ? quotient + 1 : quotient
  return numerateur < 0 ? -arrondi : arrondi
}

/**
 * `pourcentage` % de `base`, arrondi une fois au centime, la moitié s'éloignant de zéro.
 * Le pourcentage est un nombre d'au plus quatre décimales (70, 12.5) ; il est compté en millionièmes, sans flottant.
 */
export function pourcentDe(base: Montant, pourcentage: number): Montant {
  const millioniemes = Math.round(pourcentage * 10_000)
  const produit = base * millioniemes
  if (Math.abs(produit) <= PRODUIT_SUR) return montant(diviserArrondi(produit, MILLIONIEMES))
  return arrondirAuCentime(new Decimal(base).times(millioniemes).dividedBy(MILLIONIEMES))
}

/** Arrondit un nombre décimal de centimes, la moitié s'éloignant de zéro. */
export function arrondirAuCentime(centimes: Decimal): Montant {
  return montant(centimes.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber())
}
