import { expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { admettreEvin, admettrePortabilite } from '@/lib/rules/maintien/ouvrir-maintien'

const { 'ociane-collectif': ociane, mutami } = reglements
const dateCessation = dateCivile('2025-06-30')

test.each([
  ['CHOMAGE', true, true],
  ['RETRAITE', false, true],
  ['INVALIDITE', false, true],
  ['SANS_REVENU', false, false],
] as const)('A33 : suite %s, portabilité %s, loi Évin %s', (suite, portabilite, evin) => {
  const faits = { dateCessation, suite }
  expect(admettrePortabilite(ociane, faits).verdict === 'ACCORDEE').toBe(portabilite)
  expect(admettreEvin(ociane, faits).verdict === 'ACCORDEE').toBe(evin)
})

test('un contrat individuel ne dit rien du maintien', () => {
  const faits = { dateCessation, suite: 'CHOMAGE' } as const
  expect(() => admettrePortabilite(mutami, faits)).toThrowError(
    expect.objectContaining({ code: 'NON_PREVU' }),
  )
})
