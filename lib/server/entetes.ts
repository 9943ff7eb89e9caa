/** Headers of every answer, and whose requests may change something. Pure: proxy.ts applies it, a test reads it as a table. */

/** Set by proxy.ts on the request it passes on; a client's own is overwritten there. */
export const ENTETE_CHEMIN = 'x-portail-chemin'
/** The id of the request: in the journal and in the technical logs. A client's own is overwritten. */
export const ENTETE_REQUETE = 'x-portail-requete'

/** Routes called by machines with a bearer token instead of a cookie. None yet: `/api/externe/` is their only place. */
const A_JETON = /^\/api\/externe\//
const SANS_EFFET = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * True for a request that may change something and does not prove that it comes from a page of this site. A browser always sends
 * Origin with a POST; a request without one is a tool's, and tools have bearer routes.
 */
export function origineRefusee(
  methode: string,
  entetes: Pick<Headers, 'get'>,
  chemin: string,
  origine: string,
): boolean {
  if (SANS_EFFET.has(methode)) return false
  if (A_JETON.test(chemin)) return !/^Bearer \S/.test(entetes.get('authorization') ?? '')
  const site = entetes.get('sec-fetch-site')
  return entetes.get('origin') !== origine || !(site === null || site === 'same-origin' || site === 'none')
}

/** Of any request: 20 MB of files and what a form puts around them. Where no file is sent, no form is that long. */
export const CORPS_MAX = 21 * 1024 * 1024
const CORPS_SANS_FICHIER = 1024 * 1024
const AVEC_FICHIERS =
  /^\/(gestion\/(?:flux|paiements\/retours)|adherent\/(?:documents\/envoyer|messagerie\/ecrire|demandes\/[a-z0-9-]+|coordonnees\/rib))\/?$/

/** True for a body announced longer than the page takes: refused before a byte of it is read. */
export function corpsTropGrand(entetes: Pick<Headers, 'get'>, chemin: string): boolean {
  const annonce = Number(entetes.get('content-length') ?? 0)
  return !(annonce <= (AVEC_FICHIERS.test(chemin) ? CORPS_MAX : CORPS_SANS_FICHIER))
}

interface Circonstances {
  readonly nonce: string
  readonly https: boolean
  readonly developpement: boolean
  readonly chemin?: string
}

/** Development only: React needs eval to show its errors, the tools write styles in the page and open a socket. */
function csp({ nonce, https, developpement }: Circonstances): string {
  const directives = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${developpement ? " 'unsafe-eval'" : ''}`,
    developpement ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${developpement ? ' ws: wss:' : ''}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "worker-src 'self'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ]
  return directives.join('; ')
}

/** Also for what Next answers before proxy.ts: static files, redirections of a trailing slash. next.config.ts sets them. */
export const ENTETES_DE_TOUT: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  [
    'Permissions-Policy',
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  ],
]

/** Whatever a file is, the browser keeps it and runs nothing of it. */
export const CSP_TELECHARGEMENT = "sandbox; default-src 'none'"
/** By their address, because Next keeps the header that the proxy set and drops the route's own. */
const TELECHARGEMENT = /\/telecharger$/

export function entetesDe(circonstances: Circonstances): ReadonlyMap<string, string> {
  return new Map([
    ...ENTETES_DE_TOUT,
    [
      'Content-Security-Policy',
      TELECHARGEMENT.test(circonstances.chemin ?? '') ? CSP_TELECHARGEMENT : csp(circonstances),
    ],
    ['Cache-Control', 'private, no-store'],
    ...(circonstances.https
      ? [['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'] as const]
      : []),
  ])
}
