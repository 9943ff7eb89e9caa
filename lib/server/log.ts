import pino from 'pino'

/** Values that must never be written, wherever they come from: a NIR with its 13 or 15 digits, an IBAN, a mail link's token. */
const INTERDITS: readonly [RegExp, string][] = [
  [/\b[1-478]\s?\d{2}\s?\d{2}\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?\b/gi, '[NIR]'],
  [/\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,4})?\b/g, '[IBAN]'],
  [/\bjeton=[A-Za-z0-9_-]+/g, 'jeton=[…]'],
]

export const expurger = (texte: string): string =>
  INTERDITS.reduce((reste, [forme, remplacant]) => reste.replace(forme, remplacant), texte)

/** Structured log, one JSON object a line. Say events and ids; never a name, an act or an amount. */
export const log = pino(
  {
    base: null,
    level: process.env.NODE_ENV === 'test' ? 'error' : 'info',
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        '*.nir',
        '*.iban',
        '*.motDePasse',
        '*.jeton',
        '*.montant',
        'nir',
        'iban',
        'motDePasse',
        'jeton',
      ],
      remove: true,
    },
  },
  { write: (ligne: string) => process.stdout.write(expurger(ligne)) },
)
