import { describe, expect, test } from 'vitest'
import { socle } from '@/lib/reglements/catalogue'
import { suivreRetenues } from '@/lib/rules/remboursement/suivre-retenues'
import { euros, jour } from '../../support/remboursement'

const au = (total: number, auJourDuSoin = 0) => ({ total: euros(total), auJourDuSoin: euros(auJourDuSoin) })

const suivre = (naissance: string, participations: number, franchises: number, le = '2026-03-17') =>
  suivreRetenues(
    socle,
    jour(naissance),
    { PARTICIPATIONS: au(participations), FRANCHISES: au(franchises) },
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
      [
        ['RETENUE_PARTICIPATIONS', 'css/D160-6'],
        ['RETENUE_JOUR_REMBOURSEMENT', 'css/D160-6'],
        ['PLAFOND_JOUR_PARTICIPATIONS', 'css/D160-8'],
      ],
      [
        ['RETENUE_FRANCHISES', 'css/D160-10'],
        ['RETENUE_JOUR_REMBOURSEMENT', 'css/D160-10'],
        ['PLAFOND_JOUR_PARAMEDICAL', 'css/D160-11'],
        ['PLAFOND_JOUR_TRANSPORT', 'css/D160-11'],
      ],
    ])
  })

  // Quatre participations de 2 € chez un même professionnel (D. 160-8) ; 4 € et 8 € de franchises (D. 160-11).
  test('les plafonds d’une journée sont ceux du jour, avant et après leur hausse', () => {
    const parJour = (le: string) =>
      suivre('1980-05-05', 0, 0, le).flatMap((e) =>
        e.motifs.filter((m) => m.code.startsWith('PLAFOND_JOUR')).map((m) => m.donnees.plafond),
      )
    const cents = (...montants: number[]) => montants.map((valeur) => ({ type: 'montant', valeur }))
    expect(parJour('2026-03-17')).toEqual(cents(800, 400, 800))
    expect(parJour('2023-06-01')).toEqual(cents(400, 200, 400))
  })

  test.each([
    ['tout au jour du remboursement', au(10), ['RETENUE_JOUR_REMBOURSEMENT']],
    ['tout au jour du soin', au(10, 10), ['RETENUE_JOUR_SOIN']],
    ['une part au jour du soin', au(10, 4), ['RETENUE_JOUR_REMBOURSEMENT', 'RETENUE_JOUR_SOIN']],
    ['rien de retenu', au(0), []],
  ])('le motif dit quel jour compte : %s', (_nom, connue, codes) => {
    const [etat] = suivreRetenues(
      socle,
      jour('1980-05-05'),
      { PARTICIPATIONS: connue, FRANCHISES: au(0) },
      jour('2026-03-17'),
    )
    expect(etat?.motifs.map((m) => m.code).filter((c) => c.startsWith('RETENUE_JOUR'))).toEqual(codes)
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
    expect(etats[0]?.motifs.map((m) => m.code)).toEqual(
      exonere ? ['RETENUE_AVANT_MAJORITE'] : ['RETENUE_PARTICIPATIONS', 'PLAFOND_JOUR_PARTICIPATIONS'],
    )
  })
})
