import { describe, expect, test } from 'vitest'
import { ajouterJourneesOuvrees, estMoment, minutesOuvrees, moment } from '@/lib/rules/date/moment'

describe('moments à l’heure de Paris', () => {
  test.each([
    ['2026-03-13T15:00', true],
    ['2026-03-13T00:00', true],
    ['2026-03-13T23:59', true],
    ['2026-03-13T24:00', false],
    ['2026-03-13T12:60', false],
    ['2026-02-29T12:00', false],
    ['2026-03-13', false],
    ['2026-03-13T15:00:00', false],
    ['2026-03-13 15:00', false],
    ['2026-03-29T01:59', true],
    ['2026-03-29T02:00', false],
    ['2026-03-29T02:59', false],
    ['2026-03-29T03:00', true],
    ['2026-03-22T02:30', true],
    ['2026-03-15T02:30', true],
    ['2025-03-30T02:30', false],
    ['2024-03-31T02:30', false],
    ['2026-04-26T02:30', true],
    ['2026-10-25T02:30', true],
    ['2026-10-26T02:30', true],
    ['2027-03-29T02:30', true],
  ])('« %s » existe : %s', (texte, existe) => {
    expect(estMoment(texte)).toBe(existe)
  })

  test('un moment qui n’existe pas est un fait invalide', () => {
    expect(() => moment('2026-03-29T02:30', 'recu')).toThrowError(
      expect.objectContaining({ code: 'FAIT_INVALIDE', chemin: 'recu' }),
    )
  })

  test.each([
    ['un vendredi à 15 h', '2026-03-13T15:00', '2026-03-17T15:00'],
    ['un lundi à 9 h', '2026-03-09T09:00', '2026-03-11T09:00'],
    ['un samedi : le compte part du lundi', '2026-03-14T10:00', '2026-03-18T00:00'],
    ['un dimanche soir aussi', '2026-03-15T23:59', '2026-03-18T00:00'],
    ['un lundi à 0 h : deux journées pleines', '2026-03-16T00:00', '2026-03-18T00:00'],
    ['un jeudi à 0 h finit le samedi à 0 h', '2026-03-12T00:00', '2026-03-14T00:00'],
    ['le lundi de Pâques', '2026-04-06T12:00', '2026-04-09T00:00'],
    ['la veille de Noël, un jeudi', '2026-12-24T11:00', '2026-12-29T11:00'],
    ['le 31 décembre, un jeudi', '2026-12-31T08:30', '2027-01-05T08:30'],
    ['le vendredi avant le changement d’heure', '2026-03-27T15:00', '2026-03-31T15:00'],
  ])('48 heures ouvrées après %s (%s)', (_, recu, limite) => {
    expect(ajouterJourneesOuvrees(moment(recu), 2)).toBe(limite)
  })
})

describe('minutes de jours ouvrés', () => {
  test.each([
    // Mardi → mercredi.
    ['2026-03-10T10:00', '2026-03-11T14:00', 28 * 60],
    // Vendredi 18 h → lundi 8 h : 6 h le vendredi, 8 h le lundi.
    ['2026-03-06T18:00', '2026-03-09T08:00', 14 * 60],
    // Reçu le samedi : rien avant lundi 0 h.
    ['2026-03-07T12:00', '2026-03-09T00:30', 30],
    // Répondu le dimanche : le vendredi seul a compté.
    ['2026-03-06T22:00', '2026-03-08T15:00', 120],
    // Lundi de Pâques 6 avril 2026.
    ['2026-04-03T23:00', '2026-04-07T01:00', 120],
    ['2026-03-11T14:00', '2026-03-10T10:00', 0],
    ['2026-03-10T10:00', '2026-03-10T10:05', 5],
  ])('de %s à %s : %i', (du, au, minutes) => {
    expect(minutesOuvrees(moment(du), moment(au))).toBe(minutes)
  })

  test('n journées ajoutées sont n fois 24 h comptées, d’où que l’on parte', () => {
    for (const du of ['2026-03-05T09:17', '2026-03-07T13:00', '2026-04-30T00:00', '2026-12-24T23:59'])
      for (const n of [1, 2, 7])
        expect(minutesOuvrees(moment(du), ajouterJourneesOuvrees(moment(du), n)), du).toBe(n * 1440)
  })
})
