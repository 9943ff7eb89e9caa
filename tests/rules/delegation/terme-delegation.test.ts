import { describe, expect, test } from 'vitest'
import { majorite } from '@/lib/reglements/socle/parametres'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { termeDelegation, veilleDeMajorite } from '@/lib/rules/delegation/terme-delegation'

describe('A35 : quand une délégation s’arrête d’elle-même', () => {
  test.each([
    ['né le 14 mai 2012, majeur le 14 mai 2030', '2012-05-14', '2030-05-13'],
    ['né le 1er janvier, la veille est dans l’année d’avant', '2010-01-01', '2027-12-31'],
    ['né un 29 février, majeur le 1er mars d’une année commune', '2012-02-29', '2030-02-28'],
    ['né le 31 décembre', '2008-12-31', '2026-12-30'],
    ['né en 1950, majeur à vingt et un ans, avant la loi de 1974', '1950-06-10', '1971-06-09'],
    ['né en 1955, dix-neuf ans quand la loi change : majeur ce jour-là', '1955-03-02', '1974-07-06'],
    ['né le 8 juillet 1956, dix-huit ans le lendemain de la loi', '1956-07-08', '1974-07-07'],
  ])('un parent, pour un enfant %s', (_cas, naissance, attendu) => {
    expect(veilleDeMajorite(dateCivile(naissance), majorite)).toBe(attendu)
  })

  test.each([
    ['un jugement finit à sa date', '2029-03-31', null, '2029-03-31'],
    ['un consentement sans date ne finit pas seul', null, null, null],
    ['un parent qui demande une date plus proche la garde', '2027-01-31', '2012-05-14', '2027-01-31'],
    ['un parent ne va jamais au-delà de la majorité', '2040-01-31', '2012-05-14', '2030-05-13'],
    ['un parent sans date finit à la majorité', null, '2012-05-14', '2030-05-13'],
  ])('%s', (_cas, au, naissance, attendu) => {
    const terme = termeDelegation(
      {
        au: au === null ? null : dateCivile(au),
        naissanceEnfant: naissance === null ? null : dateCivile(naissance),
      },
      majorite,
    )
    expect(terme).toBe(attendu)
  })
})
