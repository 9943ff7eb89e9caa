import { countrySpecs, isValidIBAN } from 'ibantools'

/**
 * What no log may hold, found by its value wherever it comes from: a key that says « nir » is one way to write one, a message of an error
 * is another. Pure.
 */
const SEPARATEUR = '[\\s.]?'
const forme = (pieces: readonly string[]): RegExp => new RegExp(pieces.join(SEPARATEUR), 'gi')
const CHIFFRES = (n: number): string[] => Array<string>(n).fill('\\d')

/** Sex, year, month, département (2A and 2B too), commune, order, key. */
const NIR_A_CLE = ['[1-478]', ...CHIFFRES(4)]
const NIR = [
  forme([...NIR_A_CLE, ...CHIFFRES(2), ...CHIFFRES(8)]),
  forme([...NIR_A_CLE, '2', '[AB]', ...CHIFFRES(8)]),
]
/** By its look alone: thirteen digits have no key, and a wrong one was typed by somebody. */
const ALLURE_NIR =
  /(?<![\dA-Z])[1-478]\s?\d{2}\s?\d{2}\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?(?![\dA-Z])/gi
const ALLURE_IBAN = /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,4})?\b/g
const DEBUT_IBAN = /[A-Z]{2}\s?\d\s?\d/gi
const JETON = /\b(jeton|token|code_challenge|state)=[A-Za-z0-9_-]+/g

const serrer = (texte: string): string => texte.replaceAll(/[\s.]/g, '').toUpperCase()

/** The key of a NIR of fifteen characters is 97 less the rest of the thirteen others. */
export function cleNirJuste(nir: string): boolean {
  const corps = BigInt(nir.slice(0, 13).replace(/2A/, '19').replace(/2B/, '18'))
  return 97n - (corps % 97n) === BigInt(nir.slice(13))
}

/** Replaces what `reconnaitre` accepts from each place where the shape begins, whatever stands before it. */
function remplacer(
  texte: string,
  regle: RegExp,
  reconnaitre: (reste: string, trouve: string) => number,
  par: string,
): string {
  let sortie = ''
  let fini = 0
  regle.lastIndex = 0
  for (let vu = regle.exec(texte); vu !== null; vu = regle.exec(texte)) {
    const longueur = reconnaitre(texte.slice(vu.index), vu[0])
    if (longueur > 0) {
      sortie += texte.slice(fini, vu.index) + par
      fini = vu.index + longueur
    }
    regle.lastIndex = longueur > 0 ? fini : vu.index + 1
  }
  return sortie + texte.slice(fini)
}

/** How many characters of `reste` are an IBAN, spaces and dots counted; 0: none. Each country has its length. */
function longueurIban(reste: string): number {
  const attendue = countrySpecs[reste.slice(0, 2).toUpperCase()]?.chars ?? null
  if (attendue === null) return 0
  let serre = ''
  for (let i = 0; i < reste.length && serre.length < attendue; i += 1) {
    const c = reste[i] ?? ''
    if (/[A-Z0-9]/i.test(c)) serre += c.toUpperCase()
    else if (!/[\s.]/.test(c)) return 0
    if (serre.length === attendue) return isValidIBAN(serre) ? i + 1 : 0
  }
  return 0
}

export function expurger(texte: string): string {
  let reste = texte
  for (const regle of NIR)
    reste = remplacer(reste, regle, (_, trouve) => (cleNirJuste(serrer(trouve)) ? trouve.length : 0), '[NIR]')
  reste = reste.replace(ALLURE_NIR, '[NIR]')
  reste = remplacer(reste, DEBUT_IBAN, longueurIban, '[IBAN]')
  return reste.replace(ALLURE_IBAN, '[IBAN]').replace(JETON, '$1=[…]')
}

/** Names of what is never written, at any depth. */
const TUES = new Set(
  [
    'nir',
    'iban',
    'motDePasse',
    'password',
    'jeton',
    'token',
    'secret',
    'codeAcces',
    'cookie',
    'authorization',
    'montant',
    'email',
    'nom',
    'prenom',
    'dateNaissance',
    'detail',
    'where',
    'parameters',
  ].map((nom) => nom.toLowerCase()),
)

/** The same object without the keys that hold what is never written. */
export function depouiller(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(depouiller)
  if (typeof valeur !== 'object' || valeur === null) return valeur
  return Object.fromEntries(
    Object.entries(valeur)
      .filter(([nom]) => !TUES.has(nom.toLowerCase()))
      .map(([nom, v]) => [nom, depouiller(v)]),
  )
}

const ECHAPPES = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu

/** What would move a terminal's cursor, colour it or begin a line of its own is written as its number. */
export const echapper = (texte: string): string =>
  texte.replace(ECHAPPES, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
