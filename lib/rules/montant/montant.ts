import { faitInvalide } from '../decision/erreur'

declare const marque: unique symbol

/** Un montant en centimes entiers d'euro, signé, toujours un entier sûr. */
export type Montant = number & { readonly [marque]: 'Montant' }

/** @throws {RangeError} si ce n'est pas un entier sûr : un centime ne se perd pas en silence. */
export function montant(centimes: number): Montant {
  if (!Number.isSafeInteger(centimes)) throw new RangeError(`montant hors des entiers sûrs : ${centimes}`)
  return (centimes === 0 ? 0 : centimes) as Montant
}

export const ZERO = montant(0)

export const plus = (a: Montant, b: Montant): Montant => montant(a + b)
export const moins = (a: Montant, b: Montant): Montant => montant(a - b)
export const oppose = (a: Montant): Montant => montant(-a)
export const minimum = (a: Montant, b: Montant): Montant => (a < b ? a : b)
export const maximum = (a: Montant, b: Montant): Montant => (a > b ? a : b)
/** Ce qui reste de `a` après `b`, jamais négatif. */
export const reste = (a: Montant, b: Montant): Montant => maximum(moins(a, b), ZERO)
export const somme = (montants: readonly Montant[]): Montant =>
  montant(montants.reduce((total, m) => total + m, 0))

const TEXTE = /^(-?)(\d{1,13})\.(\d{2})$/

/** « 12.30 » → 1230 centimes. Deux décimales et un point, rien d'autre. @throws {ErreurDeRegle} FAIT_INVALIDE */
export function lireMontant(texte: string, chemin = 'montant'): Montant {
  const m = TEXTE.exec(texte)
  if (m === null) throw faitInvalide(chemin, `« ${texte} » n'est pas un montant : écrivez par exemple 12.30`)
  const centimes = Number(`${m[2]}${m[3]}`)
  return montant(m[1] === '-' ? -centimes : centimes)
}

/** 1230 centimes → « 12.30 » (forme de la commande, du JSON et des fichiers). */
export function ecrireMontant(m: Montant): string {
  const chiffres = String(Math.abs(m)).padStart(3, '0')
  return `${m < 0 ? '-' : ''}${chiffres.slice(0, -2)}.${chiffres.slice(-2)}`
}
