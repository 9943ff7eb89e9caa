import { describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { estJourTarget, jourTargetDes } from '@/lib/rules/date/jours-target'

describe('Un jour TARGET', () => {
  // Pâques : 20 avril 2025, 5 avril 2026 ; calendrier publié par la Banque centrale européenne.
  test.each([
    ['2025-04-18', false, 'Vendredi saint 2025'],
    ['2025-04-21', false, 'lundi de Pâques 2025'],
    ['2026-04-03', false, 'Vendredi saint 2026'],
    ['2026-04-06', false, 'lundi de Pâques 2026'],
    ['2026-01-01', false, 'jour de l’an'],
    ['2026-05-01', false, 'fête du travail'],
    ['2025-12-25', false, 'Noël'],
    ['2025-12-26', false, 'lendemain de Noël'],
    ['2026-03-14', false, 'samedi'],
    ['2026-03-15', false, 'dimanche'],
    ['2026-07-14', true, 'fête nationale, où les banques règlent'],
    ['2026-05-14', true, 'Ascension, où les banques règlent'],
    ['2026-05-25', true, 'lundi de Pentecôte'],
    ['2026-11-11', true, 'armistice'],
  ])('%s : %s (%s)', (jour, ouvert) => {
    expect(estJourTarget(dateCivile(jour))).toBe(ouvert)
  })

  test('suit le jour demandé, ou est ce jour', () => {
    expect(jourTargetDes(dateCivile('2025-12-25'))).toBe('2025-12-29')
    expect(jourTargetDes(dateCivile('2026-04-03'))).toBe('2026-04-07')
    expect(jourTargetDes(dateCivile('2026-03-17'))).toBe('2026-03-17')
  })
})
