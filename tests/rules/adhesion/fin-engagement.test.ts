import { describe, expect, test } from 'vitest'
import { finEngagement, motifEngagement } from '@/lib/rules/adhesion/fin-engagement'
import { dateCivile } from '@/lib/rules/date/date-civile'

describe('la fin de l’engagement', () => {
  test.each([
    ['2025-01-01', '2025-12-31'],
    ['2025-01-02', '2026-12-31'],
    ['2025-12-31', '2026-12-31'],
    ['2024-02-29', '2025-12-31'],
    ['2024-01-01', '2024-12-31'],
  ])('année civile pleine : un effet du %s engage jusqu’au %s', (effet, fin) => {
    expect(
      finEngagement({ politique: 'ANNEE_CIVILE_PLEINE', article: 'source/art-5' }, dateCivile(effet)),
    ).toBe(fin)
  })

  test.each([
    ['2025-01-01', '2025-12-31'],
    ['2025-12-31', '2025-12-31'],
  ])('fin d’année : un effet du %s engage jusqu’au %s', (effet, fin) => {
    expect(finEngagement({ politique: 'FIN_D_ANNEE', article: 'source/art-5' }, dateCivile(effet))).toBe(fin)
  })

  test('son motif cite l’article et la date', () => {
    const regle = { politique: 'FIN_D_ANNEE', article: 'source/art-5' } as const
    expect(motifEngagement(regle, dateCivile('2025-12-31'))).toEqual({
      code: 'ENGAGEMENT_FIN_D_ANNEE',
      article: 'source/art-5',
      donnees: { fin: { type: 'date', valeur: '2025-12-31' } },
    })
  })
})
