import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { champDioptries } from '@/lib/formulaire/dioptries'

const champ = champDioptries('-2,25')

describe('une correction recopiée de l’ordonnance', () => {
  test.each([
    ['-2,25', -2.25],
    ['−2.25', -2.25],
    ['– 2,25', -2.25],
    ['+1.50', 1.5],
    ['(-0,50)', -0.5],
    ['2', 2],
    ['plan', 0],
    ['Plan', 0],
    ['0', 0],
    ['', null],
    ['  ', null],
  ])('« %s » se lit', (texte, dioptries) => {
    expect(champ.parse(texte)).toBe(dioptries)
  })

  test.each([
    ['moins deux', /Recopiez.*-2,25/],
    ['-2,25 (-0,50) 90°', /Recopiez/],
    ['1e1', /Recopiez/],
    ['-2,255', /Recopiez/],
    ['225', /Recopiez/],
    ['-31', /ne dépasse pas 30/],
  ])('« %s » est refusé, et la phrase dit pourquoi', (texte, message) => {
    expect(champ.safeParse(texte).error?.issues[0]?.message).toMatch(message)
  })

  test('tout quart de dioptrie se relit tel qu’il est écrit en France', () => {
    fc.assert(
      fc.property(fc.integer({ min: -120, max: 120 }), (quarts) => {
        const texte = (quarts / 4).toFixed(2).replace('.', ',')
        expect(champ.parse(texte)).toBeCloseTo(quarts / 4, 10)
      }),
    )
  })
})
