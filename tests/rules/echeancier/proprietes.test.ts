import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { ajouterJours, dateCivile, joursEntre } from '@/lib/rules/date/date-civile'
import type { Decision } from '@/lib/rules/decision/decision'
import { dusParMois } from '@/lib/rules/echeancier/compter-du'
import {
  type FaitsEcheancier,
  genererEcheancier,
  type LigneEcheancier,
} from '@/lib/rules/echeancier/generer-echeancier'
import { couperPaliers, enchainerPaliers, retirerParticipation } from '@/lib/rules/echeancier/paliers'
import { regenererEcheancier } from '@/lib/rules/echeancier/regenerer-echeancier'
import type { Palier } from '@/lib/rules/echeancier/regle-echeancier'
import { solderDepart } from '@/lib/rules/echeancier/solder-depart'
import { type Montant, montant, somme, ZERO } from '@/lib/rules/montant/montant'
import { uneDate } from '../../support/dates'
import { unMontant } from '../../support/foyers'

const CODES = ['mutami', 'mutame-smb', 'ociane-collectif'] as const
const POLITIQUES = ['JOURS_DE_L_ANNEE', 'JOURS_DU_MOIS'] as const
const AN = 2024

const totalDe = (montants: readonly { readonly montant: Montant }[]): Montant =>
  somme(montants.map((m) => m.montant))

function accordee<V>(decision: Decision<V>): V {
  if (decision.verdict !== 'ACCORDEE') throw new Error(`décision ${decision.verdict}`)
  return decision.valeur
}

/** De un à quatre paliers qui se suivent jusqu'au 31 décembre d'une année bissextile. */
const desPaliers: fc.Arbitrary<readonly Palier[]> = fc
  .tuple(
    fc.uniqueArray(uneDate('2024-01-01', '2024-12-31'), { minLength: 1, maxLength: 4 }),
    fc.array(unMontant(30_000), { minLength: 4, maxLength: 4 }),
  )
  .map(([jours, mensuelles]) => {
    const debuts = [...jours].sort()
    return debuts.map((du, rang) => {
      const suivant = debuts[rang + 1]
      return {
        du,
        au: suivant === undefined ? dateCivile('2024-12-31') : ajouterJours(suivant, -1),
        mensuelle: mensuelles[rang] ?? ZERO,
      }
    })
  })

const unePeriodicite = fc.constantFrom('MENSUELLE', 'TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE' as const)
const faits = (paliers: readonly Palier[], periodicite: FaitsEcheancier['periodicite']): FaitsEcheancier => ({
  annee: AN,
  paliers,
  periodicite,
  mode: 'PRELEVEMENT',
  jour: 15,
})

describe.each(POLITIQUES)('ce qui est dû, compté en %s', (politique) => {
  const du = (paliers: readonly Palier[]): Montant => totalDe(dusParMois(politique, paliers))

  test('une période coupée à un jour quelconque doit autant que d’un seul tenant', () => {
    fc.assert(
      fc.property(
        uneDate('2024-01-01', '2024-12-30'),
        fc.nat({ max: 365 }),
        fc.nat({ max: 365 }),
        unMontant(50_000),
        (debut, longueur, coupure, mensuelle) => {
          const restant = joursEntre(debut, dateCivile('2024-12-31'))
          const au = ajouterJours(debut, 1 + (longueur % restant))
          const milieu = ajouterJours(debut, coupure % joursEntre(debut, au))
          const entier = { du: debut, au, mensuelle }
          const moities = [
            { ...entier, au: milieu },
            { ...entier, du: ajouterJours(milieu, 1) },
          ]
          expect(du(moities)).toBe(du([entier]))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('une année entière doit douze mensuelles, un jour de plus ne doit jamais moins', () => {
    fc.assert(
      fc.property(uneDate('2024-01-01', '2024-12-30'), unMontant(50_000), (au, mensuelle) => {
        const depuis = { du: dateCivile('2024-01-01'), mensuelle }
        expect(du([{ ...depuis, au: dateCivile('2024-12-31') }])).toBe(mensuelle * 12)
        expect(du([{ ...depuis, au: ajouterJours(au, 1) }])).toBeGreaterThanOrEqual(du([{ ...depuis, au }]))
      }),
    )
  })
})

describe.each(CODES)('l’échéancier de %s', (code) => {
  const reglement = reglements[code]

  test('ses échéances font ce qui est dû et ne se paient jamais avant d’être exigibles', () => {
    fc.assert(
      fc.property(desPaliers, unePeriodicite, (paliers, periodicite) => {
        const lignes = accordee(genererEcheancier(reglement, faits(paliers, periodicite)))
        const annuelles = accordee(genererEcheancier(reglement, faits(paliers, 'ANNUELLE')))
        expect(totalDe(lignes)).toBe(totalDe(annuelles))
        for (const { echeance, paiement } of lignes) {
          expect(paiement >= echeance).toBe(true)
          expect(paiement.endsWith('-15')).toBe(true)
          expect(joursEntre(echeance, paiement)).toBeLessThan(31)
        }
      }),
    )
  })

  const appelerDebut = (lignes: readonly LigneEcheancier[], combien: number): LigneEcheancier[] =>
    lignes.map((ligne, rang) => ({ ...ligne, appelee: rang < combien }))

  test('refait après un changement, il appelle ce qui est dû, et le refaire ne change plus rien', () => {
    fc.assert(
      fc.property(
        desPaliers,
        desPaliers,
        unePeriodicite,
        fc.nat({ max: 12 }),
        uneDate('2024-01-01', '2024-12-31'),
        (avant, apres, periodicite, combien, changement) => {
          const ancien = appelerDebut(
            accordee(genererEcheancier(reglement, faits(avant, periodicite))),
            combien,
          )
          const situation = {
            ...faits(enchainerPaliers(avant, apres, changement), periodicite),
            dejaRembourse: ZERO,
            aujourdHui: changement,
          }
          const refait = accordee(regenererEcheancier(reglement, { ...situation, ancien }))
          const du = totalDe(accordee(genererEcheancier(reglement, situation)))
          expect(totalDe(refait.lignes) - refait.remboursement).toBe(du)
          expect(
            refait.lignes.every((ligne) => ligne.montant === ligne.du + ligne.report || ligne.appelee),
          ).toBe(true)
          expect(refait.lignes.every((ligne) => ligne.montant >= 0)).toBe(true)
          const encore = accordee(regenererEcheancier(reglement, { ...situation, ancien: refait.lignes }))
          expect(encore.lignes).toEqual(refait.lignes)
          expect(encore.remboursement).toBe(refait.remboursement)
          expect(encore.ecarts.every(({ difference }) => difference === 0)).toBe(true)
          const rembourse = accordee(
            regenererEcheancier(reglement, {
              ...situation,
              ancien: refait.lignes,
              dejaRembourse: refait.remboursement,
            }),
          )
          expect(rembourse.remboursement).toBe(0)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('au départ, ce qui est rendu et ce qui est gardé font ce qui est payé', () => {
    fc.assert(
      fc.property(
        desPaliers,
        uneDate('2024-01-01', '2024-12-31'),
        unMontant(400_000),
        (paliers, dernierJourCouvert, paye) => {
          const solde = accordee(solderDepart(reglement, { dernierJourCouvert, paliers, paye }))
          expect(solde.conserve + solde.remboursement).toBe(paye)
          expect(solde.conserve + solde.resteDu).toBe(solde.du)
          expect(Math.min(solde.remboursement, solde.resteDu)).toBe(0)
        },
      ),
    )
  })
})

describe('les paliers', () => {
  test('couper puis reprendre au lendemain redonne les mêmes jours', () => {
    fc.assert(
      fc.property(desPaliers, uneDate('2024-01-02', '2024-12-31'), (paliers, jour) => {
        const repris = enchainerPaliers(paliers, paliers, jour)
        const jours = (liste: readonly Palier[]) =>
          liste.reduce((n, { du, au }) => n + joursEntre(du, au) + 1, 0)
        expect(jours(repris)).toBe(jours(paliers))
        expect(couperPaliers(paliers, ajouterJours(jour, -1)).every(({ au }) => au < jour)).toBe(true)
      }),
    )
  })

  test('la part de l’employeur et celle de l’adhérent font la cotisation, chaque jour', () => {
    fc.assert(
      fc.property(
        desPaliers,
        unMontant(30_000),
        uneDate('2024-01-01', '2024-12-31'),
        (paliers, participation, jusquAu) => {
          const nets = retirerParticipation(paliers, participation, jusquAu)
          for (const net of nets) {
            const plein = paliers.find(({ du, au }) => du <= net.du && net.au <= au)
            const retenue = montant((plein?.mensuelle ?? 0) - net.mensuelle)
            expect(retenue).toBe(net.du <= jusquAu ? Math.min(participation, plein?.mensuelle ?? 0) : 0)
          }
        },
      ),
    )
  })
})
