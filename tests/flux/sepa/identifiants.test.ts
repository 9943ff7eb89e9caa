import fc from 'fast-check'
import sepa from 'sepa'
import { describe, expect, test } from 'vitest'
import {
  contientNir,
  endToEndIdDe,
  estIcs,
  fauteIdentifiant,
  groupeIdDe,
  messageIdDe,
  rumDe,
  uuidDe,
} from '@/lib/flux/sepa/identifiants'

describe("l'identifiant de créancier (ICS)", () => {
  // FR72ZZZ123456: 123456 then FR72 → 123456 15 27 72; 123456152772 mod 97 = 1.
  test.each(['FR72ZZZ123456', 'FR72ABC123456', 'FR72000123456'])('%s est juste', (ics) => {
    expect(estIcs(ics)).toBe(true)
  })
  test.each(['FR73ZZZ123456', 'FR72ZZZ123457', 'DE98ZZZ09999999999', 'FR72ZZZ12345', 'fr72zzz123456', ''])(
    '« %s » ne l’est pas',
    (ics) => {
      expect(estIcs(ics)).toBe(false)
    },
  )
  test('la clé que calcule le paquet sepa est la nôtre', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
          minLength: 6,
          maxLength: 6,
        }),
        (national) => {
          expect(estIcs(sepa.checksumCreditorID(`FR00ZZZ${national}`))).toBe(true)
        },
      ),
    )
  })
})

describe('les identifiants faits de rien qui se lise', () => {
  test('un UUID donne un identifiant et y revient, sans collision', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        for (const faire of [messageIdDe, endToEndIdDe, rumDe]) {
          expect(faire(a)).toMatch(/^[LPM][0-9A-Z]{25}$/)
          expect(fauteIdentifiant(faire(a), 31)).toBeNull()
          expect(uuidDe(faire(a))).toBe(a)
          expect(faire(a) === faire(b)).toBe(a === b)
        }
      }),
    )
  })
  test('le plus petit et le plus grand UUID', () => {
    expect(endToEndIdDe('00000000-0000-0000-0000-000000000000')).toBe(`P${'0'.repeat(25)}`)
    // 2^128 − 1 in base 36.
    expect(endToEndIdDe('ffffffff-ffff-ffff-ffff-ffffffffffff')).toBe('PF5LXX1ZZ5PNORYNQGLHZMSP33')
  })
  test.each(['PZZZZZZZZZZZZZZZZZZZZZZZZZ', 'X0000000000000000000000000', 'P1', '', 'NOTPROVIDED'])(
    '« %s » n’est pas des nôtres',
    (id) => {
      expect(uuidDe(id)).toBeNull()
    },
  )
  test('autre chose qu’un UUID est refusé', () => {
    expect(() => rumDe('180011999000173')).toThrow(RangeError)
  })
  test('le groupe suit le message et reste sous 35 caractères', () => {
    expect(groupeIdDe('LOT-1', 7)).toBe('LOT-1-007')
    expect(groupeIdDe(messageIdDe('00000000-0000-0000-0000-000000000000'), 999)).toHaveLength(30)
  })
})

describe('un NIR se voit partout où il se cache', () => {
  test.each(['180011999000173', '1 80 01 19 990 001 73', 'REF.180011999000173', '9-1.80.01.19.990.001.73-X'])(
    '%s',
    (texte) => {
      expect(contientNir(texte)).toBe(true)
    },
  )
  test.each(['180011999000174', '1800119990001', 'C2026-11', ''])('« %s » n’en contient pas', (texte) => {
    expect(contientNir(texte)).toBe(false)
  })
})
