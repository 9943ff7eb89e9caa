import { isIPv6 } from 'node:net'

/** What a request says of where it comes from. Made by lib/server/session; a test makes its own. */
export interface Visite {
  /** Key for throttling: an IPv4, or the /64 of an IPv6. */
  readonly adresse: string
  /** « Firefox sur Windows ». */
  readonly appareil: string
  /** Proof that this browser logged in before, to these accounts: a computer may be that of a couple. */
  readonly comptesConnus: readonly string[]
  readonly instant: Date
}

/** Did somebody log in to this account before, from this browser? */
export const appareilConnu = ({ comptesConnus }: Visite, compteId: string): boolean =>
  comptesConnus.includes(compteId)

/** As many accounts as a household shares a computer for; the last ones, the latest first. */
const COMPTES_PAR_APPAREIL = 8

/** This account logged in here, after the others. */
export const connaitre = (connus: readonly string[], compteId: string): readonly string[] =>
  [compteId, ...connus.filter((id) => id !== compteId)].slice(0, COMPTES_PAR_APPAREIL)

/**
 * The client's address. Each trusted relay appends the address it saw, and our server appends that of the socket; so with n relays the
 * (n+1)th from the right is the client's, and what a client writes itself stays further left, unread.
 */
export function adresseDe(xForwardedFor: string | null, relais: number): string {
  const vues = (xForwardedFor ?? '').split(',').map((adresse) => adresse.trim())
  const brute = vues[vues.length - 1 - relais] ?? vues[0] ?? ''
  return cleAdresse(brute.replace(/^\[|\](:\d+)?$/g, '').replace(/^::ffff:/i, ''))
}

function cleAdresse(adresse: string): string {
  if (!isIPv6(adresse)) return adresse === '' ? 'inconnue' : adresse.slice(0, 64)
  const [tete = '', queue] = adresse.toLowerCase().split('%')[0]?.split('::') ?? []
  const debut = tete === '' ? [] : tete.split(':')
  const fin = queue === undefined || queue === '' ? [] : queue.split(':')
  const zeros = queue === undefined ? [] : Array<string>(Math.max(0, 8 - debut.length - fin.length)).fill('0')
  return [...debut, ...zeros, ...fin]
    .slice(0, 4)
    .map((bloc) => bloc.replace(/^0+(?=.)/, ''))
    .join(':')
}

const NAVIGATEURS: readonly [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMES: readonly [RegExp, string][] = [
  [/\b(iPhone|iPad|iPod)\b/, 'iPhone ou iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

/** A name a person recognises in « mes connexions ». */
export function appareilDe(userAgent: string | null): string {
  const agent = userAgent ?? ''
  const navigateur = NAVIGATEURS.find(([forme]) => forme.test(agent))?.[1] ?? 'Navigateur inconnu'
  const systeme = SYSTEMES.find(([forme]) => forme.test(agent))?.[1]
  return systeme === undefined ? navigateur : `${navigateur} sur ${systeme}`
}
