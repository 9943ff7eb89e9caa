import type { Etiquette } from '@/lib/services/carte/view'

/** Cards kept on a device: their pages, in a cache of the browser. Names shared with public/carte-hors-ligne.js. */
const CACHE = 'carte'
const ENTETE = 'X-Carte'
const OUVRIER = '/carte-hors-ligne.js'
const PORTEE = '/carte'

/** What the page on the screen is drawn with, besides itself. */
export const piecesAffichees = (): readonly string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === location.origin)
    .map(({ pathname }) => pathname)
    .filter((chemin) => chemin.startsWith('/_next/static/') || chemin === '/organisme.css')

/** The same of a page that is not on the screen, by what it names. */
export const piecesDe = (html: string): readonly string[] => [
  '/organisme.css',
  ...(html.match(/\/_next\/static\/[\w./~%-]+/g) ?? []),
]

/** The label of a kept card, read by the worker when it has several to list. */
const etiqueter = (reponse: Response, etiquette: Etiquette): Response => {
  const headers = new Headers(reponse.headers)
  headers.set(ENTETE, encodeURIComponent(JSON.stringify(etiquette)))
  return new Response(reponse.body, { status: reponse.status, headers })
}

const cleDe = (reponse: Response | undefined): unknown => {
  const dite = reponse?.headers.get(ENTETE) ?? null
  if (dite === null) return null
  const lue: unknown = JSON.parse(decodeURIComponent(dite))
  return typeof lue === 'object' && lue !== null && 'cle' in lue ? lue.cle : null
}

export const estGardee = async (adresse: string): Promise<boolean> =>
  (await (await caches.open(CACHE)).match(adresse)) !== undefined

/** Kept cards of the same contract and reader, that a newer one replaces. */
export async function adressesAnciennes(cle: string, adresse: string): Promise<readonly string[]> {
  const cache = await caches.open(CACHE)
  const anciennes: string[] = []
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (!pathname.startsWith(`${PORTEE}/`) || pathname === adresse) continue
    if (cleDe(await cache.match(pathname, { ignoreVary: true })) === cle) anciennes.push(pathname)
  }
  return anciennes
}

interface AGarder {
  readonly adresse: string
  readonly pieces: readonly string[]
  readonly etiquette: Etiquette
  /** Taken away once this one is there. */
  readonly anciennes: readonly string[]
}

export async function garderPage({ adresse, pieces, etiquette, anciennes }: AGarder): Promise<void> {
  const cache = await caches.open(CACHE)
  const prendre = async (chemin: string): Promise<Response> => {
    const reponse = await fetch(chemin, { cache: 'reload', redirect: 'error' })
    if (!reponse.ok) throw new Error(`${chemin} : ${reponse.status}`)
    return reponse
  }
  // What draws it first: a card that is in the cache can be shown.
  await Promise.all(
    [...new Set(pieces)].map(async (piece) => {
      await cache.put(piece, await prendre(piece))
    }),
  )
  await cache.put(adresse, etiqueter(await prendre(adresse), etiquette))
  await Promise.all(anciennes.map((ancienne) => cache.delete(ancienne, { ignoreVary: true })))
  await navigator.serviceWorker.register(OUVRIER, { scope: PORTEE })
}

/** This card no longer kept; with the last one goes what draws and shows them. */
export async function effacerGardee(adresse: string): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.delete(adresse, { ignoreVary: true })
  const reste = (await cache.keys()).some(({ url }) => new URL(url).pathname.startsWith(`${PORTEE}/`))
  if (reste) return
  await caches.delete(CACHE)
  const ouvrier = await navigator.serviceWorker.getRegistration(PORTEE)
  await ouvrier?.unregister()
}
