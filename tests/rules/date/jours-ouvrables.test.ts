import { describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import {
  ajouterJoursOuvrables,
  ajouterJoursOuvres,
  compterJoursOuvres,
  estOuvrable,
  estOuvre,
  jourOuvreDes,
} from '@/lib/rules/date/jours-ouvrables'

describe('jours ouvrables et ouvrés', () => {
  test.each([
    ['2026-03-13', 'vendredi', true, true],
    ['2026-03-14', 'samedi', true, false],
    ['2026-03-15', 'dimanche', false, false],
    ['2026-04-06', 'lundi de Pâques', false, false],
    ['2026-08-15', 'samedi férié', false, false],
  ])('le %s, %s : ouvrable %s, ouvré %s', (jour, _, ouvrable, ouvre) => {
    expect(estOuvrable(dateCivile(jour))).toBe(ouvrable)
    expect(estOuvre(dateCivile(jour))).toBe(ouvre)
  })

  test.each([
    ['2026-03-02', 10, '2026-03-13'],
    ['2025-04-30', 10, '2025-05-14'],
    ['2025-12-24', 10, '2026-01-07'],
    ['2026-03-14', 1, '2026-03-16'],
    ['2026-03-14', 0, '2026-03-14'],
  ])('%s et %i jours ouvrables mènent au %s', (depart, nombre, attendu) => {
    expect(ajouterJoursOuvrables(dateCivile(depart), nombre)).toBe(attendu)
  })

  test.each([
    ['2025-05-07', 2, '2025-05-12'],
    ['2026-03-13', 1, '2026-03-16'],
  ])('%s et %i jours ouvrés mènent au %s', (depart, nombre, attendu) => {
    expect(ajouterJoursOuvres(dateCivile(depart), nombre)).toBe(attendu)
  })

  test.each([
    // Le 1er mai, un vendredi, et la fin de semaine ne comptent pas : le 30, puis le 4.
    ['2026-04-29', '2026-05-04', 2],
    // Le 8 mai, un vendredi, l’Ascension, jeudi 14 : 11, 12, 13, 15.
    ['2026-05-07', '2026-05-15', 4],
    // Du samedi au dimanche : aucun.
    ['2026-03-14', '2026-03-15', 0],
    ['2026-03-13', '2026-03-13', 0],
    ['2026-03-16', '2026-03-13', 0],
  ])('du %s, non compté, au %s : %i jours ouvrés', (du, au, nombre) => {
    expect(compterJoursOuvres(dateCivile(du), dateCivile(au))).toBe(nombre)
  })

  test('un jour ouvré reste lui-même, un samedi passe au lundi', () => {
    expect(jourOuvreDes(dateCivile('2026-03-13'))).toBe('2026-03-13')
    expect(jourOuvreDes(dateCivile('2026-03-14'))).toBe('2026-03-16')
  })
})
