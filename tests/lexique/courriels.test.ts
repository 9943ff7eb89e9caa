import { expect, test } from 'vitest'
import { expliquerErreur, libelleModele, masquerAdresse } from '@/lib/lexique/courriels/suivi'

test.each([
  ['jean@exemple.fr', 'j…@exemple.fr'],
  ['j@exemple.fr', 'j…@exemple.fr'],
  ['', '…@'],
])('%j se montre %j', (adresse, masquee) => {
  expect(masquerAdresse(adresse)).toBe(masquee)
})

test('tant que le portail essaie, personne n’a rien à faire', () => {
  expect(expliquerErreur('REPORTE', false)).toBe(
    'Le serveur demande d’attendre (boîte pleine, ou trop d’envois).',
  )
  expect(expliquerErreur('REPORTE', true)).toBe(
    'Le serveur demande d’attendre (boîte pleine, ou trop d’envois). Renvoyez plus tard.',
  )
})

test('un code qui vient d’une autre version se dit quand même', () => {
  expect(expliquerErreur('constructor', true)).toBe(expliquerErreur('INCONNUE', true))
  expect(libelleModele('AUTRE_MODELE')).toBe('AUTRE_MODELE')
})
