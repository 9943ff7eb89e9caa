import { describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { termeDelegation } from '@/lib/rules/delegation/terme-delegation'

describe('A35 : quand une délégation s’arrête d’elle-même', () => {
  test.each([
    ['né le 14 mai 2012, seize ans le 14 mai 2028', '2012-05-14', '2028-05-13'],
    ['né le 1er janvier, la veille est dans l’année d’avant', '2012-01-01', '2027-12-31'],
    ['né un 29 février, seize ans un 29 février', '2012-02-29', '2028-02-28'],
    ['né le 1er mars, seize ans une année bissextile', '2012-03-01', '2028-02-29'],
    ['né le 31 décembre', '2012-12-31', '2028-12-30'],
    ['né un jour que le calendrier n’a pas : le mois suivant', '2012-02-30', '2028-02-29'],
    ['né un mois « lunaire » : la fin de l’année', '2012-13-01', '2028-12-31'],
  ])('un parent, pour un enfant %s', (_cas, naissanceEnfant, attendu) => {
    expect(termeDelegation({ au: null, naissanceEnfant })).toBe(attendu)
  })

  test.each([
    ['un jugement finit à sa date', '2029-03-31', null, '2029-03-31'],
    ['un consentement sans date ne finit pas seul', null, null, null],
    ['un parent qui demande une date plus proche la garde', '2027-01-31', '2012-05-14', '2027-01-31'],
    ['un parent ne va jamais au-delà des seize ans', '2040-01-31', '2012-05-14', '2028-05-13'],
    ['un parent qui demande la veille l’a', '2028-05-13', '2012-05-14', '2028-05-13'],
    ['un parent sans date finit aux seize ans', null, '2012-05-14', '2028-05-13'],
  ])('%s', (_cas, au, naissanceEnfant, attendu) => {
    expect(termeDelegation({ au: au === null ? null : dateCivile(au), naissanceEnfant })).toBe(attendu)
  })
})
