const UUID = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/
/** Each of them, those that overlap too; glued to a letter it is another word. */
const UUIDS = /(?<!\p{L})(?=([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})(?!\p{L}))/gu

/** « Perrine » is not somebody named Perrin. */
const entier = (canari: string): RegExp => new RegExp(`(?<!\\p{L})${canari}(?!\\p{L})`, 'u')

/** Finds what may not be read in a page: thousands of ids at the cost of one walk, names and numbers one by one. */
export function chercheur(canaris: readonly string[]): (corps: string) => string[] {
  const majuscules = canaris.map((canari) => canari.toUpperCase())
  const ids = new Set(majuscules.filter((canari) => UUID.test(canari)))
  const mots = majuscules.filter((canari) => !ids.has(canari))
  return (texte) => {
    const corps = texte.toUpperCase()
    return [
      ...[...corps.matchAll(UUIDS)].flatMap(([, id]) => (id !== undefined && ids.has(id) ? [id] : [])),
      ...mots.filter((mot) => corps.includes(mot) && entier(mot).test(corps)),
    ]
  }
}
