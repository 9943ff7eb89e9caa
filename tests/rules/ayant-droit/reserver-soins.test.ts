import { describe, expect, test } from 'vitest'
import { lireSoin, seizeAnsLe } from '@/lib/rules/ayant-droit/reserver-soins'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { NAISSANCES } from '../../support/seize-ans'

const j = dateCivile

describe('A03 : à seize ans, le détail des soins est à soi', () => {
  test.each(NAISSANCES)('naissance %s : seize ans le %s (%s)', (naissance, attendu) => {
    expect(seizeAnsLe(naissance)).toBe(attendu)
  })

  const accord = { du: j('2025-08-01'), retireLe: null }
  const retire = { du: j('2025-08-01'), retireLe: j('2025-10-01') }
  test.each([
    ['soi-même, à tout âge', true, '2026-01-05', [], 'ACCORDEE', ['SOINS_A_SOI']],
    ['la veille des seize ans', false, '2025-07-13', [], 'ACCORDEE', ['SOINS_AVANT_SEIZE_ANS']],
    ['le jour des seize ans', false, '2025-07-14', [], 'REFUSEE', ['SOINS_RESERVES', 'ACCORD_JAMAIS_DONNE']],
    ['après, avec un accord', false, '2026-01-05', [accord], 'ACCORDEE', ['SOINS_LUS_PAR_ACCORD']],
    [
      'un soin d’avant l’accord se lit aussi',
      false,
      '2025-07-20',
      [accord],
      'ACCORDEE',
      ['SOINS_LUS_PAR_ACCORD'],
    ],
    ['accord retiré', false, '2025-09-01', [retire], 'REFUSEE', ['SOINS_RESERVES', 'ACCORD_RETIRE']],
    ['retiré puis redonné', false, '2025-09-01', [retire, accord], 'ACCORDEE', ['SOINS_LUS_PAR_ACCORD']],
    ['retiré, soin d’avant seize ans', false, '2025-07-01', [retire], 'ACCORDEE', ['SOINS_AVANT_SEIZE_ANS']],
  ] as const)('%s', (_cas, soiMeme, dateSoins, accords, verdict, codes) => {
    const decision = lireSoin({ soiMeme, dateNaissance: '2009-07-14', dateSoins: j(dateSoins), accords })
    expect([decision.verdict, decision.motifs.map(({ code }) => code)]).toEqual([verdict, codes])
  })

  test('refusée, la décision dit depuis quels soins et depuis quel retrait', () => {
    const decision = lireSoin({
      soiMeme: false,
      dateNaissance: '2009-07-14',
      dateSoins: j('2026-01-05'),
      accords: [{ du: j('2025-07-20'), retireLe: j('2025-07-25') }, retire],
    })
    expect(decision).toMatchObject({ valeur: { depuis: '2025-07-14', retireLe: '2025-10-01' } })
  })
})
