import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { montant, ZERO } from '@/lib/rules/montant/montant'
import type { Soin } from '@/lib/rules/remboursement/faits'
import {
  type Payeur,
  rectifierSuite,
  rembourserParPlusieurs,
  rembourserSuite,
} from '@/lib/rules/remboursement/rembourser-suite'
import { adulte, euros, faitsDe, jour, valeurDe } from '../../support/remboursement'

// Beaucoup de tirages : une machine chargée met plus que les cinq secondes ordinaires.
vi.setConfig({ testTimeout: 60_000 })

const seance = (date: string, prix: number) =>
  faitsDe({
    formule: 'tribu-premium',
    date,
    soin: { ligne: 'bien-etre.medecines-douces', depense: euros(prix) },
  })

describe('une suite de soins', () => {
  it('prend sur le forfait dans l’ordre d’arrivée', () => {
    const suite = ['2026-01-10', '2026-02-10', '2026-03-10', '2026-04-10', '2026-05-10'].map((d) =>
      seance(d, 50),
    )
    const verses = rembourserSuite(reglements.mutami, socle, suite).map((d) => valeurDe(d).amc)
    expect(verses).toEqual([30, 30, 30, 30, 0].map(euros))
  })

  it('repart à neuf l’année suivante', () => {
    const suite = ['2025-12-20', '2026-01-05'].map((d) => seance(d, 50))
    const dentaires = rembourserSuite(reglements.mutami, socle, suite).map((d) => valeurDe(d).plafonds[0])
    expect(dentaires.map((p) => [p?.consommeAvant, p?.consommeApres])).toEqual([
      [0, euros(30)],
      [0, euros(30)],
    ])
  })
})

describe('un décompte rectifié', () => {
  const suite = ['2026-01-10', '2026-02-10', '2026-03-10', '2026-04-10', '2026-05-10'].map((d) =>
    seance(d, 50),
  )

  it('annulé, rend son montant et libère le forfait pour un soin d’après', () => {
    const ecarts = rectifierSuite(reglements.mutami, socle, suite, 1, null)
    expect(ecarts.map((e) => [e.rang, e.difference, e.sens])).toEqual([
      [1, -euros(30), 'INDU'],
      [2, 0, 'INCHANGE'],
      [3, 0, 'INCHANGE'],
      [4, euros(30), 'A_PAYER'],
    ])
    expect(ecarts[3]?.lignes).toEqual(['bien-etre.medecines-douces'])
    expect(ecarts[3]?.decision?.motifs.map((m) => m.code)).toContain('GARANTIE_UNITAIRE')
  })

  it('rectifié à la baisse, ne touche que ceux qui partagent le forfait', () => {
    const ecarts = rectifierSuite(reglements.mutami, socle, suite, 0, seance('2026-01-10', 20))
    expect(ecarts.map((e) => e.difference)).toEqual([-euros(10), 0, 0, 0, euros(10)])
  })

  it('refuse un rang hors de la suite', () => {
    expect(() => rectifierSuite(reglements.mutami, socle, suite, 9, null)).toThrow(RangeError)
  })
})

describe('plusieurs payeurs', () => {
  const premiere: Payeur = { reglement: reglements.mutami, formule: 'tribu-equilibre' }
  const zen: Payeur = { reglement: reglements.mutami, formule: 'zen-2' }
  const beneficiaire = { ...adulte, dateAffiliation: jour('2024-01-01') }
  const partager = (soin: Soin, payeurs: readonly [Payeur, ...Payeur[]]) =>
    rembourserParPlusieurs(socle, { dateSoins: jour('2026-03-15'), beneficiaire, soin }, payeurs)

  it('la surcomplémentaire vient après la première mutuelle', () => {
    const soin: Soin = { ligne: 'honoraires-medicaux.dptam', depense: euros(60), brss: euros(30) }
    const r = partager(soin, [premiere, zen])
    expect(r.parts.map((p) => valeurDe(p.decision).amc)).toEqual([euros(9), euros(20)])
    expect(r).toMatchObject({ total: euros(29), resteACharge: euros(12) })
  })

  const lignes = [
    'honoraires-medicaux.dptam',
    'dentaire.prothese',
    'audio.classe2',
    'optique.lentilles.remboursees',
    'bien-etre.medecines-douces',
    'hospitalisation.chambre-particuliere.nuitee',
    'cure.soins',
  ] as const
  const soins: fc.Arbitrary<Soin> = fc.oneof(
    fc.record({
      ligne: fc.constantFrom(...lignes),
      depense: fc.integer({ min: 0, max: 200_000 }).map((n) => montant(n)),
      brss: fc.integer({ min: 0, max: 30_000 }).map((n) => montant(n)),
      tauxAmo: fc.constantFrom(60, 65, 70, 100),
      jours: fc.integer({ min: 1, max: 60 }),
      oreille: fc.constant('DROITE' as const),
      panier: fc.constant('LIBRE' as const),
    }),
    fc
      .array(
        fc.integer({ min: 5, max: 60_000 }).map((n) => montant(n)),
        { minLength: 2, maxLength: 3 },
      )
      .map(([monture = ZERO, ...verres]) => ({
        ligne: 'optique.equipement' as const,
        monture: { classe: 'B' as const, depense: monture, brss: montant(5) },
        verres: verres.map((depense) => ({
          type: 'SIMPLE' as const,
          classe: 'B' as const,
          depense,
          brss: montant(5),
        })),
      })),
  )

  it('paient le même total dans un ordre ou dans l’autre, jamais plus que la dépense', () => {
    fc.assert(
      fc.property(
        soins,
        fc.constantFrom('tribu-essentiel', 'tribu-excellence', 'ter-3', 'fph-5'),
        (soin, formule) => {
          const autre: Payeur = { reglement: reglements.mutami, formule }
          const dans = partager(soin, [autre, zen])
          const inverse = partager(soin, [zen, autre])
          expect(dans.total).toBe(inverse.total)
          expect(dans.resteACharge).toBe(inverse.resteACharge)
          const r = valeurDe(dans.parts[0]?.decision ?? inverse.parts[0]?.decision ?? never())
          expect(dans.total + r.amo).toBeLessThanOrEqual(r.depense)
        },
      ),
      { numRuns: 1500 },
    )
  })
})

function never(): never {
  throw new Error('aucun payeur')
}
