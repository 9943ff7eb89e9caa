import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ageAu,
  ajouterAnnees,
  ajouterJours,
  ajouterMois,
  annee,
  dateCivile,
  dernierDuMois,
  estDateCivile,
  jourDeSemaine,
  jourDuMois,
  joursEntre,
  laPlusProche,
  laPlusTardive,
  mois,
  premierDuMois,
  premierDuMoisSuivant,
  premierJanvier,
  trenteEtUnDecembre,
} from '@/lib/rules/date/date-civile'
import { contient, seChevauchent } from '@/lib/rules/date/periode'
import { uneDate } from '../../support/dates'

describe('dates civiles', () => {
  test.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2024-02-30', false],
    ['2100-02-29', false],
    ['2000-02-29', true],
    ['2025-13-01', false],
    ['2025-00-10', false],
    ['2025-1-1', false],
    ['1799-12-31', false],
    ['1800-01-01', true],
    ['9999-12-31', true],
    ['2025-06-31', false],
    [' 2025-06-30', false],
  ])('« %s » existe : %s', (texte, existe) => {
    expect(estDateCivile(texte)).toBe(existe)
  })

  test.each([
    ['2024-12-31', 2, '2025-02-28'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-02-28', 1, '2025-03-28'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-10-31', 2, '2025-12-31'],
  ])('%s et %i mois donnent %s', (depart, nombre, attendu) => {
    expect(ajouterMois(dateCivile(depart), nombre)).toBe(attendu)
  })

  test('un an après un 29 février, c’est un 28', () => {
    expect(ajouterAnnees(dateCivile('2024-02-29'), 1)).toBe('2025-02-28')
  })

  test('le premier du mois suivant n’est jamais le jour même', () => {
    expect(premierDuMoisSuivant(dateCivile('2025-04-01'))).toBe('2025-05-01')
    expect(premierDuMoisSuivant(dateCivile('2025-12-31'))).toBe('2026-01-01')
  })

  test('un calcul qui sort du calendrier est hors période', () => {
    expect(() => ajouterJours(dateCivile('9999-12-31'), 1)).toThrowError(
      expect.objectContaining({ code: 'HORS_PERIODE' }),
    )
  })

  test('le 13 mars 2026 est un vendredi', () => {
    expect(jourDeSemaine(dateCivile('2026-03-13'))).toBe(5)
    expect(jourDeSemaine(dateCivile('2026-03-15'))).toBe(7)
  })

  test.each([
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
    ['2008-05-10', '2026-05-09', 17],
    ['2008-05-10', '2026-05-10', 18],
  ])('né le %s, on a au %s %i ans', (naissance, le, age) => {
    expect(ageAu(dateCivile(naissance), dateCivile(le))).toBe(age)
  })

  test('ajouter puis retrancher des jours ramène au départ, et l’écart se mesure', () => {
    fc.assert(
      fc.property(uneDate(), fc.integer({ min: -4000, max: 4000 }), (jour, n) => {
        const arrivee = ajouterJours(jour, n)
        return ajouterJours(arrivee, -n) === jour && joursEntre(jour, arrivee) === n
      }),
    )
  })

  test('ajouter des mois conserve l’ordre des jours et ne quitte jamais le mois visé', () => {
    fc.assert(
      fc.property(uneDate(), uneDate(), fc.integer({ min: 0, max: 60 }), (a, b, n) => {
        const [avant, apres] = a <= b ? [a, b] : [b, a]
        const cible = ajouterMois(avant, n)
        return cible <= ajouterMois(apres, n) && cible <= dernierDuMois(cible)
      }),
    )
  })
})

describe('les morceaux d’une date', () => {
  test('année, mois et quantième se lisent entiers', () => {
    const jour = dateCivile('2025-12-31')
    expect([annee(jour), mois(jour), jourDuMois(jour)]).toEqual([2025, 12, 31])
  })

  test('les bornes d’une année et d’un mois', () => {
    expect(premierJanvier(2025)).toBe('2025-01-01')
    expect(trenteEtUnDecembre(2025)).toBe('2025-12-31')
    expect(premierDuMois(dateCivile('2025-12-31'))).toBe('2025-12-01')
    expect(dernierDuMois(dateCivile('2024-02-01'))).toBe('2024-02-29')
  })

  test('la plus tardive et la plus proche de deux dates, dans les deux sens', () => {
    const [avant, apres] = [dateCivile('2025-03-09'), dateCivile('2025-03-10')]
    expect([laPlusTardive(avant, apres), laPlusTardive(apres, avant)]).toEqual([apres, apres])
    expect([laPlusProche(avant, apres), laPlusProche(apres, avant)]).toEqual([avant, avant])
  })

  test('une date qui n’existe pas est un fait invalide, à son chemin', () => {
    expect(() => dateCivile('2025-02-29', 'dateSoins')).toThrowError(
      expect.objectContaining({ code: 'FAIT_INVALIDE', chemin: 'dateSoins' }),
    )
  })
})

describe('périodes', () => {
  const mars = { du: dateCivile('2025-03-01'), au: dateCivile('2025-03-31') }
  const depuisAvril = { du: dateCivile('2025-04-01'), au: null }

  test('les bornes sont incluses', () => {
    expect(contient(mars, dateCivile('2025-03-31'))).toBe(true)
    expect(contient(mars, dateCivile('2025-04-01'))).toBe(false)
    expect(contient(depuisAvril, dateCivile('2999-01-01'))).toBe(true)
  })

  test('deux périodes qui se suivent ne se chevauchent pas', () => {
    expect(seChevauchent(mars, depuisAvril)).toBe(false)
    expect(seChevauchent({ ...mars, au: dateCivile('2025-04-01') }, depuisAvril)).toBe(true)
    expect(seChevauchent(depuisAvril, { du: dateCivile('2030-01-01'), au: null })).toBe(true)
  })
})
