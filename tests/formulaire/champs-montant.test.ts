import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { champDate, champMontant } from '@/lib/formulaire/champs'
import { formatMontant } from '@/lib/lexique/formats'
import { montant } from '@/lib/rules/montant/montant'

const champ = champMontant('Indiquez le prix.', montant(1_000_000))

describe('un montant tapé', () => {
  test.each([
    ['30', 3000],
    ['30,5', 3050],
    ['30.50', 3050],
    ['30 €', 3000],
    ['1 250,50', 125_050],
    ['1\u202f250,50\u00a0€', 125_050],
    [' 0,07 ', 7],
    ['0', 0],
    ['', null],
    ['   ', null],
  ])('« %s » se lit', (texte, centimes) => {
    expect(champ.parse(texte)).toBe(centimes)
  })

  test.each([
    ['-3', /négatif/],
    ['−3', /négatif/],
    ['trente', /en euros/],
    ['3,', /en euros/],
    ['1,234', /en euros/],
    ['12 34', /en euros/],
    ['1e3', /en euros/],
    ['10 000,01', /trop grand/],
    ['99999999999999999999', /trop grand/],
  ])('« %s » est refusé, et la phrase dit pourquoi', (texte, message) => {
    const lu = champ.safeParse(texte)
    expect(lu.success).toBe(false)
    expect(lu.error?.issues[0]?.message).toMatch(message)
  })

  test('ce que le portail écrit se relit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (centimes) => {
        expect(champ.parse(formatMontant(centimes))).toBe(centimes)
      }),
    )
  })
})

test('une date vide demande ce qu’il faut, une date impossible le dit', () => {
  const date = champDate('Indiquez le jour.')
  expect(date.parse('2026-02-28')).toBe('2026-02-28')
  expect(date.safeParse('').error?.issues[0]?.message).toBe('Indiquez le jour.')
  expect(date.safeParse('2026-02-30').error?.issues[0]?.message).toMatch(/n’existe pas/)
})
