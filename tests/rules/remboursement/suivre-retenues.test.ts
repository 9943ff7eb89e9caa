import { describe, expect, test } from 'vitest'
import { socle } from '@/lib/reglements/catalogue'
import { suivreRetenues } from '@/lib/rules/remboursement/suivre-retenues'
import { euros, jour } from '../../support/remboursement'

const suivre = (naissance: string, participations: number, franchises: number, le = '2026-03-17') =>
  suivreRetenues(
    socle,
    jour(naissance),
    { PARTICIPATIONS: euros(participations), FRANCHISES: euros(franchises) },
    jour(le),
  )

describe('T05 et T08 : participations et franchises de l’année, sur 50 € chacune', () => {
  test('chacune a son compteur, son plafond et son article', () => {
    expect(
      suivre('1980-05-05', 14, 14.04).map((e) => [e.sorte, e.plafond, e.retenu, e.reste, e.renouvelleLe]),
    ).toEqual([
      ['PARTICIPATIONS', 5000, 1400, 3600, '2027-01-01'],
      ['FRANCHISES', 5000, 1404, 3596, '2027-01-01'],
    ])
    expect(suivre('1980-05-05', 14, 14.04).map((e) => e.motifs.map((m) => [m.code, m.article]))).toEqual([
      [['RETENUE_PARTICIPATIONS', 'css/D160-6']],
      [['RETENUE_FRANCHISES', 'css/D160-10']],
    ])
  })

  test('le plafond atteint, il ne reste rien ; un décompte qui le passe d’un rien n’est pas montré au-delà', () => {
    expect(suivre('1951-08-30', 50, 50.5).map((e) => [e.retenu, e.reste])).toEqual([
      [5000, 0],
      [5000, 0],
    ])
  })

  test.each([
    ['mineur au 1er janvier, majeur depuis', '2008-02-01', true],
    ['dix-huit ans le 1er janvier', '2008-01-01', false],
    ['né dans l’année', '2026-02-01', true],
  ])('%s : exonéré toute l’année, %s → %s', (_nom, naissance, exonere) => {
    const etats = suivre(naissance, 0, 0)
    expect(etats.map((e) => e.exonere)).toEqual([exonere, exonere])
    expect(etats[0]?.motifs.map((m) => m.code)).toEqual([
      exonere ? 'RETENUE_AVANT_MAJORITE' : 'RETENUE_PARTICIPATIONS',
    ])
  })
})
