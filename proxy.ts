import { type NextRequest, NextResponse } from 'next/server'
import {
  corpsTropGrand,
  ENTETE_CHEMIN,
  ENTETE_REQUETE,
  entetesDe,
  origineRefusee,
} from '@/lib/server/entetes'

/** The first fence: origin of what changes something, headers of every answer. Never the only guard. */
export function proxy(requete: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64')
  const entetes = entetesDe({
    nonce,
    chemin: requete.nextUrl.pathname,
    https: urlPublique(requete).protocol === 'https:',
    developpement: process.env.NODE_ENV === 'development',
  })
  const reponse = refuserDEntree(requete) ?? sansBarreFinale(requete) ?? suivre(requete, nonce, entetes)
  for (const [nom, valeur] of entetes) reponse.headers.set(nom, valeur)
  return reponse
}

/** What is not for this site, or out of all measure, goes no further. */
function refuserDEntree(requete: NextRequest): NextResponse | null {
  const { pathname } = requete.nextUrl
  const { origin } = urlPublique(requete)
  if (origineRefusee(requete.method, requete.headers, pathname, origin)) return phrase(403, refus(origin))
  if (corpsTropGrand(requete.headers, pathname)) return phrase(413, TROP_GRAND)
  return null
}

const phrase = (status: number, texte: string): NextResponse =>
  new NextResponse(texte, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })

const TROP_GRAND =
  'Votre envoi est trop lourd : rien n’a été enregistré. Revenez à la page précédente, choisissez moins de fichiers (20 Mo au plus en une fois) et recommencez.\n'

const refus = (origine: string): string =>
  `Cette demande ne vient pas d'une page de ce site : elle a été refusée et rien n'a été changé. Ouvrez le portail à son adresse, ${origine}, et recommencez.\n`

/** Without PORTAIL_URL (never under `npm start`), the address that was asked for. */
const urlPublique = (requete: NextRequest): URL => new URL(process.env.PORTAIL_URL ?? requete.nextUrl.origin)

/** Next would redirect before this fence, without its headers (next.config.ts: skipTrailingSlashRedirect). */
function sansBarreFinale(requete: NextRequest): NextResponse | null {
  const { pathname, search } = requete.nextUrl
  const nu = pathname.replace(/\/+$/, '')
  if (nu === '' || nu === pathname) return null
  // Next sends it relative, being of the host that was asked.
  return NextResponse.redirect(new URL(`${nu.replace(/^\/+/, '/')}${search}`, requete.url), 308)
}

function suivre(requete: NextRequest, nonce: string, entetes: ReadonlyMap<string, string>): NextResponse {
  const transmis = new Headers(requete.headers)
  transmis.set('x-nonce', nonce)
  transmis.set('Content-Security-Policy', entetes.get('Content-Security-Policy') ?? '')
  transmis.set(ENTETE_REQUETE, crypto.randomUUID())
  transmis.set(ENTETE_CHEMIN, `${requete.nextUrl.pathname}${requete.nextUrl.search}`)
  return NextResponse.next({ request: { headers: transmis } })
}

/** Static files are public and carry the headers set by next.config.ts. */
export const config = { matcher: ['/((?!_next/static/).*)'] }
