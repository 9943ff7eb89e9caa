import { assert, constantFrom, date, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ajouterJours, dateCivile, jourDeSemaine, joursEntre } from '@/lib/rules/date/date-civile'
import {
  dernierePeriodeClose,
  PERIODICITES_RELEVE,
  periodeReleve,
  periodeSuivante,
} from '@/lib/rules/date/periode-releve'

describe('la période d’un relevé', () => {
  // Calendrier : le 1er janvier 2024 et le 16 mars 2026 sont des lundis ; 2024-01-01 + 28 × 28 jours = 2026-02-23.
  test.each([
    ['MOIS', '2026-03-17', '2026-03-01', '2026-03-31'],
    ['MOIS', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['SEPT_JOURS', '2026-03-17', '2026-03-16', '2026-03-22'],
    ['SEPT_JOURS', '2026-03-22', '2026-03-16', '2026-03-22'],
    ['SEPT_JOURS', '2023-12-31', '2023-12-25', '2023-12-31'],
    ['VINGT_HUIT_JOURS', '2026-03-17', '2026-02-23', '2026-03-22'],
    ['VINGT_HUIT_JOURS', '2024-01-28', '2024-01-01', '2024-01-28'],
    ['VINGT_HUIT_JOURS', '2024-01-29', '2024-01-29', '2024-02-25'],
  ] as const)('%s, le %s : du %s au %s', (periodicite, jour, du, au) => {
    expect(periodeReleve(periodicite, dateCivile(jour))).toEqual({ du, au })
  })

  test.each([
    ['MOIS', '2026-03-17', '2026-02-01', '2026-02-28'],
    ['MOIS', '2026-03-01', '2026-02-01', '2026-02-28'],
    ['MOIS', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['SEPT_JOURS', '2026-03-16', '2026-03-09', '2026-03-15'],
    ['VINGT_HUIT_JOURS', '2026-03-17', '2026-01-26', '2026-02-22'],
  ] as const)('%s, le %s, la dernière close va du %s au %s', (periodicite, jour, du, au) => {
    expect(dernierePeriodeClose(periodicite, dateCivile(jour))).toEqual({ du, au })
  })

  test('à tout rythme, les périodes contiennent leur jour et se suivent sans trou', () => {
    const jours = date({
      min: new Date('1990-01-01'),
      max: new Date('2090-12-31'),
      noInvalidDate: true,
    }).map((d) => dateCivile(d.toISOString().slice(0, 10)))
    assert(
      property(constantFrom(...PERIODICITES_RELEVE), jours, (periodicite, jour) => {
        const p = periodeReleve(periodicite, jour)
        expect(p.du <= jour && jour <= p.au).toBe(true)
        expect(periodeSuivante(periodicite, p).du).toBe(ajouterJours(p.au, 1))
        expect(dernierePeriodeClose(periodicite, ajouterJours(p.au, 1))).toEqual(p)
        if (periodicite === 'MOIS') return
        expect(jourDeSemaine(p.du)).toBe(1)
        expect(joursEntre(p.du, p.au)).toBe(periodicite === 'SEPT_JOURS' ? 6 : 27)
      }),
    )
  })
})
