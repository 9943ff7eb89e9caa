import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typographier, typographierTout } from '@/lib/papiers/typographie'

describe('la typographie française', () => {
  test.each([
    [
      'une espace fine insécable avant les signes doubles',
      'Quoi ? Oui ! Là ; ici : non',
      'Quoi\u202f? Oui\u202f! Là\u202f; ici\u202f: non',
    ],
    ['et dans les guillemets', 'le « tiers payant »', 'le «\u202ftiers payant\u202f»'],
    ['une insécable devant l’euro et le pour cent', '12,30 € et 65 %', '12,30\u00a0€ et 65\u00a0%'],
    ['un jour ne se sépare pas de son mois', 'le 31 mars', 'le 31\u00a0mars'],
    ['un numéro ne se sépare pas de son signe', 'n° 12', 'n°\u00a012'],
    ['ce qui n’a pas d’espace n’en gagne pas', 'https://a.example:80/?b!', 'https://a.example:80/?b!'],
    ['les lettres décomposées sont recomposées', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['une fin de ligne en vaut une autre', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['ce qui ne se voit pas est retiré', 'a\u0000b\u0007c\u200bd\u202ee\ufefff', 'abcdef'],
    ['une moitié de caractère devient un signe visible', 'a\ud83db', 'a\ufffdb'],
  ])('%s', (_nom, texte, attendu) => {
    expect(typographier(texte)).toBe(attendu)
  })

  test('deux passages valent un passage, et aucune lettre ne change', () => {
    const sansEspaces = (texte: string) => texte.replace(/[\s\u00a0\u202f]/g, '')
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aé €%«»:;!?19n°\u00a0\u202f') }), (texte) => {
        const une = typographier(texte)
        expect(typographier(une)).toBe(une)
        expect(sansEspaces(une)).toBe(sansEspaces(texte))
      }),
    )
  })

  test('elle atteint toutes les chaînes d’une valeur et laisse le reste', () => {
    expect(typographierTout({ a: ['b :', 1, null, { c: 'd !' }] })).toEqual({
      a: ['b\u202f:', 1, null, { c: 'd\u202f!' }],
    })
  })
})
