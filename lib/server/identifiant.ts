import { randomInt } from 'node:crypto'
import { indexAveugle } from './chiffrement'

/** The code d'accès of a person, as typed by anybody: case, spaces and dashes do not count. */
export const normaliserCodeAcces = (code: string): string =>
  code.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')

/** Neither 0 and o, nor 1, i and l: it is copied from paper. */
const SIGNES = '23456789abcdefghjkmnpqrstuvwxyz'

/** « k7m4-9xqt-2bwh »: 59 random bits. */
export const nouveauCodeAcces = (): string =>
  [4, 4, 4]
    .map((longueur) => Array.from({ length: longueur }, () => SIGNES[randomInt(SIGNES.length)]).join(''))
    .join('-')

/** What `codes_acces.code_index` holds. */
export const indexCodeAcces = (code: string): Buffer<ArrayBuffer> =>
  indexAveugle('code-acces', normaliserCodeAcces(code))

/** What authenticates `codes_acces.code_chiffre` (see `chiffrer`). */
export const contexteCodeAcces = (personneId: string): string => `codes_acces:${personneId}`

/** « sans les zéros » : the card prints leading zeros that people leave out. */
export const normaliserNumeroAdherent = (numero: string): string =>
  numero.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/^0+/, '')
