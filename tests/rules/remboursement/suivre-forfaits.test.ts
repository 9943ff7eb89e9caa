import { describe, expect, it } from 'vitest'
import { reglements, socle } from '@/lib/reglements/catalogue'
import type { Consommation } from '@/lib/rules/remboursement/faits'
import { ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { etatEquipement } from '@/lib/rules/remboursement/suivre-equipement'
import { etatForfait, etatsForfaits } from '@/lib/rules/remboursement/suivre-forfaits'
import { adulte, euros, jour } from '../../support/remboursement'

const premium = ouvrirFormule(reglements.mutami, 'tribu-premium', null)
const zen = ouvrirFormule(reglements.mutami, 'zen-1', null)

describe('les compteurs d’un bénéficiaire', () => {
  it('disent ce qui est pris, ce qui reste et quand l’année recommence', () => {
    const prises: Consommation[] = [
      { ligne: 'bien-etre.medecines-douces', date: jour('2025-12-31'), montant: euros(30) },
      { ligne: 'bien-etre.medecines-douces', date: jour('2026-01-01'), montant: euros(30) },
      { ligne: 'bien-etre.medecines-douces', date: jour('2026-03-02'), montant: euros(25) },
      { ligne: 'optique.lentilles.forfait', date: jour('2026-03-02'), montant: euros(99) },
    ]
    expect(etatForfait(premium, 'bien-etre.medecines-douces', prises, jour('2026-03-15'))).toEqual([
      {
        ligne: 'bien-etre.medecines-douces',
        plafond: euros(120),
        utilise: euros(55),
        reste: euros(65),
        joursParAn: null,
        joursUtilises: 0,
        joursRestants: null,
        du: '2026-01-01',
        au: '2026-12-31',
        renouvelleLe: '2027-01-01',
        oeil: null,
        oreille: null,
      },
    ])
  })

  it('comptent chaque oreille sur quatre ans depuis l’achat', () => {
    const prises: Consommation[] = [
      { ligne: 'audio.classe2.forfait', date: jour('2023-06-10'), montant: euros(550), oreille: 'DROITE' },
    ]
    const [droite, gauche] = etatForfait(premium, 'audio.classe2.forfait', prises, jour('2026-03-15'))
    expect(droite).toMatchObject({
      oreille: 'DROITE',
      reste: 0,
      du: '2023-06-10',
      au: '2027-06-09',
      renouvelleLe: '2027-06-10',
    })
    expect(gauche).toMatchObject({ oreille: 'GAUCHE', reste: euros(550), utilise: 0 })
  })

  it('ouvrent une nouvelle période au premier achat qui suit la fin de la précédente', () => {
    const prises: Consommation[] = [
      { ligne: 'audio.classe2.forfait', date: jour('2018-02-01'), montant: euros(250), oreille: 'DROITE' },
      { ligne: 'audio.classe2.forfait', date: jour('2022-02-01'), montant: euros(100), oreille: 'DROITE' },
    ]
    const [etat] = etatForfait(zen, 'audio.classe2.forfait', prises, jour('2024-01-01'))
    expect(etat).toMatchObject({ du: '2022-02-01', utilise: euros(100), reste: euros(150) })
    const [apres] = etatForfait(zen, 'audio.classe2.forfait', prises, jour('2026-02-01'))
    expect(apres).toMatchObject({ du: '2026-02-01', utilise: 0, reste: euros(250) })
  })

  it('comptent les yeux à part, dans l’année', () => {
    const prises: Consommation[] = [
      { ligne: 'optique.chirurgie-refractive', date: jour('2026-01-10'), montant: euros(350), oeil: 'DROIT' },
    ]
    expect(
      etatForfait(premium, 'optique.chirurgie-refractive', prises, jour('2026-03-15')).map((e) => [
        e.oeil,
        e.reste,
      ]),
    ).toEqual([
      ['DROIT', 0],
      ['GAUCHE', euros(350)],
    ])
  })

  it('comptent des jours quand la case compte des jours', () => {
    const prises: Consommation[] = [
      {
        ligne: 'hospitalisation.chambre-particuliere.nuitee',
        date: jour('2026-02-01'),
        montant: euros(610),
        quantite: 10,
      },
    ]
    expect(
      etatForfait(premium, 'hospitalisation.chambre-particuliere.nuitee', prises, jour('2026-03-15')),
    ).toEqual([
      expect.objectContaining({
        plafond: null,
        reste: null,
        joursParAn: 45,
        joursUtilises: 10,
        joursRestants: 35,
      }),
    ])
  })

  it('n’ont rien à dire d’une ligne en pourcentage', () => {
    expect(etatForfait(premium, 'honoraires-medicaux.dptam', [], jour('2026-03-15'))).toEqual([])
  })

  it('couvrent toutes les lignes comptées de la formule', () => {
    const lignes = new Set(etatsForfaits(premium, [], jour('2026-03-15')).map((e) => e.ligne))
    expect([...lignes]).toEqual([
      'appareillage.forfait-petit',
      'appareillage.forfait-grand',
      'optique.lentilles.forfait',
      'optique.chirurgie-refractive',
      'dentaire.plafond-depassements',
      'dentaire.actes-non-rembourses',
      'audio.classe2.forfait',
      'hospitalisation.accompagnement',
      'hospitalisation.chambre-particuliere.nuitee',
      'cure.hebergement-transport',
      'complementaires.amniocentese-peridurale',
      'complementaires.prothese-capillaire-mammaire',
      'contraception.forfait',
      'bien-etre.medecines-douces',
      'prevention.densitometrie',
      'prevention.allergologie',
      'prevention.sevrage-tabagique',
    ])
  })
})

describe('les lunettes d’un bénéficiaire', () => {
  const prises: Consommation[] = [
    {
      ligne: 'optique.equipement-100-sante',
      date: jour('2024-09-10'),
      montant: euros(24.6),
      element: 'MONTURE',
    },
    { ligne: 'optique.verre-simple', date: jour('2024-09-10'), montant: euros(60) },
    { ligne: 'optique.verre-simple', date: jour('2024-10-02'), montant: euros(60) },
  ]

  it('ont une monture et deux verres par deux ans, comptés depuis le premier achat', () => {
    expect(etatEquipement(socle, adulte, prises, jour('2026-03-15'))).toEqual({
      monture: { prise: true, renouvelleLe: '2026-09-10' },
      verres: { pris: 2, renouvelleLe: '2026-09-10' },
    })
    expect(etatEquipement(socle, adulte, prises, jour('2026-09-10'))).toEqual({
      monture: { prise: false, renouvelleLe: null },
      verres: { pris: 1, renouvelleLe: '2026-10-02' },
    })
  })

  it('ont un an avant 16 ans, ou quand la vue change', () => {
    const libre = { monture: { prise: false, renouvelleLe: null }, verres: { pris: 0, renouvelleLe: null } }
    const enfant = { dateNaissance: jour('2015-01-01') }
    expect(etatEquipement(socle, enfant, prises, jour('2026-03-15'))).toEqual(libre)
    expect(etatEquipement(socle, adulte, prises, jour('2026-03-15'), 'EVOLUTION_VUE')).toEqual(libre)
  })
})
