/** A small seeded generator: the same seed gives the same demonstration for ever, on any machine. */
export interface Alea {
  /** Whole number from `min` to `max`, both included. */
  entier(min: number, max: number): number
  parmi<T>(choix: readonly T[]): T
}

/** FNV-1a of the seed, then mulberry32: 32-bit integer arithmetic only. */
export function alea(graine: string): Alea {
  let etat = 0x811c9dc5
  for (const octet of new TextEncoder().encode(graine)) etat = Math.imul(etat ^ octet, 0x01000193) >>> 0

  const suivant = (): number => {
    etat = (etat + 0x6d2b79f5) >>> 0
    let t = Math.imul(etat ^ (etat >>> 15), etat | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const entier = (min: number, max: number): number => min + Math.floor(suivant() * (max - min + 1))

  return {
    entier,
    parmi<T>(choix: readonly T[]): T {
      const choisi = choix[entier(0, choix.length - 1)]
      if (choisi === undefined) throw new Error('rien à choisir')
      return choisi
    },
  }
}
