/** Narrow no-break space: before « ; : ! ? » » and after « « ». */
const FINE = '\u202f'
const INSECABLE = '\u00a0'

/** Controls that print nothing, or that make a reader see another text than the one written (direction overrides, zero widths, tags). */
const INVISIBLES = /(?!\n)[\p{Cc}\p{Cf}]/gu
const FIN_DE_LIGNE = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/**
 * A string as a French paper prints it: canonical (NFC), without what cannot be seen, its spaces unbreakable where the printer's
 * rules want it. Changes spaces only: no letter or sign is added or removed.
 */
export function typographier(texte: string): string {
  return texte
    .toWellFormed()
    .normalize('NFC')
    .replace(FIN_DE_LIGNE, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLES, '')
    .replace(/[ \u00a0]+(?=[;:!?»])/g, FINE)
    .replace(/«[ \u00a0]+/g, `«${FINE}`)
    .replace(/(\d) (?=[€%])/g, `$1${INSECABLE}`)
    .replace(
      /\b(n°|1er|\d{1,2}) (?=\d|janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc)/g,
      `$1${INSECABLE}`,
    )
}

/** `typographier` on every string of a value: the only way out of `composer`. */
export function typographierTout<V>(valeur: V): V
export function typographierTout(valeur: unknown): unknown {
  if (typeof valeur === 'string') return typographier(valeur)
  if (Array.isArray(valeur)) return valeur.map((element) => typographierTout(element))
  if (typeof valeur === 'object' && valeur !== null) {
    return Object.fromEntries(Object.entries(valeur).map(([cle, v]) => [cle, typographierTout(v)]))
  }
  return valeur
}
