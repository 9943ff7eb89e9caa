// The characters a SEPA message may carry (EPC217-08: « Latin » set), and the way into them from any Unicode text.

const EPC = /^[A-Za-z0-9/\-?:().,'+ ]*$/
export const estEpc = (texte: string): boolean => EPC.test(texte)

/** What NFKD does not take apart. One character of the set stands for whatever has no reading. */
const LETTRES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Œ: 'OE',
    œ: 'oe',
    Æ: 'AE',
    æ: 'ae',
    ß: 'ss',
    ẞ: 'SS',
    Ł: 'L',
    ł: 'l',
    Ø: 'O',
    ø: 'o',
    Đ: 'D',
    đ: 'd',
    Ð: 'D',
    ð: 'd',
    Þ: 'TH',
    þ: 'th',
    Ħ: 'H',
    ħ: 'h',
    ı: 'i',
    Ŋ: 'N',
    ŋ: 'n',
    Ŧ: 'T',
    ŧ: 't',
    ĸ: 'k',
    Ə: 'E',
    ə: 'e',
  }),
)

const SIGNES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '&': '+',
    '€': 'EUR',
    '£': 'GBP',
    $: 'USD',
    '@': '(at)',
    _: '-',
    '‘': "'",
    '’': "'",
    '‚': "'",
    '‛': "'",
    ʼ: "'",
    ʹ: "'",
    ʾ: "'",
    ʿ: "'",
    '´': "'",
    '`': "'",
    '′': "'",
    '"': "'",
    '“': "'",
    '”': "'",
    '„': "'",
    '«': "'",
    '»': "'",
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '–': '-',
    '—': '-',
    '−': '-',
    '·': '.',
    '•': '.',
    '!': '.',
    '#': '.',
    '%': '.',
    '*': '.',
    ';': '.',
    '=': '.',
    '^': '.',
    '~': '.',
    '|': '/',
    '\\': '/',
    '⁄': '/',
    '<': '(',
    '>': ')',
    '[': '(',
    ']': ')',
    '{': '(',
    '}': ')',
    '°': 'o',
    '×': 'x',
  }),
)

// Greek (ELOT 743) and Cyrillic (Bulgarian reading), the two other alphabets of the area.
const GREC =
  'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o'
const CYRILLIQUE =
  'а:a б:b в:v г:g д:d е:e ж:zh з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:ts ч:ch ш:sh щ:sht ъ:a ы:y ь:y э:e ю:yu я:ya є:ye і:i ј:j љ:lj њ:nj ћ:c ђ:dj џ:dz'

function autresAlphabets(): Map<string, string> {
  const table = new Map<string, string>()
  for (const paire of `${GREC} ${CYRILLIQUE}`.split(' ')) {
    const [lettre = '', lecture = ''] = paire.split(':')
    table.set(lettre, lecture)
    const capitale = lettre.toUpperCase()
    if (capitale !== lettre && !table.has(capitale)) {
      table.set(capitale, `${lecture.charAt(0).toUpperCase()}${lecture.slice(1)}`)
    }
  }
  return table
}

const LECTURES: ReadonlyMap<string, string> = new Map([...LETTRES, ...SIGNES, ...autresAlphabets()])

/** Marks, joiners, direction and variation controls: they qualify a neighbour and are not read themselves. */
const MUETS = /[\p{M}\p{Cf}]/gu
/** A control character or any separator is a space. */
const BLANCS = /[\p{Cc}\p{Z}]+/gu
const HORS_EPC = /[^A-Za-z0-9/\-?:().,'+ ]+/gu
const INCONNU = '?'

const lireSuite = (suite: string): string =>
  Array.from(suite.replace(MUETS, '').replace(BLANCS, ' '), (c) =>
    c === ' ' ? c : (LECTURES.get(c) ?? INCONNU),
  )
    .join('')
    .replace(/\?{2,}/g, INCONNU)

/**
 * The text in the set: accents dropped, letters spelled, unreadable signs as one « ? » a run, blanks single, no « / » at an end and no
 * « // » (they are separators on the bank's side). The result may be longer than what came in, or empty: measure it after.
 */
export function versEpc(texte: string): string {
  if (estEpc(texte)) return ranger(texte)
  return ranger(texte.normalize('NFKD').replace(HORS_EPC, lireSuite))
}

const DERANGE = /\/\/| {2}|^[/ ]|[/ ]$/

const ranger = (texte: string): string =>
  DERANGE.test(texte)
    ? texte
        .replace(/\/{2,}/g, '/')
        .replace(/ {2,}/g, ' ')
        .replace(/^[/ ]+|[/ ]+$/g, '')
    : texte
