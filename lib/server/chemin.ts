/** Control characters, spaces and backslashes: browsers drop or turn them, so that « /\evil » becomes another site. */
const INTERDITS = /[\p{Cc}\s\\]/u

const BASE = 'http://interne.invalid'
/** Where coming back would turn in circles, or do something. */
const SANS_RETOUR = /^\/(connexion|deconnexion|api|_next)(\/|$)/

const ambigu = (texte: string): boolean => texte.startsWith('//') || INTERDITS.test(texte)
const douteux = (texte: string): boolean => ambigu(texte) || ambigu(decodeURIComponent(texte))

/** A path of this very site to come back to after logging in, or null. */
export function cheminInterne(texte: unknown): string | null {
  if (typeof texte !== 'string' || texte.length > 500 || !texte.startsWith('/')) return null
  try {
    const url = new URL(texte, BASE)
    const chemin = `${url.pathname}${url.search}`
    // Both before and after « .. » was resolved: « /..//evil » becomes « //evil ».
    if (douteux(texte) || douteux(chemin) || url.origin !== BASE || SANS_RETOUR.test(url.pathname))
      return null
    return chemin
  } catch {
    // Malformed percent sequences, not an address: not one of ours.
    return null
  }
}
