import { describe, expect, it } from 'vitest'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { classerVerre } from '@/lib/rules/remboursement/classer-verre'
import { motifDeRenouvellement } from '@/lib/rules/remboursement/comparer-corrections'
import {
  comparerFormules,
  dateDeRenouvellement,
  simulerApresRenouvellement,
} from '@/lib/rules/remboursement/simuler'
import { euros, faitsDe, jour, rembourser, valeurDe } from '../../support/remboursement'

describe('la classe d’un verre', () => {
  it.each([
    // unifocaux : sphère −6 à +6, cylindre jusqu'à 4, hypermétrope sphère + cylindre jusqu'à 6
    [{ sphere: 0 }, 'SIMPLE'],
    [{ sphere: 6 }, 'SIMPLE'],
    [{ sphere: -6 }, 'SIMPLE'],
    [{ sphere: -6.25 }, 'COMPLEXE'],
    [{ sphere: 6.25 }, 'COMPLEXE'],
    [{ sphere: -6, cylindre: 4 }, 'SIMPLE'],
    [{ sphere: -6, cylindre: 4.25 }, 'COMPLEXE'],
    [{ sphere: -6.25, cylindre: 0.25 }, 'COMPLEXE'],
    [{ sphere: 4, cylindre: 2 }, 'SIMPLE'],
    [{ sphere: 4, cylindre: 2.25 }, 'COMPLEXE'],
    // multifocaux : −4 à +4, avec cylindre −8, hypermétrope jusqu'à 8
    [{ sphere: 4, addition: 2 }, 'COMPLEXE'],
    [{ sphere: 4.25, addition: 2 }, 'TRES_COMPLEXE'],
    [{ sphere: -8, cylindre: 4, addition: 2 }, 'COMPLEXE'],
    [{ sphere: -8.25, cylindre: 0.25, addition: 2 }, 'TRES_COMPLEXE'],
    [{ sphere: -2, cylindre: 4.25, addition: 2 }, 'TRES_COMPLEXE'],
    [{ sphere: 5, cylindre: 3, addition: 2 }, 'COMPLEXE'],
    [{ sphere: 5, cylindre: 3.25, addition: 2 }, 'TRES_COMPLEXE'],
    // cylindre négatif : +2 (−1) vaut +1 (+1)
    [{ sphere: 7, cylindre: -1 }, 'COMPLEXE'],
    [{ sphere: 6, cylindre: -2 }, 'SIMPLE'],
  ] as const)('%j est %s', (correction, classe) => {
    expect(classerVerre(correction)).toBe(classe)
  })

  it('refuse une correction impossible', () => {
    expect(() => classerVerre({ sphere: Number.NaN })).toThrow('dioptries')
    expect(() => classerVerre({ sphere: 0, addition: 100 })).toThrow('100')
  })
})

describe('l’évolution de la vue entre deux ordonnances', () => {
  const myope = { droit: { sphere: -2 }, gauche: { sphere: -2.5, cylindre: 0.5 } }
  it.each([
    ['un verre varie d’une demi-dioptrie', { ...myope, droit: { sphere: -2.5 } }, 'EVOLUTION_VUE'],
    ['un seul verre varie d’un quart', { ...myope, droit: { sphere: -2.25 } }, null],
    [
      'les deux varient d’un quart, sphère ou cylindre',
      { droit: { sphere: -1.75 }, gauche: { sphere: -2.5, cylindre: 0.75 } },
      'EVOLUTION_VUE',
    ],
    ['une addition apparaît', { ...myope, gauche: { ...myope.gauche, addition: 0.25 } }, 'EVOLUTION_VUE'],
    ['rien ne change', myope, null],
  ] as const)('%s', (_nom, apres, attendu) => {
    expect(motifDeRenouvellement(myope, apres)).toBe(attendu)
  })

  it('compte une addition qui varie d’une demi-dioptrie, pas moins', () => {
    const presbyte = (addition: number) => ({
      droit: { sphere: 1, addition },
      gauche: { sphere: 1, addition: 2 },
    })
    expect(motifDeRenouvellement(presbyte(2), presbyte(2.5))).toBe('EVOLUTION_VUE')
    expect(motifDeRenouvellement(presbyte(2), presbyte(2.25))).toBeNull()
  })
})

describe('avant les soins', () => {
  const faits = faitsDe({
    formule: 'tribu-equilibre',
    soin: { ligne: 'dentaire.prothese', depense: euros(650), brss: euros(120), panier: 'LIBRE' },
  })

  it('le même soin sous d’autres formules', () => {
    const formules = ['tribu-essentiel', 'tribu-equilibre', 'tribu-premium', 'tribu-excellence']
    const amc = comparerFormules(reglements.mutami, socle, faits, formules).map(
      (s) => valeurDe(s.decision).amc,
    )
    expect(amc).toEqual([48, 78, 198, 348].map(euros))
  })

  it('simuler, c’est payer', () => {
    const [simulation] = comparerFormules(reglements.mutami, socle, faits, ['tribu-equilibre'])
    expect(simulation?.decision).toEqual(
      rembourser({
        formule: 'tribu-equilibre',
        soin: { ligne: 'dentaire.prothese', depense: euros(650), brss: euros(120), panier: 'LIBRE' },
      }),
    )
  })

  it('le même équipement après sa date de renouvellement', () => {
    const lunettes = faitsDe({
      formule: 'tribu-premium',
      soin: {
        ligne: 'optique.equipement',
        monture: { classe: 'B', depense: euros(150), brss: euros(0.05) },
        dernierEquipement: jour('2024-06-01'),
      },
    })
    expect(dateDeRenouvellement(socle, lunettes)).toBe('2026-06-01')
    const apres = simulerApresRenouvellement(reglements.mutami, socle, lunettes)
    expect(apres?.dateSoins).toBe('2026-06-01')
    expect(apres === null ? null : valeurDe(apres.decision).amc).toBe(euros(79.97))
    expect(simulerApresRenouvellement(reglements.mutami, socle, faits)).toBeNull()
  })
})
