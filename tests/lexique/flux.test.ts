import { expect, test } from 'vitest'
import { phraseLignes } from '@/lib/lexique/flux'

test.each([
  [{ lignes: 36, nouvelles: 35, doublons: 0, quarantaine: 1 }, '36 lignes : 35 nouvelles, 1 mise de côté'],
  [{ lignes: 1, nouvelles: 1, doublons: 0, quarantaine: 0 }, '1 ligne : 1 nouvelle'],
  [{ lignes: 5, nouvelles: 0, doublons: 3, quarantaine: 2 }, '5 lignes : 3 déjà connues, 2 mises de côté'],
  [{ lignes: 0, nouvelles: 0, doublons: 0, quarantaine: 0 }, '0 ligne'],
])('le compte d’un fichier se dit avec ses accords (%#)', (compte, phrase) => {
  expect(phraseLignes(compte)).toBe(phrase)
})
