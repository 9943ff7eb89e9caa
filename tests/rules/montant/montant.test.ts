import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import {
  ecrireMontant,
  lireMontant,
  maximum,
  minimum,
  moins,
  montant,
  oppose,
  plus,
  reste,
  somme,
  ZERO,
} from '@/lib/rules/montant/montant'
import { estConserve, repartir } from '@/lib/rules/montant/repartir'
import { pourcentDe } from '@/lib/rules/montant/taux'

const centimes = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((n) => montant(n))

describe('un montant', () => {
  it('est un entier sûr de centimes', () => {
    expect(() => montant(1.5)).toThrow(RangeError)
    expect(() => montant(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError)
    expect(Object.is(montant(-0), 0)).toBe(true)
  })

  it.each([
    ['12.30', 1230],
    ['0.05', 5],
    ['-3.00', -300],
    ['1234567890123.99', 123456789012399],
  ])('se lit « %s » et se récrit pareil', (texte, attendu) => {
    expect(lireMontant(texte)).toBe(attendu)
    expect(ecrireMontant(montant(attendu))).toBe(texte)
  })

  it.each(['12', '12.3', '12,30', '12.345', ' 12.30', '1e3', '', '+1.00', '12.30 €'])(
    'refuse « %s »',
    (texte) => {
      expect(() => lireMontant(texte, 'soin.depense')).toThrow(ErreurDeRegle)
    },
  )

  it('se relit toujours comme il s’écrit', () => {
    fc.assert(fc.property(centimes, (m) => lireMontant(ecrireMontant(m)) === m))
  })

  it('s’additionne, se soustrait et se compare', () => {
    expect(plus(montant(150), montant(275))).toBe(425)
    expect(moins(montant(150), montant(275))).toBe(-125)
    expect(reste(montant(150), montant(275))).toBe(0)
    expect(reste(montant(275), montant(150))).toBe(125)
    expect(oppose(ZERO)).toBe(0)
    expect(minimum(montant(3), montant(2))).toBe(2)
    expect(maximum(montant(3), montant(2))).toBe(3)
    expect(somme([montant(1), montant(2), montant(-5)])).toBe(-2)
    expect(somme([])).toBe(0)
  })
})

describe('un pourcentage d’un montant', () => {
  it.each([
    // 70 % de 14,26 = 9,982 ; la moitié s'éloigne de zéro : 50 % de 0,01 = 0,005 → 0,01
    [1426, 70, 998],
    [1, 50, 1],
    [-1, 50, -1],
    [5, 60, 3],
    [1250, 12.5, 156],
    [1260, 12.5, 158],
    [10_000, 33.3333, 3333],
    [3000, 0, 0],
    [100_000_000_000_000, 70, 70_000_000_000_000],
  ])('%i centimes à %d %% font %i', (base, taux, attendu) => {
    expect(pourcentDe(montant(base), taux)).toBe(attendu)
  })

  it('est celui de decimal.js, arrondi une fois, la moitié s’éloignant de zéro', () => {
    fc.assert(
      fc.property(centimes, fc.integer({ min: 0, max: 4_000_000 }), (base, dixMilliemes) => {
        const taux = dixMilliemes / 10_000
        const attendu = new Decimal(base)
          .times(dixMilliemes)
          .dividedBy(1_000_000)
          .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
          .toNumber()
        return pourcentDe(base, taux) === (attendu === 0 ? 0 : attendu)
      }),
    )
  })
})

describe('un partage', () => {
  it('donne les centimes en trop aux premières parts', () => {
    expect(repartir(montant(100), 3)).toEqual([34, 33, 33])
    expect(repartir(montant(-100), 3)).toEqual([-34, -33, -33])
    expect(repartir(montant(2), 3)).toEqual([1, 1, 0])
  })

  it('conserve la somme, à un centime près entre les parts', () => {
    fc.assert(
      fc.property(centimes, fc.integer({ min: 1, max: 60 }), (total, parts) => {
        const partage = repartir(total, parts)
        return (
          partage.length === parts &&
          estConserve(total, partage) &&
          Math.max(...partage) - Math.min(...partage) <= 1
        )
      }),
    )
  })

  it('refuse un nombre de parts impossible', () => {
    for (const parts of [0, -1, 1.5]) expect(() => repartir(montant(100), parts)).toThrow(RangeError)
  })
})
