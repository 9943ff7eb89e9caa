import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  adressesAnciennes,
  effacerGardee,
  estGardee,
  garderPage,
  piecesDe,
} from '@/components/carte/cartes-gardees'

const SITE = 'https://portail.example'
const cheminDe = (demande: string | { readonly url: string }): string =>
  new URL(typeof demande === 'string' ? demande : demande.url, SITE).pathname

let entrees: Map<string, Response>
let ouvrier: 'INSCRIT' | 'ABSENT'

beforeEach(() => {
  entrees = new Map()
  ouvrier = 'ABSENT'
  const cache = {
    match: async (demande: string) => entrees.get(cheminDe(demande))?.clone(),
    put: async (demande: string, reponse: Response) => entrees.set(cheminDe(demande), reponse),
    delete: async (demande: string) => entrees.delete(cheminDe(demande)),
    keys: async () => [...entrees.keys()].map((chemin) => ({ url: `${SITE}${chemin}` })),
  }
  vi.stubGlobal('caches', {
    open: async () => cache,
    delete: async () => entrees.clear(),
  })
  vi.stubGlobal('fetch', async (chemin: string) =>
    chemin.endsWith('absente') ? new Response('non', { status: 404 }) : new Response(`page ${chemin}`),
  )
  vi.stubGlobal('navigator', {
    serviceWorker: {
      register: async () => {
        ouvrier = 'INSCRIT'
      },
      getRegistration: async () => ({
        unregister: async () => {
          ouvrier = 'ABSENT'
        },
      }),
    },
  })
})

const etiquette = (cle: string) => ({
  cle,
  titre: `Contrat n° ${cle}`,
  detail: 'Valable jusqu’au 31 décembre 2026',
})
const garder = async (id: string, cle: string) => {
  const adresse = `/carte/${id}`
  await garderPage({
    adresse,
    pieces: ['/organisme.css', '/_next/static/a.js'],
    etiquette: etiquette(cle),
    anciennes: await adressesAnciennes(cle, adresse),
  })
}
const cartes = () => [...entrees.keys()].filter((chemin) => chemin.startsWith('/carte/')).sort()

describe('A13 : les cartes gardées sur un appareil', () => {
  test('celle qu’on garde prend la place de la précédente du même contrat, jamais d’un autre', async () => {
    await garder('2026', 'contrat 1')
    await garder('sur', 'contrat 2')
    expect(await adressesAnciennes('contrat 1', '/carte/2027')).toEqual(['/carte/2026'])
    await garder('2027', 'contrat 1')
    expect(cartes()).toEqual(['/carte/2027', '/carte/sur'])
    expect(await entrees.get('/carte/2027')?.clone().text()).toBe('page /carte/2027')
    expect(await estGardee('/carte/2026')).toBe(false)
    expect(ouvrier).toBe('INSCRIT')
  })

  test('une carte qui ne se charge pas ne chasse pas celle qui est là', async () => {
    await garder('2026', 'contrat 1')
    await expect(garder('absente', 'contrat 1')).rejects.toThrow('404')
    expect(cartes()).toEqual(['/carte/2026'])
  })

  test('en effacer une laisse l’autre ; la dernière emporte tout, l’ouvrier compris', async () => {
    await garder('un', 'contrat 1')
    await garder('deux', 'contrat 2')
    await effacerGardee('/carte/un')
    expect([cartes(), ouvrier]).toEqual([['/carte/deux'], 'INSCRIT'])
    await effacerGardee('/carte/deux')
    expect([entrees.size, ouvrier]).toEqual([0, 'ABSENT'])
  })

  test('les pièces d’une page se lisent dans son texte, jusque dans ses scripts', () => {
    const html =
      '<link href="/_next/static/chunks/a~1.css"><script>self.f.push([1,"I[2,[\\"/_next/static/chunks/b.js\\"]]"])</script>'
    expect(piecesDe(html)).toEqual([
      '/organisme.css',
      '/_next/static/chunks/a~1.css',
      '/_next/static/chunks/b.js',
    ])
  })
})
