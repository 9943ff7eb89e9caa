/** Identifiers that pass every check and belong to nobody. */

const surDeux = (n: number): string => String(n).padStart(2, '0')
const surTrois = (n: number): string => String(n).padStart(3, '0')

/** Key of a NIR of thirteen digits: 97 less the number modulo 97. */
export const cleNir = (nir: string): string => surDeux(97 - (Number(nir) % 97))

/**
 * Thirteen digits for somebody born abroad (99) in a country whose code does not exist (000 to 099: the list starts higher).
 * `numero` is unique in the demonstration.
 */
export function nirFictif(sexe: 1 | 2, naissance: string, numero: number): string {
  const pays = surTrois(numero % 100)
  const ordre = surTrois(101 + Math.floor(numero / 100) * 100 + (numero % 97))
  return `${sexe}${naissance.slice(2, 4)}${naissance.slice(5, 7)}99${pays}${ordre}`
}

/** Bank code that no bank holds. */
const BANQUE = '99998'
const GUICHET = '00042'

/** A French IBAN whose RIB key and check digits are right. */
export function ibanFictif(numero: number): string {
  const compte = String(20_000_000_000 + numero * 7_919)
  const reste = (89n * BigInt(BANQUE) + 15n * BigInt(GUICHET) + 3n * BigInt(compte)) % 97n
  const bban = `${BANQUE}${GUICHET}${compte}${surDeux(97 - Number(reste))}`
  // F = 15, R = 27, then « 00 » in place of the check digits.
  const controle = 98n - (BigInt(`${bban}152700`) % 97n)
  return `FR${surDeux(Number(controle))}${bban}`
}

/** Nine digits in a department that does not exist (99). */
export const numeroAmFictif = (rang: number): string => {
  const huit = `991${String(rang).padStart(5, '0')}`
  const somme = [...huit].reduce((total, chiffre) => total + Number(chiffre), 0)
  return `${huit}${somme % 10}`
}

/** The account of a professional, by the identifier that the ledger knows (« AM 991000147 »). */
export const ibanDuProfessionnel = (identifiant: string): string =>
  ibanFictif(10_000 + Number(identifiant.replace(/\D/g, '').slice(3, 8)))
