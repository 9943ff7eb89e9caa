import { indexAveugle } from './chiffrement'

/** The code d'accès printed on the card, as typed by anybody: case, spaces and dashes do not count. */
export const normaliserCodeAcces = (code: string): string =>
  code.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')

/** What `codes_acces.code_index` holds. */
export const indexCodeAcces = (code: string): Buffer<ArrayBuffer> =>
  indexAveugle('code-acces', normaliserCodeAcces(code))

/** What authenticates `codes_acces.code_chiffre` (see `chiffrer`). */
export const contexteCodeAcces = (personneId: string): string => `codes_acces:${personneId}`

/** « sans les zéros » : the card prints leading zeros that people leave out. */
export const normaliserNumeroAdherent = (numero: string): string =>
  numero.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/^0+/, '')
