import { expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { prolongerEnfant } from '@/lib/rules/ayant-droit/prolonger-enfant'
import { dateCivile } from '@/lib/rules/date/date-civile'

const { mutami, 'mutame-smb': smb, 'ociane-collectif': ociane, 'mutame-plus': plus } = reglements

test.each([
  ['Mutami, jusqu’à 27 ans', mutami, '2027-12-31', '2036-12-31'],
  ['Mutami, passé l’année des 18 ans, ce n’est plus une prolongation', mutami, '2028-01-01', null],
  ['SMB, jusqu’à 25 ans', smb, '2026-03-17', '2034-12-31'],
  ['Ociane n’a qu’une limite', ociane, '2026-03-17', null],
  ['Mutame & Plus n’a pas d’âge', plus, '2026-03-17', null],
] as const)('né le 2 août 2009 : %s', (_nom, reglement, date, attendu) => {
  const faits = { dateNaissance: dateCivile('2009-08-02'), date: dateCivile(date) }
  expect(prolongerEnfant(reglement, faits)?.jusquAu ?? null).toBe(attendu)
})
