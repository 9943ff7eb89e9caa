import { describe, expect, test } from 'vitest'
import { corpsTropGrand, entetesDe, origineRefusee } from '@/lib/server/entetes'

const ORIGINE = 'https://portail.example'
const refusee = (methode: string, entetes: Record<string, string>, chemin = '/connexion') =>
  origineRefusee(methode, new Headers(entetes), chemin, ORIGINE)

describe('l’origine de ce qui change quelque chose', () => {
  test.each([
    ['sans origine', {}],
    ['sans origine, venue d’un autre site', { 'sec-fetch-site': 'cross-site' }],
    ['d’un autre site', { origin: 'https://evil.example' }],
    ['d’une origine opaque', { origin: 'null' }],
    ['d’un sous-domaine', { origin: 'https://x.portail.example' }],
    ['d’un site qui commence pareil', { origin: 'https://portail.example.evil.example' }],
    ['en clair', { origin: 'http://portail.example' }],
    ['d’un autre port', { origin: 'https://portail.example:8443' }],
    ['d’un même domaine mais d’un autre site', { origin: ORIGINE, 'sec-fetch-site': 'same-site' }],
    ['bonne origine mais venue d’ailleurs', { origin: ORIGINE, 'sec-fetch-site': 'cross-site' }],
    [
      'd’ailleurs, avec un relais contrefait',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    ],
    ['avec un jeton, hors de la route des machines', { authorization: 'Bearer abc' }],
  ])('%s : refusée', (_nom, entetes) => {
    for (const methode of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])
      expect([methode, refusee(methode, entetes)]).toEqual([methode, true])
  })

  test.each([
    ['de ce site', 'POST', { origin: ORIGINE, 'sec-fetch-site': 'same-origin' }],
    ['de ce site, vieux navigateur', 'POST', { origin: ORIGINE }],
    [
      'une lecture venue d’ailleurs',
      'GET',
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    ],
  ])('%s : admise', (_nom, methode, entetes) => {
    expect(refusee(methode, entetes)).toBe(false)
  })

  test('la route des machines veut un jeton et pas d’origine', () => {
    expect(refusee('POST', { authorization: 'Bearer abc' }, '/api/externe/x')).toBe(false)
    expect(refusee('POST', { origin: ORIGINE }, '/api/externe/x')).toBe(true)
    expect(refusee('POST', { authorization: 'Bearer abc' }, '/api/externes')).toBe(true)
  })
})

describe('les en-têtes de toute réponse', () => {
  test('un téléchargement est fermé, quel que soit le fichier', () => {
    const entetes = (chemin: string) => entetesDe({ nonce: 'N', https: true, developpement: false, chemin })
    const politique = (chemin: string) => entetes(chemin).get('Content-Security-Policy')
    expect(politique('/adherent/documents/envois/1/telecharger')).toBe("sandbox; default-src 'none'")
    expect(politique('/adherent/telecharger/1')).toContain("script-src 'nonce-N'")
    expect(politique('/telechargerx')).toContain("script-src 'nonce-N'")
  })

  test.each<[string | null, string, boolean]>([
    [null, '/connexion', false],
    ['1048576', '/connexion', false],
    ['1048577', '/connexion', true],
    ['22020096', '/adherent/documents/envoyer', false],
    ['22020097', '/adherent/documents/envoyer', true],
    ['22020096', '/adherent/messagerie/ecrire', false],
    ['22020096', '/adherent/demandes/01890a5d-ac96-774b-bcce-b302099a8057', false],
    ['22020096', '/adherent/demandes/01890a5d-ac96-774b-bcce-b302099a8057/dossier/telecharger', true],
    ['22020096', '/gestion/flux', false],
    ['2147483648', '/gestion/flux', true],
    ['22020096', '/gestion/flux/autre', true],
    ['-', '/gestion/flux', true],
  ])('un corps annoncé de %s octets à %s : refusé = %s', (annonce, chemin, attendu) => {
    const recu = new Headers(annonce === null ? {} : { 'content-length': annonce })
    expect(corpsTropGrand(recu, chemin)).toBe(attendu)
  })

  const prod = entetesDe({ nonce: 'NONCE', https: true, developpement: false })
  test.each([
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Cache-Control', 'private, no-store'],
    ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
  ])('%s: %s', (nom, valeur) => {
    expect(prod.get(nom)).toBe(valeur)
  })

  test('la politique de contenu n’admet que nos scripts, par leur nonce', () => {
    const directives = new Map(
      (prod.get('Content-Security-Policy') ?? '').split('; ').map((directive) => {
        const [nom = '', ...valeurs] = directive.split(' ')
        return [nom, valeurs]
      }),
    )
    expect(directives.get('script-src')).toEqual(["'nonce-NONCE'", "'strict-dynamic'"])
    expect(directives.get('style-src')).toEqual(["'self'", "'nonce-NONCE'"])
    expect(directives.get('default-src')).toEqual(["'none'"])
    for (const nom of ['object-src', 'base-uri', 'frame-ancestors'])
      expect(directives.get(nom)).toEqual(["'none'"])
    expect(directives.get('form-action')).toEqual(["'self'"])
    expect(prod.get('Content-Security-Policy')).not.toMatch(/unsafe/)
  })

  test('HSTS seulement derrière https ; eval seulement en développement', () => {
    const local = entetesDe({ nonce: 'N', https: false, developpement: false })
    expect(local.has('Strict-Transport-Security')).toBe(false)
    expect(local.get('Content-Security-Policy')).not.toMatch(/unsafe|upgrade-insecure/)
    const dev = entetesDe({ nonce: 'N', https: false, developpement: true })
    expect(dev.get('Content-Security-Policy')).toMatch(/unsafe-eval/)
  })
})
