import { expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { chargeSelonSituation, type SituationConnue } from '@/lib/rules/cotisation/charge-selon-situation'
import { dateCivile } from '@/lib/rules/date/date-civile'

const LE = dateCivile('2026-07-01')
const connue = (change: Partial<SituationConnue>): SituationConnue => ({
  situation: null,
  celibataire: null,
  rattacheFiscalement: null,
  handicapReconnuLe: null,
  justificatifRecuLe: dateCivile('2024-10-01'),
  ...change,
})

/** Mutami : sans condition jusqu'à l'année des 18 ans, dans trois situations jusqu'à celle des 27, handicap apparu avant 21 ans. */
test.each([
  ['étudiant de 21 ans', 'mutami', '2005-05-10', { situation: 'ETUDES' }, true],
  ['salarié de 21 ans', 'mutami', '2005-05-10', { situation: 'EMPLOI' }, false],
  [
    'en service civique : Mutami ne le retient pas',
    'mutami',
    '2005-05-10',
    { situation: 'SERVICE_CIVIQUE' },
    false,
  ],
  [
    'en service civique : Savoie Mont-Blanc le retient',
    'mutame-smb',
    '2005-05-10',
    { situation: 'SERVICE_CIVIQUE' },
    true,
  ],
  [
    'étudiant sans aucune preuve',
    'mutami',
    '2005-05-10',
    { situation: 'ETUDES', justificatifRecuLe: null },
    null,
  ],
  ['dont on ne sait pas ce qu’il fait', 'mutami', '2005-05-10', {}, null],
  ['de 18 ans dans l’année : son âge suffit', 'mutami', '2008-12-31', { situation: 'EMPLOI' }, null],
  ['de 28 ans dans l’année : son âge suffit', 'mutami', '1998-01-01', { situation: 'ETUDES' }, null],
  [
    'de 30 ans, handicap reconnu à 20 ans',
    'mutami',
    '1996-03-01',
    { handicapReconnuLe: dateCivile('2016-06-01') },
    true,
  ],
  ['de 21 ans, célibataire', 'ociane-collectif', '2005-05-10', { celibataire: true }, true],
  ['de 21 ans, marié', 'ociane-collectif', '2005-05-10', { celibataire: false }, false],
  ['d’un règlement muet', 'mieux-etre', '2005-05-10', { situation: 'ETUDES' }, null],
] as const)('à charge : un enfant %s', (_cas, reglement, naissance, change, attendu) => {
  expect(chargeSelonSituation(reglements[reglement], dateCivile(naissance), connue(change), LE)).toBe(attendu)
})
