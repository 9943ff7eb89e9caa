import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estEpc, versEpc } from '@/lib/flux/sepa/alphabet'

describe("l'alphabet des banques", () => {
  test.each([
    ['Élodie d’Œuvrard', "Elodie d'OEuvrard"],
    ['œuf, cœur', 'oeuf, coeur'],
    ['Łukasz Żółć', 'Lukasz Zolc'],
    ['Straße', 'Strasse'],
    ['Ærøskøbing', 'AEroskobing'],
    ['Đorđe Þór', 'Dorde THor'],
    ['İstanbul ılık', 'Istanbul ilik'],
    ['Nguyễn Thị Ánh', 'Nguyen Thi Anh'],
    ['Жанна Щукина', 'Zhanna Shtukina'],
    ['Νίκος', 'Nikos'],
    ['Dupont & Fils', 'Dupont + Fils'],
    ['12 € — réf. n° 5', '12 EUR - ref. no 5'],
    ['a_b@c', 'a-b(at)c'],
    ['« Le Chat »', "' Le Chat '"],
    ['<b>&amp;</b>', '(b)+amp.(/b)'],
    ['Ａｎｎｅ', 'Anne'],
    ['ﬁn ½', 'fin 1/2'],
    ['🤠 Zoé 👩‍👩‍👧', '? Zoe ?'],
    ['محمد علي', '? ?'],
    ['‏Ana‎ Li​', 'Ana Li'],
    ['  deux   espaces insécables ', 'deux espaces insecables'],
    ['a\tb\r\nc\u0000d', 'a b c d'],
    ['//a//b/', 'a/b'],
    ['\ud83d', '?'],
    ['', ''],
  ])('« %s » s’écrit « %s »', (texte, attendu) => {
    expect(versEpc(texte)).toBe(attendu)
  })

  test('tout texte y entre, et y rester ne change plus rien', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (texte) => {
        const lu = versEpc(texte)
        expect(estEpc(lu)).toBe(true)
        expect(lu).not.toMatch(/^[/ ]|[/ ]$|\/\/| {2}/)
        expect(versEpc(lu)).toBe(lu)
      }),
      { numRuns: 3_000 },
    )
  })

  test('une longueur hostile ne coûte pas plus que sa taille', () => {
    const hostile = `${'/ '.repeat(50_000)}${'\u0301'.repeat(50_000)}${'?/'.repeat(50_000)}é`
    expect(versEpc(hostile).length).toBeLessThan(200_000)
  })
})
