import { Decimal } from 'decimal.js'
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { reglements, socle } from '@/lib/reglements/catalogue'
import type { Cotisation } from '@/lib/rules/cotisation/cotisation'
import { cotiser } from '@/lib/rules/cotisation/cotiser'
import type { Cotisant, FaitsCotisation } from '@/lib/rules/cotisation/regle-cotisation'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant, somme } from '@/lib/rules/montant/montant'
import { type AvecTarif, desFaits, LES_TARIFS, unMontant } from '../../support/foyers'

vi.setConfig({ testTimeout: 60_000 })

const CODES = Object.keys(LES_TARIFS) as AvecTarif[]

function calculer(code: AvecTarif, faits: FaitsCotisation): Cotisation {
  const decision = cotiser(reglements[code], socle, faits)
  if (decision.verdict !== 'ACCORDEE') throw new Error('une cotisation se calcule toujours')
  return decision.valeur
}

const totalDe = (montants: readonly { readonly montant: Montant }[]): Montant =>
  somme(montants.map((m) => m.montant))

describe.each(CODES)('la cotisation de %s', (code) => {
  test('les lignes font la mensuelle, douze mensuelles font l’annuelle, les fractions font ce qui est dû', () => {
    fc.assert(
      fc.property(desFaits(code), (faits) => {
        const c = calculer(code, faits)
        expect(somme(c.lignes.map(({ mensuelle }) => mensuelle))).toBe(c.mensuelle)
        expect(c.annuelle).toBe(c.mensuelle * 12)
        expect(totalDe(c.fractions)).toBe(c.due)
        expect(c.due).toBeLessThanOrEqual(c.annuelle)
        if (c.premiereAnnee !== null) expect(c.premiereAnnee).toBe(c.due)
      }),
    )
  })

  test('la périodicité ne change pas ce qui est dû, et une fraction n’est jamais nulle ni négative', () => {
    fc.assert(
      fc.property(desFaits(code), (faits) => {
        const dues = (['MENSUELLE', 'TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE'] as const).map(
          (periodicite) => calculer(code, { ...faits, periodicite }),
        )
        for (const c of dues) {
          expect(totalDe(c.fractions)).toBe(dues[0]?.due)
          expect(c.fractions.every((fraction) => fraction.montant > 0)).toBe(true)
          const echeances = c.fractions.map(({ echeance }) => echeance)
          expect([...echeances].sort()).toEqual(echeances)
        }
        expect(dues[3]?.fractions.length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('les bénéficiaires donnés dans un autre ordre cotisent autant en tout', () => {
    fc.assert(
      fc.property(desFaits(code), (faits) => {
        const inverse = calculer(code, { ...faits, beneficiaires: [...faits.beneficiaires].reverse() })
        expect(inverse.mensuelle).toBe(calculer(code, faits).mensuelle)
      }),
    )
  })

  test('adhérer plus tard ne coûte jamais plus cette année-là', () => {
    fc.assert(
      fc.property(
        desFaits(code),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (faits, a, b) => {
          const effet = (mois: number) => dateCivile(`2025-${String(mois).padStart(2, '0')}-01`)
          const due = (mois: number) =>
            calculer(code, { ...faits, dateEffet: effet(mois), primoAdhesion: false }).due
          // Un enfant né avant l'adhésion n'a plus l'exonération de naissance : on compare sans nouveau-né.
          fc.pre(faits.beneficiaires.every(({ dateNaissance }) => dateNaissance < '2024'))
          expect(due(Math.max(a, b))).toBeLessThanOrEqual(due(Math.min(a, b)))
        },
      ),
    )
  })
})

const ADHERENT: Cotisant = { role: 'ADHERENT', dateNaissance: dateCivile('1985-07-01'), aCharge: null }
const enfantNe = (date: string): Cotisant => ({
  role: 'ENFANT',
  dateNaissance: dateCivile(date),
  aCharge: true,
})

describe('les enfants', () => {
  test.each(['mutami', 'mutame-smb'] as const)(
    'un enfant de plus, plus jeune que deux autres, ne change jamais le total (%s)',
    (code) => {
      fc.assert(
        fc.property(desFaits(code), fc.integer({ min: 1, max: 3 }), (faits, combien) => {
          const aines = [enfantNe('2009-01-01'), enfantNe('2010-01-01')]
          const adultes = faits.beneficiaires.filter(({ role }) => role !== 'ENFANT')
          const cadets = Array.from({ length: combien }, (_, i) => enfantNe(`201${i + 3}-05-05`))
          const avec = (beneficiaires: readonly Cotisant[]) =>
            calculer(code, { ...faits, beneficiaires, anneesNonCotisees: null })
          const deux = avec([...adultes, ...aines])
          const plus = avec([...cadets, ...adultes, ...aines])
          expect(plus.mensuelle).toBe(deux.mensuelle)
          expect(plus.due).toBe(deux.due)
          expect(plus.lignes.filter(({ gratuit }) => gratuit)).toHaveLength(combien)
        }),
      )
    },
  )
})

/** Le tableau de l'article 12, relu à la main : la hausse de chaque âge, en %. */
function hausseDe(age: number, premiereColonne: boolean): number {
  if (age < 25 || age > 65) return 0
  if (age <= 40) return premiereColonne ? 3.5 : 2
  if (age <= 50) return premiereColonne ? 4 : 2.5
  return age <= 55 ? 2.5 : 1
}

function tarifRelu(base: Montant, age: number, premiereColonne: boolean): Decimal {
  let tarif = new Decimal(base)
  for (let a = 25; a <= age; a += 1)
    tarif = tarif.times(new Decimal(100 + hausseDe(a, premiereColonne)).dividedBy(100))
  return tarif
}

const auCentime = (valeur: Decimal): number =>
  Number(valeur.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toString())

describe('un second calcul, en décimaux', () => {
  const adulteDe = (age: number): Cotisant => ({
    role: 'ADHERENT',
    dateNaissance: dateCivile(`${2025 - age}-05-05`),
    aCharge: null,
  })

  test('donne au centime le tarif de chaque âge, le conjoint à charge et le deuxième enfant', () => {
    Decimal.set({ precision: 120 })
    fc.assert(
      fc.property(
        fc.integer({ min: 18, max: 95 }),
        unMontant(30_000),
        fc.constantFrom('mutame-1', 'mutame-3'),
        fc.constantFrom(
          [100, null],
          [90, { effectif: 20, adherents: 12 }],
          [85, { effectif: 8, adherents: 6 }],
        ),
        fc.integer({ min: 0, max: 10 }),
        (age, base, formule, minoration, annees) => {
          const premiere = formule === 'mutame-1'
          const [reste, mutualisation] = minoration as [number, FaitsCotisation['mutualisation']]
          const anneesNonCotisees = Math.min(annees, Math.max(0, age - 30))
          const tarif = {
            base,
            modules: null,
            enfant: null,
            tranches: null,
            mensuel: null,
            pourcentagePmss: null,
          }
          const { lignes } = calculer('mutame-smb', {
            annee: 2025,
            formule,
            tarif,
            beneficiaires: [
              adulteDe(age),
              { role: 'CONJOINT', dateNaissance: dateCivile('1970-01-01'), aCharge: true },
              enfantNe('2009-01-01'),
              enfantNe('2010-01-01'),
            ],
            dateEffet: null,
            periodicite: null,
            primoAdhesion: null,
            mutualisation,
            anneesNonCotisees,
            priseDePosteFonctionPublique: null,
            participationEmployeur: null,
          })
          const coefficient = new Decimal(reste)
            .dividedBy(100)
            .times(new Decimal(100 + 2 * anneesNonCotisees).dividedBy(100))
          const adherent = tarifRelu(base, age, premiere).times(coefficient)
          const attendues = [
            adherent,
            adherent.times(0.75),
            new Decimal(base).times(coefficient),
            new Decimal(base).times(premiere ? 0.5 : 0.4).times(coefficient),
          ]
          expect(lignes.map(({ mensuelle }) => mensuelle)).toEqual(attendues.map(auCentime))
        },
      ),
      { numRuns: 400 },
    )
  })

  test('vieillir ne coûte jamais moins', () => {
    fc.assert(
      fc.property(desFaits('mutame-smb'), fc.integer({ min: 18, max: 90 }), (faits, age) => {
        const seul = (ans: number) =>
          calculer('mutame-smb', {
            ...faits,
            beneficiaires: [adulteDe(ans)],
            dateEffet: null,
            primoAdhesion: false,
            anneesNonCotisees: null,
          }).mensuelle
        expect(seul(age + 1)).toBeGreaterThanOrEqual(seul(age))
      }),
    )
  })
})

describe('la participation de l’employeur', () => {
  const base = {
    annee: 2025,
    formule: 'ter-2',
    tarif: {
      base: null,
      modules: null,
      enfant: montant(1500),
      tranches: [{ de: 0, a: null, mensuel: montant(5003) }],
      mensuel: null,
      pourcentagePmss: null,
    },
    beneficiaires: [ADHERENT],
    primoAdhesion: null,
    mutualisation: null,
    anneesNonCotisees: null,
    priseDePosteFonctionPublique: null,
  } as const

  test('les parts font la mensuelle, et ce que paie l’adhérent ne dépasse jamais ce qui est dû', () => {
    fc.assert(
      fc.property(
        unMontant(9_000),
        fc.constantFrom(null, '2025-04-17', '2025-10-01'),
        (participation, effet) => {
          const c = calculer('mutami', {
            ...base,
            dateEffet: effet === null ? null : dateCivile(effet),
            periodicite: 'MENSUELLE',
            participationEmployeur: participation,
          })
          expect((c.parts?.adherent ?? 0) + (c.parts?.employeur ?? 0)).toBe(c.mensuelle)
          expect(totalDe(c.fractions)).toBeLessThanOrEqual(c.due)
          if (effet === null) expect(totalDe(c.fractions)).toBe((c.parts?.adherent ?? 0) * 12)
        },
      ),
    )
  })
})
