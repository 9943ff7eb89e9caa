import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ajouterJours, ajouterMois, dateCivile } from '@/lib/rules/date/date-civile'
import { suivreMensualites } from '@/lib/rules/indu/suivre-mensualites'
import { montant } from '@/lib/rules/montant/montant'

/** 90,00 € in instalments of 40,00 € agreed on 31 January: 40 on 28 February, 40 on 31 March, 10 on 30 April. */
const suivre = (reste: number, jour: string, mensualite = 4000) =>
  suivreMensualites({
    convenuesLe: dateCivile('2026-01-31'),
    mensualite: montant(mensualite),
    du: montant(9000),
    reste: montant(reste),
    jour: dateCivile(jour),
  })

describe('Une somme rendue par mensualités', () => {
  test.each([
    ['avant la première', 9000, '2026-02-27', 0, null, { le: '2026-02-28', montant: 4000 }],
    [
      'la première due le jour même',
      9000,
      '2026-02-28',
      4000,
      '2026-02-28',
      { le: '2026-03-31', montant: 4000 },
    ],
    ['la première rendue', 5000, '2026-02-28', 0, null, { le: '2026-03-31', montant: 4000 }],
    [
      'la seconde manque en partie',
      3000,
      '2026-04-02',
      2000,
      '2026-03-31',
      { le: '2026-04-30', montant: 1000 },
    ],
    [
      'deux manquent, la plus ancienne date le retard',
      9000,
      '2026-04-02',
      8000,
      '2026-02-28',
      { le: '2026-04-30', montant: 1000 },
    ],
    [
      'une avance compte pour les mois suivants',
      3000,
      '2026-02-01',
      0,
      null,
      { le: '2026-03-31', montant: 2000 },
    ],
    ['tout est échu, rien n’est rendu', 9000, '2027-01-01', 9000, '2026-02-28', null],
    ['tout est rendu', 0, '2026-03-01', 0, null, null],
  ])('%s', (_cas, reste, jour, manque, depuis, prochaine) => {
    expect(suivre(reste, jour)).toEqual({ manque, depuis, prochaine })
  })

  test('une mensualité nulle ou un reste impossible sont refusés', () => {
    expect(() => suivre(9000, '2026-02-28', 0)).toThrow('une mensualité est positive')
    expect(() => suivre(9001, '2026-02-28')).toThrow('le reste est entre')
  })

  test('qui paie chaque mensualité le jour où elle est due n’est jamais en retard et finit par tout rendre', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        (du, mensualite) => {
          fc.pre(du / mensualite <= 120)
          const convenuesLe = dateCivile('2026-01-31')
          let reste = du
          for (let n = 1; reste > 0; n += 1) {
            const faits = { convenuesLe, mensualite: montant(mensualite), du: montant(du) }
            const veille = ajouterJours(ajouterMois(convenuesLe, n), -1)
            const { manque, prochaine } = suivreMensualites({ ...faits, reste: montant(reste), jour: veille })
            expect(manque).toBe(0)
            expect(prochaine?.le).toBe(ajouterMois(convenuesLe, n))
            reste -= prochaine?.montant ?? 0
            expect(n).toBeLessThanOrEqual(Math.ceil(du / mensualite))
          }
          expect(reste).toBe(0)
        },
      ),
    )
  })
})
