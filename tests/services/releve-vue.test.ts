import { describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import { parAnnee, periodeAEditer, phrasePeriode, voirLot, voirProposition } from '@/lib/services/releve/view'

const periode = (du: string, au: string) => ({ du: dateCivile(du), au: dateCivile(au) })

describe('la période à éditer', () => {
  const TERMINE = { etat: 'TERMINE' } as const
  test.each([
    ['sans lot : la dernière close', 'MOIS', null, '2026-03-17', periode('2026-02-01', '2026-02-28')],
    [
      'celle qui suit le dernier lot, même s’il en manque plusieurs',
      'MOIS',
      { ...periode('2025-12-01', '2025-12-31'), ...TERMINE },
      '2026-03-17',
      periode('2026-01-01', '2026-01-31'),
    ],
    [
      'rien tant que la suivante court',
      'MOIS',
      { ...periode('2026-02-01', '2026-02-28'), ...TERMINE },
      '2026-03-31',
      null,
    ],
    [
      'le lendemain de son dernier jour, elle est là',
      'MOIS',
      { ...periode('2026-02-01', '2026-02-28'), ...TERMINE },
      '2026-04-01',
      periode('2026-03-01', '2026-03-31'),
    ],
    [
      'rien tant que le lot n’est pas terminé',
      'MOIS',
      { ...periode('2026-01-01', '2026-01-31'), etat: 'EN_COURS' } as const,
      '2026-03-17',
      null,
    ],
    // 2026-03-02 is a Monday: the week that contains 1 March ends on it.
    [
      'un rythme changé ne saute ni ne répète aucun jour',
      'SEPT_JOURS',
      { ...periode('2026-02-01', '2026-02-28'), ...TERMINE },
      '2026-03-17',
      periode('2026-03-01', '2026-03-01'),
    ],
  ] as const)('%s', (_nom, rythme, dernier, jour, attendue) => {
    expect(periodeAEditer(rythme, dernier, dateCivile(jour))).toEqual(attendue)
  })
})

test.each([
  ['2026-02-01', '2026-02-28', 'du 1er au 28 février 2026'],
  ['2026-01-26', '2026-02-22', 'du 26 janvier au 22 février 2026'],
  ['2025-12-29', '2026-01-04', 'du 29 décembre 2025 au 4 janvier 2026'],
])('du %s au %s se dit « %s »', (du, au, phrase) => {
  expect(phrasePeriode(periode(du, au))).toBe(phrase)
})

test('les relevés se rangent par année de leur dernier jour', () => {
  const releve = (id: string, du: string, au: string) => ({
    id,
    numero: 'R',
    emisLe: dateCivile(au),
    soins: 1,
    partMutuelle: montant(900),
    ...periode(du, au),
  })
  expect(
    parAnnee([releve('b', '2025-12-29', '2026-01-04'), releve('a', '2025-12-22', '2025-12-28')]).map((a) => [
      a.annee,
      a.releves.map((r) => `${r.id} ${r.soins}`),
    ]),
  ).toEqual([
    [2026, ['b 1 soin']],
    [2025, ['a 1 soin']],
  ])
})

describe('un lot', () => {
  const lot = {
    id: 'l',
    ...periode('2026-02-01', '2026-02-28'),
    etat: 'EN_COURS',
    total: 10,
    emis: 4,
    rendus: 1,
    creeLe: new Date('2026-03-01T08:00:00Z'),
    termineLe: null,
    lancePar: 'Nadia P.',
  } as const

  test('en cours, dit ce qui est fait, et de combien', () => {
    expect(voirLot(lot, 'EN_MARCHE')).toMatchObject({
      titre: 'Relevés du 1er au 28 février 2026',
      lance: 'Lancé le dimanche 1 mars 2026 à 09:00 par Nadia P.',
      avancement: '4 sur 10 relevés émis, 1 PDF prêt.',
      mesure: { fait: 5, total: 20 },
      situation: 'EN_MARCHE',
    })
  })

  test('rien n’est proposé pendant qu’il court', () => {
    const { du, phrase } = voirProposition({
      proposition: null,
      prochaine: null,
      lots: [{ situation: 'ARRETE' }],
    })
    expect([du, phrase]).toEqual([null, 'Rien à lancer tant que la période en cours n’est pas terminée.'])
  })

  test('la proposition compte les relevés, et le bouton dit la période', () => {
    const vue = voirProposition({
      proposition: { ...periode('2026-02-01', '2026-02-28'), nombre: 11 },
      prochaine: null,
      lots: [],
    })
    expect(vue.phrase).toContain('11 relevés à émettre')
    expect(vue.bouton).toBe('Éditer les relevés du 1er au 28 février 2026')
  })
})
