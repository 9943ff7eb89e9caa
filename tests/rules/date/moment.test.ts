import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ajouterJours, dateCivile } from '@/lib/rules/date/date-civile'
import {
  ajouterJourneesOuvrees,
  ajouterMinutesOuvrees,
  estMoment,
  minutesOuvrees,
  moment,
} from '@/lib/rules/date/moment'

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

describe('des minutes ouvrées ajoutées', () => {
  test.each([
    // Jeudi 10 h + 41 h : 14 h le jeudi, le vendredi 1er mai et la fin de semaine ne comptent pas, 24 h le lundi, 3 h le mardi.
    ['2026-04-30T10:00', 41 * 60, '2026-05-05T03:00'],
    // Parti d'un samedi : le lundi à 0 h, puis 30 minutes.
    ['2026-03-07T12:00', 30, '2026-03-09T00:30'],
    // Le lundi de Pâques ne compte pas : mardi 0 h, puis une heure.
    ['2026-04-06T12:00', 60, '2026-04-07T01:00'],
    // La fin du vendredi s'écrit samedi 0 h.
    ['2026-03-06T22:00', 120, '2026-03-07T00:00'],
    // Veille de Noël, un jeudi : 13 h jusqu'à minuit, puis lundi 28.
    ['2026-12-24T11:00', 14 * 60, '2026-12-28T01:00'],
    ['2026-03-07T12:00', 0, '2026-03-07T12:00'],
  ])('%s + %i minutes : %s', (du, minutes, au) => {
    expect(ajouterMinutesOuvrees(moment(du), minutes)).toBe(au)
  })

  test('se comptent comme elles s’ajoutent, en une fois ou en plusieurs, et comme des journées', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 12 }),
        (jours, minute, a, b, n) => {
          const jour = ajouterJours(dateCivile('2026-01-01'), jours)
          const texte = `${jour}T${new Date(minute * 60_000).toISOString().slice(11, 16)}`
          fc.pre(estMoment(texte))
          const du = moment(texte)
          const au = ajouterMinutesOuvrees(du, a)
          expect(minutesOuvrees(du, au)).toBe(a)
          expect(ajouterMinutesOuvrees(du, n * 1440)).toBe(ajouterJourneesOuvrees(du, n))
          if (a > 0) expect(ajouterMinutesOuvrees(au, b)).toBe(ajouterMinutesOuvrees(du, a + b))
        },
      ),
    )
  })
})
