import { Decimal } from 'decimal.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { montant } from '@/lib/rules/montant/montant'
import { auProrata, sommeDeTermes } from '@/lib/rules/montant/produit'

describe('un produit exact, arrondi une fois', () => {
  test.each([
    [1, [50], 1],
    [-1, [50], -1],
    [1, [49.9999], 0],
    [1001, [50], 501],
    [1000, [103.5, 103.5], 1071],
    [1000, [], 1000],
    [0, [103.5], 0],
  ])('%i centimes à %j %% font %i', (base, taux, attendu) => {
    expect(sommeDeTermes([{ base: montant(base), taux }])).toBe(attendu)
  })

  test('deux demi-centimes font un centime : la somme s’arrondit, pas les termes', () => {
    const demi = { base: montant(1), taux: [50] }
    const quart = { base: montant(1), taux: [50, 50] }
    expect(sommeDeTermes([demi, demi])).toBe(1)
    expect(sommeDeTermes([quart, quart, quart])).toBe(1)
    expect(sommeDeTermes([quart])).toBe(0)
    expect(sommeDeTermes([])).toBe(0)
  })
})

describe('un prorata', () => {
  test.each([
    [600_00, 184, 365, 302_47],
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [100, 0, 31, 0],
    [100, 31, 31, 100],
  ])('%i × %i / %i = %i', (m, part, total, attendu) => {
    expect(auProrata(montant(m), part, total)).toBe(attendu)
  })

  test('est celui des décimaux, à tout montant', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.nat({ max: 366 }),
        fc.integer({ min: 1, max: 366 }),
        (m, part, total) => {
          const exact = new Decimal(m).times(part).dividedBy(total)
          const arrondi = exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
          expect(auProrata(montant(m), part, total)).toBe(arrondi === 0 ? 0 : arrondi)
        },
      ),
    )
  })

  test.each([0, -1, 1.5, Number.NaN])('sur %d parts n’a pas de sens', (total) => {
    expect(() => auProrata(montant(1), 1, total)).toThrowError(RangeError)
  })
})
