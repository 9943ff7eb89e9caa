/** Control characters, spaces and backslashes: browsers drop or turn them, so that « /\evil » becomes another site. */
const INTERDITS = /[\p{Cc}\s\\]/u

const BASE = 'http://interne.invalid'
/** Where coming back would turn in circles, or do something. */
const SANS_RETOUR = /^\/(connexion|deconnexion|api|_next)(\/|$)/

/** A path of this very site to come back to after logging in, or null. */
export function cheminInterne(texte: unknown): string | null {
  if (typeof texte !== 'string' || texte.length > 500) return null
  if (!texte.startsWith('/') || ambigu(texte)) return null
  try {
    if (ambigu(decodeURIComponent(texte))) return null
    const url = new URL(texte, BASE)
    if (url.origin !== BASE || SANS_RETOUR.test(url.pathname)) return null
    return `${url.pathname}${url.search}`
  } catch {
    // Malformed percent sequences: not one of our addresses.
    return null
  }
}

const ambigu = (texte: string): boolean => texte.startsWith('//') || INTERDITS.test(texte)
