/** NIR: 13 characters (2A and 2B for Corsica) and a key of two digits, 97 minus the number modulo 97. */
const FORME = /^[1-478][0-9]{4}(?:[0-9]{2}|2[AB])[0-9]{6}$/
const FORME_AVEC_CLE = /^([1-478][0-9]{4}(?:[0-9]{2}|2[AB])[0-9]{6})([0-9]{2})$/

export const estNir = (nir: string): boolean => FORME.test(nir)

/** Key of a well-formed NIR, two digits. For the key 2A counts as 19 and 2B as 18. */
export function cleNir(nir: string): string {
  const nombre = Number(nir.replace('2A', '19').replace('2B', '18'))
  return String(97 - (nombre % 97)).padStart(2, '0')
}

/** The 13 characters of a NIR written with its key (spaces allowed), or the reason why it is not one. */
export function lireNirAvecCle(texte: string): { nir: string } | { faute: 'FORME' | 'CLE' } {
  const m = FORME_AVEC_CLE.exec(texte.replaceAll(' ', '').toUpperCase())
  const [, nir, cle] = m ?? []
  if (nir === undefined || cle === undefined) return { faute: 'FORME' }
  return cleNir(nir) === cle ? { nir } : { faute: 'CLE' }
}
