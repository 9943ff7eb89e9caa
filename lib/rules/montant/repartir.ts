import { type Montant, montant, somme } from './montant'

/**
 * Partage un montant en `parts` égales à un centime près ; la somme est conservée.
 * Les centimes en trop vont aux premières parts (README, décisions).
 * @throws {RangeError} si `parts` n'est pas un entier positif.
 */
export function repartir(total: Montant, parts: number): Montant[] {
  if (!Number.isInteger(parts) || parts < 1) throw new RangeError(`nombre de parts invalide : ${parts}`)
  const signe = total < 0 ? -1 : 1
  const absolu = Math.abs(total)
  const base = Math.floor(absolu / parts)
  const enTrop = absolu - base * parts
  return Array.from({ length: parts }, (_, rang) => montant(signe * (rang < enTrop ? base + 1 : base)))
}

/** Vérifie la conservation : utile aux frontières qui relisent un partage écrit. */
export const estConserve = (total: Montant, parts: readonly Montant[]): boolean => somme(parts) === total
