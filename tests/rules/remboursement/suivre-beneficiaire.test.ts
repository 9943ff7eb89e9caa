import { describe, expect, it } from 'vitest'
import { reglements, socle } from '@/lib/reglements/catalogue'
import type { Consommation } from '@/lib/rules/remboursement/faits'
import { ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { suivreBeneficiaire } from '@/lib/rules/remboursement/suivre-beneficiaire'
import { adulte, euros, jour, rembourser, valeurDe } from '../../support/remboursement'

const formule = (id: string, reglement: 'mutami' | 'mutame-smb' = 'mutami') =>
  ouvrirFormule(reglements[reglement], id, null)
const CHAMBRE = 'hospitalisation.chambre-particuliere.nuitee'

const suivre = (id: string, prises: readonly Consommation[], le: string) =>
  suivreBeneficiaire(formule(id), socle, adulte, prises, jour(le))
const quantites = (id: string, ligne: string, prises: readonly Consommation[], le: string) =>
  suivre(id, prises, le)
    .quantites.filter((q) => q.ligne === ligne)
    .map((q) => [q.unite, q.etablissement, q.parAn, q.utilise, q.reste, q.renouvelleLe])

describe('tout ce qui se compte pour un bénéficiaire', () => {
  it('les nuits de la case et celles d’un établissement spécialisé, prises ensemble ou à part', () => {
    const prises: Consommation[] = [
      { ligne: CHAMBRE, date: jour('2025-12-30'), montant: euros(610), quantite: 10 },
      {
        ligne: CHAMBRE,
        date: jour('2026-01-10'),
        montant: euros(732),
        quantite: 12,
        etablissement: 'SPECIALISE',
      },
      { ligne: CHAMBRE, date: jour('2026-02-10'), montant: euros(305), quantite: 5, etablissement: 'MCO' },
      { ligne: CHAMBRE, date: jour('2026-03-10'), montant: euros(61) },
    ]
    // 12 + 5 + 1 sur 45 ; 12 + 1 sur 30, car une nuit dont on ne sait pas où compte aussi.
    expect(quantites('tribu-premium', CHAMBRE, prises, '2026-03-15')).toEqual([
      ['JOUR', null, 45, 18, 27, '2027-01-01'],
      ['JOUR', 'SPECIALISE', 30, 13, 17, '2027-01-01'],
    ])
    expect(quantites('tribu-premium', CHAMBRE, prises, '2025-12-31')).toEqual([
      ['JOUR', null, 45, 10, 35, '2026-01-01'],
      ['JOUR', 'SPECIALISE', 30, 10, 20, '2026-01-01'],
    ])
  })

  it('rien pour une chambre que la formule ne garantit pas', () => {
    expect(quantites('tribu-essentiel', CHAMBRE, [], '2026-03-15')).toEqual([])
  })

  it('trente jours de maternité à part, sans limite ailleurs', () => {
    const prises: Consommation[] = [
      {
        ligne: CHAMBRE,
        date: jour('2026-01-10'),
        montant: euros(1815),
        quantite: 33,
        etablissement: 'MATERNITE',
      },
    ]
    expect(quantites('hospi-cp', CHAMBRE, prises, '2026-03-15')).toEqual([
      ['JOUR', 'SPECIALISE', 30, 0, 30, '2027-01-01'],
      ['JOUR', 'MATERNITE', 30, 33, 0, '2027-01-01'],
    ])
  })

  it('huit séances de psychologue en mai 2024, douze ensuite : le nombre de la loi quand il est plus haut', () => {
    const prises: Consommation[] = [
      { ligne: 'psychologues-monpsy', date: jour('2026-02-01'), montant: euros(40), quantite: 2 },
      { ligne: 'psychologues-monpsy', date: jour('2026-02-08'), montant: euros(20), quantite: 1 },
    ]
    expect(quantites('tribu-premium', 'psychologues-monpsy', prises, '2026-03-15')).toEqual([
      ['SEANCE', null, 12, 3, 9, '2027-01-01'],
    ])
    expect(quantites('tribu-premium', 'psychologues-monpsy', [], '2024-05-01')).toEqual([
      ['SEANCE', null, 8, 0, 8, '2025-01-01'],
    ])
  })

  it('trois séances de médecine douce par an et douze jours d’accompagnement chez SMB', () => {
    const prises: Consommation[] = [
      { ligne: 'bien-etre.medecines-douces', date: jour('2026-02-01'), montant: euros(25), quantite: 1 },
      { ligne: 'hospitalisation.accompagnement', date: jour('2026-02-01'), montant: euros(100), quantite: 4 },
    ]
    const { quantites: toutes } = suivreBeneficiaire(
      formule('mutame-2', 'mutame-smb'),
      socle,
      adulte,
      prises,
      jour('2026-03-15'),
    )
    const reste = (ligne: string) => toutes.filter((q) => q.ligne === ligne).map((q) => [q.parAn, q.reste])
    expect(reste('bien-etre.medecines-douces')).toEqual([[3, 2]])
    expect(reste('hospitalisation.accompagnement')).toEqual([[12, 8]])
  })

  it('les dépassements dentaires de l’année et le plafond des séances, en euros', () => {
    const prises: Consommation[] = [
      { ligne: 'dentaire.plafond-depassements', date: jour('2026-01-10'), montant: euros(640) },
      { ligne: 'bien-etre.medecines-douces', date: jour('2026-02-01'), montant: euros(60), quantite: 2 },
    ]
    const { forfaits } = suivre('tribu-premium', prises, '2026-12-31')
    const reste = (ligne: string) =>
      forfaits.filter((f) => f.ligne === ligne).map((f) => [f.plafond, f.utilise, f.reste, f.renouvelleLe])
    expect(reste('dentaire.plafond-depassements')).toEqual([
      [euros(1000), euros(640), euros(360), '2027-01-01'],
    ])
    expect(reste('bien-etre.medecines-douces')).toEqual([[euros(120), euros(60), euros(60), '2027-01-01']])
  })

  it('une aide auditive par oreille et par quatre ans, quelle que soit sa classe', () => {
    const prises: Consommation[] = [
      { ligne: 'audio.100-sante', date: jour('2023-06-10'), montant: euros(710), oreille: 'DROITE' },
      { ligne: 'audio.classe2', date: jour('2020-01-05'), montant: euros(160), oreille: 'GAUCHE' },
    ]
    expect(suivre('tribu-premium', prises, '2026-03-15').appareils).toEqual([
      { oreille: 'DROITE', dernier: '2023-06-10', renouvelleLe: '2027-06-10' },
      { oreille: 'GAUCHE', dernier: '2020-01-05', renouvelleLe: null },
    ])
    expect(suivre('tribu-premium', prises, '2027-06-10').appareils[0]).toMatchObject({ renouvelleLe: null })
    expect(suivre('tribu-premium', [], '2026-03-15').appareils[0]).toMatchObject({ dernier: null })
    expect(suivre('tribu-premium', prises, '2023-06-09').appareils[0]).toMatchObject({ dernier: null })
  })

  it('les lunettes, une monture et deux verres', () => {
    const prises: Consommation[] = [
      { ligne: 'optique.monture', date: jour('2025-05-02'), montant: euros(79.97), element: 'MONTURE' },
    ]
    expect(suivre('tribu-premium', prises, '2026-03-15').lunettes).toEqual({
      monture: { prise: true, renouvelleLe: '2027-05-02' },
      verres: { pris: 0, renouvelleLe: null },
    })
  })
})

describe('un paiement montre les jours et les séances qu’il touche', () => {
  it('la case et la sous-limite d’un établissement spécialisé', () => {
    const r = valeurDe(
      rembourser({
        formule: 'tribu-premium',
        soin: { ligne: CHAMBRE, depense: euros(1220), jours: 20, etablissement: 'SPECIALISE' },
        consommations: [
          {
            ligne: CHAMBRE,
            date: jour('2026-01-10'),
            montant: euros(915),
            quantite: 15,
            etablissement: 'SPECIALISE',
          },
        ],
      }),
    )
    // 30 − 15 = 15 nuits sur 20.
    expect(
      r.quantites.map((q) => [q.etablissement ?? null, q.plafond, q.consommeAvant, q.consommeApres]),
    ).toEqual([
      [null, 45, 15, 30],
      ['SPECIALISE', 30, 15, 30],
    ])
    expect(r.amc).toBe(euros(15 * 61))
  })

  it('les séances de psychologue, jusqu’au refus de la treizième', () => {
    const seance = (quantite: number) =>
      valeurDe(
        rembourser({
          formule: 'tribu-premium',
          soin: { ligne: 'psychologues-monpsy', depense: euros(50), brss: euros(50) },
          consommations: [
            { ligne: 'psychologues-monpsy', date: jour('2026-01-10'), montant: euros(20), quantite },
          ],
        }),
      )
    expect(seance(11)).toMatchObject({
      amc: euros(20),
      quantites: [{ unite: 'SEANCE', plafond: 12, consommeAvant: 11, consommeApres: 12, du: '2026-01-01' }],
    })
    expect(seance(12)).toMatchObject({
      amc: 0,
      limites: ['PLAFOND_ANNUEL'],
      quantites: [{ plafond: 12, consommeAvant: 12, consommeApres: 12, au: '2026-12-31' }],
    })
  })
})
