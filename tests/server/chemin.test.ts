import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cheminInterne } from '@/lib/server/chemin'

test.each([
  ['/adherent', '/adherent'],
  ['/adherent/remboursements?du=2026-01-01&page=2', '/adherent/remboursements?du=2026-01-01&page=2'],
  ['/gestion/../adherent', '/adherent'],
  ['/adherent#ancre', '/adherent'],
])('on revient à %s', (demande, attendu) => {
  expect(cheminInterne(demande)).toBe(attendu)
})

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/%2f%2fevil.example/..//x'.replace('/%2f%2f', '/%5cevil'),
  '/%5c%5cevil.example',
  '%2f%2fevil.example',
  '/%2fevil.example',
  '/\tevil',
  '/\n/evil.example',
  '/%09/evil.example',
  '/ /evil.example',
  '/\u00a0evil',
  'https://evil.example/',
  'http:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'adherent',
  '',
  '/%',
  '/%c0%af',
  '/connexion?retour=/connexion',
  '/deconnexion',
  '/api/sante',
  '/_next/static/x',
  `/${'a'.repeat(600)}`,
])('%j ne mène nulle part', (demande) => {
  expect(cheminInterne(demande)).toBeNull()
})

test.each([[undefined], [null], [3], [['/adherent', '/gestion']], [{}]])(
  '%j n’est pas un chemin',
  (demande) => {
    expect(cheminInterne(demande)).toBeNull()
  },
)

test('quoi que l’on demande, on reste sur ce site', () => {
  const morceau = fc.constantFrom(
    '/',
    '\\',
    '%2f',
    '%5c',
    '..',
    '@',
    ':',
    'evil.example',
    '?',
    '#',
    '\t',
    '%00',
    'a',
    '%09',
  )
  fc.assert(
    fc.property(fc.array(morceau, { maxLength: 8 }), (morceaux) => {
      const rendu = cheminInterne(`/${morceaux.join('')}`)
      if (rendu === null) return
      expect(new URL(rendu, 'https://portail.example').origin).toBe('https://portail.example')
      expect(new URL(decodeURIComponent(rendu), 'https://portail.example').origin).toBe(
        'https://portail.example',
      )
    }),
    { numRuns: 5000 },
  )
})
