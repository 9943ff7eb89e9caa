import { describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { dependDeLEvenement } from '@/lib/rules/date-effet/depend-de-l-evenement'
import { dernierJourCouvert } from '@/lib/rules/date-effet/dernier-jour-couvert'
import type { PolitiqueDateEffet } from '@/lib/rules/date-effet/regle-date-effet'

describe('le dernier jour couvert', () => {
  test.each([
    [
      'au premier du mois suivant : la veille',
      'EFFET_PREMIER_DU_MOIS_SUIVANT_LA_RECEPTION',
      '2026-04-01',
      '2026-03-31',
    ],
    [
      'au lendemain de la demande : le jour de la demande',
      'EFFET_LENDEMAIN_DE_LA_RECEPTION',
      '2026-03-18',
      '2026-03-17',
    ],
    [
      'au lendemain du décès : le jour du décès',
      'EFFET_LENDEMAIN_DE_L_EVENEMENT',
      '2026-03-11',
      '2026-03-10',
    ],
    [
      'au lendemain du cachet, sans avis d’échéance : le jour du cachet',
      'RESILIATION_SANS_AVIS',
      '2026-02-03',
      '2026-02-02',
    ],
    [
      'au dernier jour du mois : ce jour compris',
      'EFFET_DERNIER_JOUR_DU_MOIS_DE_RECEPTION',
      '2026-03-31',
      '2026-03-31',
    ],
    ['au 31 décembre : ce jour compris', 'RESILIATION_ECHEANCE', '2026-12-31', '2026-12-31'],
    ['au jour du décès : ce jour compris', 'EFFET_JOUR_DE_L_EVENEMENT', '2026-03-10', '2026-03-10'],
    [
      'une décision connue à temps, un premier du mois : la veille',
      'EFFET_DECISION_CONNUE_DANS_LE_MOIS',
      '2026-04-01',
      '2026-03-31',
    ],
    [
      'une décision connue tard, un dernier jour du mois : ce jour compris',
      'EFFET_DECISION_CONNUE_DANS_LE_MOIS',
      '2026-05-31',
      '2026-05-31',
    ],
  ])('%s', (_nom, code, effet, attendu) => {
    expect(dernierJourCouvert(dateCivile(effet), code)).toBe(attendu)
  })
})

describe('une date d’effet qui dépend de l’événement', () => {
  test.each<[PolitiqueDateEffet, boolean]>([
    ['JOUR_DE_L_EVENEMENT', true],
    ['LENDEMAIN_DE_L_EVENEMENT', true],
    ['FIN_DE_L_ANNEE_DE_L_EVENEMENT', true],
    ['DECISION_CONNUE_DANS_LE_MOIS', true],
    ['LENDEMAIN_DE_LA_RECEPTION', false],
    ['DERNIER_JOUR_DU_MOIS_DE_RECEPTION', false],
  ])('%s : %s', (politique, attendu) => {
    expect(dependDeLEvenement({ politique, article: 'essai/art-1' })).toBe(attendu)
  })
})
