import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ajouterJours, dateCivile } from '@/lib/rules/date/date-civile'
import {
  premierDuMoisApresPreavis,
  premierDuMoisDes,
  premiereReceptionPour,
  premierJanvierApresPreavis,
  premierJanvierDes,
} from '@/lib/rules/option/grille-effet'
import { uneDate } from '../../support/dates'

describe('la grille des effets', () => {
  test.each([
    ['2025-03-01', '2025-03-01'],
    ['2025-03-02', '2025-04-01'],
    ['2025-12-31', '2026-01-01'],
  ])('le premier du mois qui n’est pas avant le %s est le %s', (jour, attendu) => {
    expect(premierDuMoisDes(dateCivile(jour))).toBe(attendu)
  })

  test.each([
    ['2025-01-01', '2025-01-01'],
    ['2025-01-02', '2026-01-01'],
  ])('le premier janvier qui n’est pas avant le %s est le %s', (jour, attendu) => {
    expect(premierJanvierDes(dateCivile(jour))).toBe(attendu)
  })

  test.each([
    ['2025-11-01', '2026-01-01'],
    ['2025-11-02', '2027-01-01'],
    ['2025-10-31', '2026-01-01'],
  ])('avec deux mois de préavis, une demande du %s vise le %s', (reception, attendu) => {
    expect(premierJanvierApresPreavis(dateCivile(reception), 2)).toBe(attendu)
  })

  test('la première réception pour un effet l’obtient, la veille donne le cran d’avant', () => {
    fc.assert(
      fc.property(uneDate(), fc.integer({ min: 0, max: 6 }), (jour, preavis) => {
        const effet = premierDuMoisDes(jour)
        const reception = premiereReceptionPour(effet, preavis + 1)
        const veille = ajouterJours(reception, -1)
        return (
          premierDuMoisApresPreavis(reception, preavis) === effet &&
          premierDuMoisApresPreavis(veille, preavis) < effet
        )
      }),
    )
  })
})
