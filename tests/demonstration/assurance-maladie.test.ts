import { describe, expect, test } from 'vitest'
import { acte } from '@/prisma/demonstration/actes'
import { AssuranceMaladie, type SoinPresente } from '@/prisma/demonstration/assurance-maladie'

const ADULTE = '1986-04-12'

const soin = (code: string, jour: string, plus: Partial<SoinPresente> = {}): SoinPresente => ({
  acte: acte(code),
  jour,
  rembourseLe: jour,
  personne: 'p',
  naissance: ADULTE,
  pro: 'dr',
  depense: 2650,
  base: 2650,
  quantite: 1,
  ...plus,
})

const retenu = (s: SoinPresente) => {
  const { montantRO, participation, franchise, majoration } = new AssuranceMaladie().rembourser(s)
  return [montantRO, participation, franchise, majoration]
}

describe("l'Assurance maladie de la démonstration, comptée à la main", () => {
  // 70 % of 26.50 = 18.55; 70 % of 30 = 21; 40 % of 30 = 12, the cap of the day; 40 % of 47.73 = 19.09, capped at 12.
  test.each([
    ['la veille du 15 mai 2024, la participation est de 1 €', soin('G', '2024-05-14'), [1755, 100, 0, 0]],
    ['le 15 mai 2024, elle est de 2 €', soin('G', '2024-05-15'), [1655, 200, 0, 0]],
    ['un enfant n’en doit pas', soin('G', '2024-05-15', { naissance: '2015-02-20' }), [1855, 0, 0, 0]],
    [
      'qui a 18 ans dans l’année n’en doit pas encore',
      soin('G', '2025-12-31', { base: 3000, naissance: '2007-01-02' }),
      [2100, 0, 0, 0],
    ],
    [
      'qui a eu 18 ans le 1er janvier en doit',
      soin('G', '2025-01-01', { base: 3000, naissance: '2007-01-01' }),
      [1900, 200, 0, 0],
    ],
    [
      'une date de naissance lunaire compte par son année',
      soin('G', '2025-01-15', { base: 3000, naissance: '1951-25-00' }),
      [1900, 200, 0, 0],
    ],
    [
      'hors parcours, 40 points de moins',
      soin('CS', '2025-05-20', { base: 2300, parcours: 'S' }),
      [490, 200, 0, 920],
    ],
    [
      'hors parcours, la baisse ne dépasse pas 12 €',
      soin('CSC', '2025-05-20', { base: 4773, parcours: 'S' }),
      [1941, 200, 0, 1200],
    ],
    [
      'hors parcours, un enfant de moins de 16 ans ne perd rien',
      soin('CS', '2025-05-20', { base: 2300, parcours: 'S', naissance: '2010-05-21' }),
      [1610, 0, 0, 0],
    ],
    [
      'en affection de longue durée, 100 % moins la participation',
      soin('G', '2024-06-11', { exoneration: 'ALD' }),
      [2450, 200, 0, 0],
    ],
    [
      'la franchise était de 0,50 € par boîte le 30 mars 2024',
      soin('PH7', '2024-03-30', { base: 1420, quantite: 2 }),
      [823, 0, 100, 0],
    ],
    [
      'elle est de 1 € le 31 mars 2024',
      soin('PH7', '2024-03-31', { base: 1420, quantite: 2 }),
      [723, 0, 200, 0],
    ],
    ['elle ne dépasse jamais ce qui est remboursé', soin('PH2', '2025-02-11', { base: 500 }), [0, 0, 75, 0]],
    [
      'la maternité n’en connaît pas',
      soin('BIO', '2025-01-10', { base: 2000, exoneration: 'MATERNITE' }),
      [2000, 0, 0, 0],
    ],
    ['un dentiste n’en prélève pas', soin('HBJD001', '2025-04-04', { base: 2892 }), [1735, 0, 0, 0]],
  ])('%s', (_titre, presente, attendu) => {
    expect(retenu(presente)).toEqual(attendu)
  })

  test('quatre participations au plus par jour chez le même professionnel, puis une autre chez un autre', () => {
    const am = new AssuranceMaladie()
    const prises = Array.from({ length: 5 }, () => am.rembourser(soin('G', '2025-03-03')).participation)
    expect(prises).toEqual([200, 200, 200, 200, 0])
    expect(am.rembourser(soin('G', '2025-03-03', { pro: 'autre' })).participation).toBe(200)
  })

  test('quatre euros de franchise au plus par jour chez les auxiliaires médicaux', () => {
    const am = new AssuranceMaladie()
    const prises = Array.from(
      { length: 6 },
      () => am.rembourser(soin('AMI', '2025-03-03', { base: 315 })).franchise,
    )
    expect(prises).toEqual([100, 100, 100, 100, 0, 0])
  })

  test('cinquante euros de participations par année de remboursement, et cela repart en janvier', () => {
    const am = new AssuranceMaladie()
    const jours = Array.from({ length: 26 }, (_, i) => `2025-03-${String(i + 1).padStart(2, '0')}`)
    const prises = jours.map((jour) => am.rembourser(soin('G', jour)).participation)
    expect(prises.slice(0, 25)).toEqual(Array.from({ length: 25 }, () => 200))
    expect(am.rembourser(soin('G', '2025-04-01'))).toMatchObject({
      participation: 0,
      plafondAtteint: 'PARTICIPATION',
    })
    expect(am.rembourser(soin('G', '2025-12-30', { rembourseLe: '2026-01-02' })).participation).toBe(200)
  })

  test('une ligne annulée rend ce qu’elle avait pris au plafond de l’année', () => {
    const am = new AssuranceMaladie()
    for (let i = 1; i <= 25; i += 1) am.rembourser(soin('G', `2025-03-${String(i).padStart(2, '0')}`))
    am.rendre('p', '2025-03-01', 200, 0)
    expect(am.rembourser(soin('G', '2025-04-01')).participation).toBe(200)
    expect(am.rembourser(soin('G', '2025-04-02')).participation).toBe(0)
  })
})
