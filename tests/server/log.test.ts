import { expect, test } from 'vitest'
import { expurger } from '@/lib/server/log'

test.each([
  ['un NIR collé', 'échec pour 185079912345678', 'échec pour [NIR]'],
  ['un NIR sans clé', 'échec pour 1850799123456', 'échec pour [NIR]'],
  ['un NIR espacé', 'échec pour 1 85 07 99 123 456 78.', 'échec pour [NIR].'],
  ['un NIR corse', 'échec pour 185072A12345678', 'échec pour [NIR]'],
  ['un IBAN', 'vers FR7630001007941234567890185 !', 'vers [IBAN] !'],
  ['un IBAN espacé', 'vers FR76 3000 1007 9412 3456 7890 185', 'vers [IBAN]'],
  ['un lien à usage unique', '/acces?jeton=abc_DEF-123&x=1', '/acces?jeton=[…]&x=1'],
])('le journal technique tait %s', (_nom, entree, sortie) => {
  expect(expurger(entree)).toBe(sortie)
})

test.each([
  '2026-03-15T10:00:00.000Z',
  'durée 1850 ms',
  '01890a5d-ac96-774b-bcce-b302099a8057',
  'port 55432',
])('et laisse lisible « %s »', (texte) => {
  expect(expurger(texte)).toBe(texte)
})
