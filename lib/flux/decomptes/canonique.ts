/** JSON with sorted keys: two lines that say the same have the same text. */
export function canonique(valeur: unknown): string {
  if (Array.isArray(valeur)) return `[${valeur.map(canonique).join(',')}]`
  if (typeof valeur !== 'object' || valeur === null) return JSON.stringify(valeur)
  const paires = Object.entries(valeur)
    .filter(([, enfant]) => enfant !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cle, enfant]) => `${JSON.stringify(cle)}:${canonique(enfant)}`)
  return `{${paires.join(',')}}`
}
