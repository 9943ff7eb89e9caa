import oracle from '@socialgouv/jours-feries'
import { describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { estFerie, joursFeries, paques } from '@/lib/rules/date/jours-feries'

/** L'oracle rend des minuits locaux : on relit le jour local, jamais l'instant. */
function jourLocal(d: Date): string {
  return [d.getFullYear(), d.getMonth() + 1, d.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
}

describe('jours fériés de métropole', () => {
  test('les jours de chaque année de 1990 à 2100 sont ceux de l’oracle', () => {
    for (let an = 1990; an <= 2100; an += 1) {
      const attendus = new Set(Object.values(oracle(an, { alsace: false })).map(jourLocal))
      expect(new Set<string>(joursFeries(an)), String(an)).toEqual(attendus)
    }
  })

  test.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [1961, '1961-04-02'],
  ])('Pâques %i tombe le %s', (an, jour) => {
    expect(paques(an)).toBe(jour)
  })

  test('le 1er mai est férié, le 2 mai et le Vendredi saint ne le sont pas', () => {
    expect(estFerie(dateCivile('2025-05-01'))).toBe(true)
    expect(estFerie(dateCivile('2025-05-02'))).toBe(false)
    expect(estFerie(dateCivile('2025-04-18'))).toBe(false)
  })
})
