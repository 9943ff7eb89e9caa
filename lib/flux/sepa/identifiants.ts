import { lireNirAvecCle } from '../nir'

/** Identifiers in a bank message: this set without the space, 35 at most, no « / » at an end, no « // ». */
const FORME = /^[A-Za-z0-9/\-?:().,'+]*$/
export const LONGUEUR_MAX = 35

export type FauteIdentifiant = 'ABSENT' | 'ALPHABET' | 'TROP_LONG' | 'BARRE_OBLIQUE' | 'DONNEE_PERSONNELLE'

/** What forbids this text as a MsgId, PmtInfId, EndToEndId or RUM; null when nothing does. */
export function fauteIdentifiant(texte: string, max = LONGUEUR_MAX): FauteIdentifiant | null {
  if (texte === '') return 'ABSENT'
  if (!FORME.test(texte)) return 'ALPHABET'
  if (texte.length > max) return 'TROP_LONG'
  if (texte.startsWith('/') || texte.endsWith('/') || texte.includes('//')) return 'BARRE_OBLIQUE'
  return contientNir(texte) ? 'DONNEE_PERSONNELLE' : null
}

const FORME_NIR = /[1-478][0-9]{4}[0-9][0-9AB][0-9]{8}/

/** A NIR with its right key, alone or inside the text, spaced or not. */
export function contientNir(texte: string): boolean {
  const serre = texte.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  if (!FORME_NIR.test(serre)) return false
  for (let debut = 0; debut + 15 <= serre.length; debut += 1) {
    if ('nir' in lireNirAvecCle(serre.slice(debut, debut + 15))) return true
  }
  return false
}

/** ISO 7064 mod 97-10 over letters (A = 10 … Z = 35) and digits. */
function reste97(texte: string): number {
  let reste = 0
  for (const caractere of texte) {
    const valeur = Number.parseInt(caractere, 36)
    reste = (reste * (valeur > 9 ? 100 : 10) + valeur) % 97
  }
  return reste
}

const ICS_FRANCAIS = /^FR[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{6}$/

/** Identifiant créancier SEPA attributed in France. The three characters after the key are the creditor's own: no key covers them. */
export function estIcs(ics: string): boolean {
  return ICS_FRANCAIS.test(ics) && reste97(`${ics.slice(7)}${ics.slice(0, 4)}`) === 1
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** 128 bits in base 36. */
const LONGUEUR_OPAQUE = 25

/** A UUID in 25 capital letters and digits: nothing of whom it designates can be read in it. @throws {RangeError} */
function opaque(uuid: string): string {
  if (!UUID.test(uuid)) throw new RangeError('identifiant opaque attendu : un UUID')
  return BigInt(`0x${uuid.replaceAll('-', '')}`)
    .toString(36)
    .toUpperCase()
    .padStart(LONGUEUR_OPAQUE, '0')
}

/** MsgId of a payment batch: 26 characters, one for a UUID. */
export const messageIdDe = (lot: string): string => `L${opaque(lot)}`
/** EndToEndId of a payment: 26 characters. */
export const endToEndIdDe = (paiement: string): string => `P${opaque(paiement)}`
/** RUM of a new mandate: 26 characters, never used again after the revocation of its UUID's mandate. */
export const rumDe = (mandat: string): string => `M${opaque(mandat)}`

/** PmtInfId: the message's, and the rank of the group from 1. */
export const GROUPES_MAX = 999
export const MESSAGE_ID_MAX = LONGUEUR_MAX - 4
export const groupeIdDe = (messageId: string, rang: number): string =>
  `${messageId}-${String(rang).padStart(3, '0')}`

/** The UUID behind one of our identifiers; null when it is not ours. */
export function uuidDe(identifiant: string): string | null {
  if (!/^[LPM][0-9A-Z]{25}$/.test(identifiant)) return null
  let valeur = 0n
  for (const caractere of identifiant.slice(1)) valeur = valeur * 36n + BigInt(Number.parseInt(caractere, 36))
  const hexa = valeur.toString(16).padStart(32, '0')
  if (hexa.length > 32) return null
  return hexa.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
