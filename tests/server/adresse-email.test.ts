import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliserEmail } from '@/lib/formulaire/adresse-email'

test.each([
  ['Prenom.Nom@Exemple.FR', 'prenom.nom@exemple.fr'],
  ['  a+b_c-d@sous.domaine.exemple.org ', 'a+b_c-d@sous.domaine.exemple.org'],
  ["o'brien@exemple.fr", "o'brien@exemple.fr"],
  ['1@xn--exmple-cua.fr', '1@xn--exmple-cua.fr'],
  // U+212A, the kelvin sign, is a K once NFC.
  ['\u212Aarl@exemple.fr', 'karl@exemple.fr'],
])('%j est %s', (texte, attendu) => {
  expect(normaliserEmail(texte)).toBe(attendu)
})

const HOSTILES = [
  '',
  'a',
  '@',
  'a@',
  '@exemple.fr',
  'a@b',
  'a@b.c',
  'a@@exemple.fr',
  'a@b@exemple.fr',
  'a＠exemple.fr',
  'a﹫exemple.fr',
  'a@exemple.fr,b@evil.example',
  'a@exemple.fr;b@evil.example',
  'a@exemple.fr b@evil.example',
  'a@exemple.fr\nBcc: b@evil.example',
  'a@exemple.fr\r\nBcc:b@evil.example',
  'a\r\n@exemple.fr',
  'a@exemple.fr%0aBcc:b@evil.example',
  'a%evil@exemple.fr',
  'a!evil@exemple.fr',
  '"a@evil.example"@exemple.fr',
  '"a b"@exemple.fr',
  'A <a@exemple.fr>',
  '<a@exemple.fr>',
  'a(b)@exemple.fr',
  'a@exemple.fr(b@evil.example)',
  'group:a@exemple.fr;',
  'a@[127.0.0.1]',
  'a@127.0.0.1',
  'a@exemple..fr',
  'a@.exemple.fr',
  'a@exemple.fr.',
  'a@-exemple.fr',
  'a@exemple-.fr',
  '.a@exemple.fr',
  'a.@exemple.fr',
  'a..b@exemple.fr',
  'é@exemple.fr',
  'а@exemple.fr',
  'a@exеmple.fr',
  'a@exemple。fr',
  'a@exemple\u0000.fr',
  'a\u200b@exemple.fr',
  'a@exemple.fr\u202e',
  `${'a'.repeat(65)}@exemple.fr`,
  `a@${'b'.repeat(64)}.fr`,
  `a@${'b.'.repeat(126)}fr`,
]
test.each(HOSTILES)('%j n’est pas une adresse', (texte) => {
  expect(normaliserEmail(texte)).toBeNull()
})

test('ce qui est accepté est exactement une adresse, et le reste une seconde fois', () => {
  const signe = fc.constantFrom(
    'a',
    'b',
    '@',
    '.',
    ',',
    ';',
    '<',
    '>',
    '"',
    ' ',
    '\n',
    '\r',
    ':',
    '-',
    '%',
    '＠',
    'K',
    '1',
  )
  fc.assert(
    fc.property(fc.array(signe, { maxLength: 24 }), (signes) => {
      const email = normaliserEmail(signes.join(''))
      if (email === null) return
      expect(email).toMatch(/^[^\s@,;<>":%]+@[^\s@,;<>":%]+\.[^\s@,;<>":%]+$/)
      expect(normaliserEmail(email)).toBe(email)
    }),
    { numRuns: 5000 },
  )
})
