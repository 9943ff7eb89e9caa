import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const SOURCE = readFileSync(join(import.meta.dirname, '..', 'public', 'carte-hors-ligne.js'), 'utf8')
const SITE = 'https://portail.example'
const PAS_DE_REPONSE = new Promise<Response>(() => {})

type Reseau = (chemin: string) => Promise<Response>

interface Demande {
  readonly url: string
  readonly method: string
  readonly mode: string
}

/** What a browser answers when a navigation was redirected: to the login page, for who has no session left. */
const VERS_LA_CONNEXION = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' })

const carte = (texte: string, titre: string): Response =>
  new Response(texte, {
    headers: {
      'X-Carte': encodeURIComponent(
        JSON.stringify({ cle: titre, titre, detail: 'Valable jusqu’au 31 décembre 2026' }),
      ),
    },
  })

/** The worker as the browser loads it, over a cache and a network of the test. */
function lancer(gardees: Readonly<Record<string, Response>>, reseau: Reseau) {
  const cache = {
    match: async ({ url }: Demande) => gardees[new URL(url).pathname]?.clone(),
    keys: async () => Object.keys(gardees).map((chemin) => ({ url: `${SITE}${chemin}` })),
  }
  const ecoutes = new Map<string, (evenement: unknown) => void>()
  runInNewContext(SOURCE, {
    self: {
      location: { origin: SITE },
      addEventListener: (nom: string, faire: (evenement: unknown) => void) => ecoutes.set(nom, faire),
    },
    caches: { open: async () => cache },
    fetch: ({ url }: Demande) => reseau(new URL(url).pathname),
    URL,
    Response,
    Date,
    setTimeout,
    Promise,
  })
  return (chemin: string, mode = 'navigate'): Promise<Response> => {
    let reponse: Promise<Response> | undefined
    ecoutes.get('fetch')?.({
      request: { url: `${SITE}${chemin}`, method: 'GET', mode } satisfies Demande,
      respondWith: (donnee: Promise<Response>) => {
        reponse = donnee
      },
    })
    if (reponse === undefined) throw new Error('le navigateur aurait répondu sans l’ouvrier')
    return reponse
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('A13 : l’ouvrier de la carte hors ligne', () => {
  test('avec du réseau mais plus de connexion ouverte, l’icône ouvre la carte gardée', async () => {
    const ouvrir = lancer({ '/carte/a': carte('la carte', 'A') }, async () => VERS_LA_CONNEXION)
    expect((await ouvrir('/carte')).headers.get('location')).toBe(`${SITE}/carte/a`)
    expect(await (await ouvrir('/carte/a')).text()).toBe('la carte')
  })

  test('le serveur en panne, de même', async () => {
    const ouvrir = lancer(
      { '/carte/a': carte('la carte', 'A') },
      async () => new Response('panne', { status: 503 }),
    )
    expect((await ouvrir('/carte')).headers.get('location')).toBe(`${SITE}/carte/a`)
  })

  test('sans carte gardée, la page de connexion est la réponse', async () => {
    const ouvrir = lancer({}, async () => VERS_LA_CONNEXION)
    expect(await ouvrir('/carte')).toBe(VERS_LA_CONNEXION)
  })

  test('un réseau qui ne répond pas laisse la place à la carte après trois secondes, une fois pour toute la page', async () => {
    const ouvrir = lancer(
      { '/carte/a': carte('la carte', 'A'), '/_next/static/a.js': new Response('dessin') },
      () => PAS_DE_REPONSE,
    )
    let lue: string | undefined
    ouvrir('/carte/a').then(async (reponse) => {
      lue = await reponse.text()
    })
    await vi.advanceTimersByTimeAsync(2_990)
    expect(lue).toBeUndefined()
    await vi.advanceTimersByTimeAsync(20)
    expect(lue).toBe('la carte')
    const piece = ouvrir('/_next/static/a.js', 'no-cors')
    await vi.advanceTimersByTimeAsync(1)
    expect(await (await piece).text()).toBe('dessin')
  })

  test('un réseau lent finit par répondre à qui n’a rien gardé', async () => {
    const ouvrir = lancer(
      {},
      () => new Promise((dire) => setTimeout(() => dire(new Response('en ligne')), 8_000)),
    )
    const reponse = ouvrir('/carte')
    await vi.advanceTimersByTimeAsync(8_010)
    expect(await (await reponse).text()).toBe('en ligne')
  })

  test('le réseau, quand il répond, passe avant ce qui est gardé', async () => {
    const ouvrir = lancer({ '/carte/a': carte('ancienne', 'A') }, async () => new Response('du jour'))
    expect(await (await ouvrir('/carte/a')).text()).toBe('du jour')
  })

  test('deux contrats gardés : l’icône propose les deux, chacun par son numéro, sans rien laisser passer dans la page', async () => {
    const ouvrir = lancer(
      {
        '/carte/a': carte('a', 'Contrat n° 12, Jeanne <b>Martin</b>'),
        '/carte/b': carte('b', 'Contrat n° 34, Jeanne Martin'),
        '/organisme.css': new Response(''),
      },
      () => Promise.reject(new Error('pas de réseau')),
    )
    const page = await (await ouvrir('/carte')).text()
    expect([...page.matchAll(/href="([^"]*)"/g)].map(([, adresse]) => adresse)).toEqual([
      '/carte/a',
      '/carte/b',
    ])
    expect(page).toContain('Contrat n° 34, Jeanne Martin')
    expect(page).toContain('Valable jusqu’au 31 décembre 2026')
    expect(page).not.toContain('<b>')
  })
})
