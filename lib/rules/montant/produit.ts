import { type Montant, montant } from './montant'

const UNITE = 1_000_000n

/** Une base et les pourcentages qu'on lui applique l'un après l'autre : 103.5 = hausse de 3,5 %, 75 = trois quarts. */
export interface Terme {
  readonly base: Montant
  readonly taux: readonly number[]
}

/** 103.5 → 1 035 000 millionièmes, sans flottant au-delà de quatre décimales. */
const enMillioniemes = (pourcentage: number): bigint => BigInt(Math.round(pourcentage * 10_000))

/** La moitié s'éloigne de zéro (lecture 8). */
function arrondir(numerateur: bigint, denominateur: bigint): Montant {
  const signe = numerateur < 0n ? -1n : 1n
  const absolu = numerateur * signe
  return montant(Number(((absolu * 2n + denominateur) / (denominateur * 2n)) * signe))
}

/** Somme de produits exacts, arrondie une seule fois au centime. */
export function sommeDeTermes(termes: readonly Terme[]): Montant {
  const degre = termes.reduce((max, { taux }) => Math.max(max, taux.length), 0)
  let total = 0n
  for (const { base, taux } of termes) {
    const produit = taux.reduce((valeur, pourcentage) => valeur * enMillioniemes(pourcentage), BigInt(base))
    total += produit * UNITE ** BigInt(degre - taux.length)
  }
  return arrondir(total, UNITE ** BigInt(degre))
}

/**
 * `part` sur `total` d'un montant, arrondi une fois au centime.
 * @throws {RangeError} si le total n'est pas un entier positif.
 */
export function auProrata(m: Montant, part: number, total: number): Montant {
  if (!Number.isInteger(total) || total < 1) throw new RangeError(`prorata sur ${total}`)
  return arrondir(BigInt(m) * BigInt(part), BigInt(total))
}
