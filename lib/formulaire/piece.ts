import type { RefusPiece } from '@/lib/lexique/depot'

/** What anybody can know of a file before reading it: the same answer in the browser, at the moment of choosing, and on the server. */
export const MO = 1024 * 1024
export const TAILLE_MAX = 10 * MO
export const NOMBRE_MAX = 5
/** One sending, all its files. The body of the request may not be much more (lib/server/entetes). */
export const ENVOI_MAX = 20 * MO

export type TypePiece = 'application/pdf' | 'image/jpeg' | 'image/png'

const TYPE_PAR_EXTENSION: ReadonlyMap<string, TypePiece> = new Map([
  ['pdf', 'application/pdf'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
])
/** What browsers call them; nothing, or « octet-stream », says nothing. */
const DECLARES: ReadonlyMap<string, TypePiece | null> = new Map([
  ['', null],
  ['application/octet-stream', null],
  ['application/pdf', 'application/pdf'],
  ['application/x-pdf', 'application/pdf'],
  ['image/jpeg', 'image/jpeg'],
  ['image/jpg', 'image/jpeg'],
  ['image/pjpeg', 'image/jpeg'],
  ['image/png', 'image/png'],
  ['image/x-png', 'image/png'],
])

/** Value of `accept`: a phone then turns its photos into JPEG by itself. */
export const ACCEPTES = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png'

interface FichierChoisi {
  readonly name: string
  readonly size: number
  readonly type: string
}

export const typeParNom = (nom: string): TypePiece | null =>
  TYPE_PAR_EXTENSION.get(/\.([A-Za-z]+)\s*$/.exec(nom)?.[1]?.toLowerCase() ?? '') ?? null

export function refusAuChoix({ name, size, type }: FichierChoisi): RefusPiece | null {
  const attendu = typeParNom(name)
  const declare = DECLARES.get(type.toLowerCase().split(';')[0]?.trim() ?? '')
  if (attendu === null) return 'FORMAT'
  if (size === 0) return 'VIDE'
  if (size > TAILLE_MAX) return 'TROP_LOURD'
  if (declare === undefined || (declare !== null && declare !== attendu)) return 'TYPE_DIFFERENT'
  return null
}

/** Of the sending as a whole. */
export function refusEnvoi(fichiers: readonly FichierChoisi[]): RefusPiece | null {
  if (fichiers.length > NOMBRE_MAX) return 'TROP_DE_FICHIERS'
  if (fichiers.reduce((somme, { size }) => somme + size, 0) > ENVOI_MAX) return 'ENVOI_TROP_LOURD'
  return null
}
