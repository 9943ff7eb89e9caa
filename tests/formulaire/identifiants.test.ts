import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleNir, estNir } from '@/lib/flux/nir'
import {
  champBic,
  champFiness,
  champIban,
  champNir,
  champRpps,
  champSiret,
  estFiness,
  estNirAvecCle,
  estRpps,
  estSiren,
  estSiret,
  fauteIban,
} from '@/lib/formulaire/identifiants'
import { ibanFrancais } from '@/tests/support/sepa'

/** Changing any one digit for another must be seen by a key. */
const autreChiffre = (texte: string, ou: number, plus: number): string =>
  texte.slice(0, ou) + String((Number(texte[ou]) + plus) % 10) + texte.slice(ou + 1)

describe('les numéros des établissements et des professionnels', () => {
  // Public establishments: real numbers of hospitals, Corsica's with its letters.
  test.each(['750712184', '690781810', '130786049', '330781196', '2B0000012', '2A0000014'])(
    'FINESS %s',
    (numero) => {
      expect(estFiness(numero)).toBe(true)
      expect(estFiness(`${numero.slice(0, 8)}${(Number(numero[8]) + 1) % 10}`)).toBe(false)
    },
  )
  test.each(['2C0000012', '75071218', '7507121844', '', '2A000001A'])(
    '« %s » n’est pas un FINESS',
    (numero) => {
      expect(estFiness(numero)).toBe(false)
    },
  )

  test('RPPS', () => {
    expect(estRpps('10002909371')).toBe(true)
    expect(estRpps('10002909372')).toBe(false)
    expect(estRpps('20002909371')).toBe(false)
    expect(champRpps().parse('1000 2909 371')).toBe('10002909371')
  })

  // La Poste (356 000 000): its head office is a Luhn number, its other establishments have digits summing to a multiple of 5.
  test.each([
    ['73282932000074', true],
    ['73282932000075', false],
    ['35600000000048', true],
    // 3+5+6+1 = 15 and 3+5+6+2 = 16; neither is a Luhn number.
    ['35600000000001', true],
    ['35600000000002', false],
    ['7328293200007', false],
  ])('SIRET %s : %s', (numero, juste) => {
    expect(estSiret(numero)).toBe(juste)
  })
  test('SIREN 732829320', () => {
    expect(estSiren('732829320')).toBe(true)
    expect(estSiren('732829321')).toBe(false)
    expect(champSiret().parse('732 829 320 00074')).toBe('73282932000074')
  })

  test('une erreur de recopie d’un chiffre est toujours vue', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (ou, plus) => {
        expect(estFiness(autreChiffre('750712184', ou, plus))).toBe(false)
        expect(estSiren(autreChiffre('732829320', ou, plus))).toBe(false)
      }),
    )
  })
})

describe('le numéro de sécurité sociale', () => {
  // The key by hand: 97 − (1800119990001 mod 97) = 97 − 24 = 73; Corsica's 2A reads 19: 97 − (2550819990001 mod 97).
  test.each(['180011999000173', '1 80 01 19 990 001 73'])('%s', (numero) => {
    expect(champNir().parse(numero)).toBe('180011999000173')
  })
  test.each(['180011999000174', '580011999000173', '1800119990001', ''])(
    '« %s » n’en est pas un',
    (numero) => {
      expect(champNir().safeParse(numero).success).toBe(false)
    },
  )

  test('notre clé et celle de stdnum disent la même chose, Corse comprise', () => {
    const departement = fc.oneof(
      fc.integer({ min: 1, max: 95 }).map((d) => String(d).padStart(2, '0')),
      fc.constantFrom('2A', '2B', '97', '99'),
    )
    fc.assert(
      fc.property(
        fc.constantFrom('1', '2', '3', '4', '7', '8'),
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 1, max: 12 }),
        departement,
        fc.integer({ min: 1, max: 989 }),
        fc.integer({ min: 1, max: 999 }),
        (sexe, an, mois, lieu, commune, ordre) => {
          const deux = (n: number, taille = 2) => String(n).padStart(taille, '0')
          const nir = `${sexe}${deux(an)}${deux(mois)}${lieu}${deux(commune, 3)}${deux(ordre, 3)}`
          fc.pre(estNir(nir))
          expect(estNirAvecCle(`${nir}${cleNir(nir)}`)).toBe(true)
          const fausse = deux(1 + (Number(cleNir(nir)) % 97))
          expect(estNirAvecCle(`${nir}${fausse}`)).toBe(false)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

describe('le compte bancaire', () => {
  test.each([
    ['FR14 2004 1010 0505 0001 3M02 606', 'FR1420041010050500013M02606'],
    ['fr14-2004-1010-0505-0001-3m02-606', 'FR1420041010050500013M02606'],
    ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['MC58 1122 2000 0101 2345 6789 030', 'MC5811222000010123456789030'],
  ])('%s', (saisi, iban) => {
    expect(champIban().parse(saisi)).toBe(iban)
  })

  test.each([
    ['', /tel qu’il est écrit sur le RIB/],
    ['XX14 2004', /deux lettres du pays/],
    ['FR14 2004 1010 0505 0001 3M02 60', /27 caractères ; celui-ci en a 26/],
    ['FR15 2004 1010 0505 0001 3M02 606', /erreur de recopie/],
    // ISO key right (84), RIB key 07 for 06.
    ['FR84 2004 1010 0505 0001 3M02 607', /erreur de recopie/],
    ['TN59 1000 6035 1835 9847 8831', /zone SEPA/],
  ])('« %s » est refusé, et la phrase dit pourquoi', (saisi, phrase) => {
    expect(champIban().safeParse(saisi).error?.issues[0]?.message).toMatch(phrase)
  })

  test('tout RIB français bien formé passe, et pas avec un chiffre changé', () => {
    fc.assert(
      fc.property(
        fc.nat(99_999),
        fc.nat(99_999),
        fc.nat(2_000_000_000),
        fc.integer({ min: 4, max: 26 }),
        fc.integer({ min: 1, max: 9 }),
        (b, g, c, ou, plus) => {
          const iban = ibanFrancais(b, g, c)
          expect(fauteIban(iban)).toBeNull()
          expect(fauteIban(autreChiffre(iban, ou, plus))).not.toBeNull()
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('BIC', () => {
    expect(champBic().parse('psst fr pp xxx')).toBe('PSSTFRPPXXX')
    for (const faux of ['PSSTFR', 'PSSTFR0P', 'PSSTQQPP', ''])
      expect(champBic().safeParse(faux).success).toBe(false)
    expect(champFiness().parse('2b 000 001 2')).toBe('2B0000012')
  })
})
