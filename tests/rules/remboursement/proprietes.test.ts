import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Decision } from '@/lib/rules/decision/decision'
import type { Motif } from '@/lib/rules/decision/motif'
import { montant, plus, somme, ZERO } from '@/lib/rules/montant/montant'
import type { Consommation, ElementOptique, FaitsRemboursement, Soin } from '@/lib/rules/remboursement/faits'
import type { CodeLigne } from '@/lib/rules/remboursement/lignes'
import { estEquilibre, rembourserSoin } from '@/lib/rules/remboursement/rembourser-soin'
import type { Remboursement } from '@/lib/rules/remboursement/resultat'
import { comparerFormules } from '@/lib/rules/remboursement/simuler'
import { valeurDe } from '../../support/remboursement'

// Beaucoup de tirages : une machine chargée met plus que les cinq secondes ordinaires.
vi.setConfig({ testTimeout: 60_000 })

const mutami = reglements.mutami
const formules = (mutami.garanties?.tables ?? []).flatMap((table) => table.formules.map((f) => f.id))

const centimes = (max: number) => fc.integer({ min: 0, max }).map((n) => montant(n))
const booleenRare = fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true))

/** Toutes les lignes qu'un soin peut désigner, sauf celles qui ne sont pas des soins. */
const LIGNES: readonly CodeLigne[] = Object.keys(socle.lignes)
  .filter(
    (ligne) =>
      !/^(services|prevoyance)|plafond-depassements|prime|optique\.(equipement|monture|verre)/.test(ligne),
  )
  .map((ligne) => ligne as CodeLigne)

const soinSimple: fc.Arbitrary<Soin> = fc
  .record({
    ligne: fc.constantFrom(...LIGNES),
    depense: centimes(200_000),
    brss: centimes(50_000),
    tauxAmo: fc.constantFrom(15, 30, 55, 60, 65, 70, 80, 100),
    parcours: booleenRare.map((b) => !b),
    exonerationTm: booleenRare,
    facture: booleenRare.map((b) => !b),
    ordonnance: booleenRare.map((b) => !b),
    boites: fc.integer({ min: 0, max: 12 }),
    actes: fc.integer({ min: 1, max: 6 }),
    trajets: fc.integer({ min: 1, max: 4 }),
    jours: fc.integer({ min: 1, max: 90 }),
    etablissement: fc.constantFrom('MCO', 'SPECIALISE', 'MATERNITE'),
    oeil: fc.constantFrom('DROIT', 'GAUCHE'),
    oreille: fc.constantFrom('DROITE', 'GAUCHE'),
    appareil: fc.constantFrom('PETIT', 'GRAND'),
    panier: fc.constantFrom('MAITRISE', 'LIBRE'),
    prixLimite: centimes(150_000),
  })
  .map((soin) => soin satisfies Soin)

const element: fc.Arbitrary<ElementOptique> = fc
  .record({
    monture: fc.boolean(),
    type: fc.constantFrom('SIMPLE', 'COMPLEXE', 'TRES_COMPLEXE'),
    classe: fc.constantFrom('A', 'B'),
    depense: centimes(90_000),
    brss: centimes(3_000),
    prixLimite: centimes(90_000),
  })
  .map(({ monture, type, ...reste }) =>
    monture ? { sorte: 'MONTURE', monture: reste } : { sorte: 'VERRE', verre: { ...reste, type } },
  )

const consommation: fc.Arbitrary<Consommation> = fc.record({
  ligne: fc.constantFrom(...LIGNES, 'dentaire.plafond-depassements' as const),
  date: fc.constantFrom('2025-11-02', '2026-01-10', '2026-02-20').map((d) => dateCivile(d)),
  montant: centimes(60_000),
  quantite: fc.integer({ min: 1, max: 20 }),
})

const faits: fc.Arbitrary<FaitsRemboursement> = fc
  .record({
    formule: fc.constantFrom(...formules),
    dateSoins: fc
      .constantFrom('2024-05-14', '2024-05-15', '2025-07-01', '2026-03-15')
      .map((d) => dateCivile(d)),
    naissance: fc
      .constantFrom('1950-01-01', '1980-05-05', '2008-02-01', '2015-06-30')
      .map((d) => dateCivile(d)),
    regimeLocal: booleenRare,
    css: booleenRare,
    soin: soinSimple,
    consommations: fc.array(consommation, { maxLength: 4 }),
    autresRemboursements: fc.oneof({ weight: 3, arbitrary: fc.constant(ZERO) }, centimes(20_000)),
  })
  .map(({ naissance, regimeLocal, css, ...reste }) => ({
    ...reste,
    beneficiaire: {
      dateNaissance: naissance,
      dateAffiliation: dateCivile('2020-01-01'),
      regimeLocal,
      css,
    },
  }))

const calculer = (f: FaitsRemboursement): Decision<Remboursement, Remboursement> =>
  rembourserSoin(mutami, socle, f)

const chiffre = (motif: Motif, cle: string): number => {
  const donnee = motif.donnees[cle]
  return donnee?.type === 'montant' ? donnee.valeur : 0
}

const totalDes = (motifs: readonly Motif[], codes: RegExp, cle: string): number =>
  motifs.filter((m) => codes.test(m.code)).reduce((total, m) => total + chiffre(m, cle), 0)

describe('tout remboursement', () => {
  it('ne paie jamais plus que la dépense, et toutes les parts font la dépense', () => {
    fc.assert(
      fc.property(faits, (f) => {
        const r = valeurDe(calculer(f))
        expect(r.amo).toBeGreaterThanOrEqual(0)
        expect(r.amc).toBeGreaterThanOrEqual(0)
        expect(r.resteACharge).toBeGreaterThanOrEqual(0)
        expect(r.amo + r.regimeLocal + r.amc).toBeLessThanOrEqual(r.depense)
        const autres = f.autresRemboursements ?? ZERO
        if (r.amo + r.regimeLocal + r.amc + autres <= r.depense) expect(estEquilibre(r)).toBe(true)
        expect(somme(r.detail.map((d) => d.montant))).toBe(r.amc)
      }),
      { numRuns: 1500 },
    )
  })

  it('laisse toujours à charge la participation, la franchise et ce que la loi exclut', () => {
    fc.assert(
      fc.property(faits, (f) => {
        const decision = calculer({ ...f, autresRemboursements: ZERO })
        const r = valeurDe(decision)
        const exclu =
          totalDes(decision.motifs, /^DEPASSEMENT_EXCLU$/, 'montant') +
          totalDes(decision.motifs, /^AMO_HORS_PARCOURS$/, 'montant')
        expect(r.resteACharge).toBeGreaterThanOrEqual(r.participationForfaitaire + r.franchise + exclu)
      }),
      { numRuns: 1500 },
    )
  })

  it('se retrouve en additionnant ses étapes, chacune avec sa phrase', () => {
    fc.assert(
      fc.property(faits, (f) => {
        const decision = calculer(f)
        const r = valeurDe(decision)
        const garanti = totalDes(decision.motifs, /^(GARANTIE_|TICKET_)/, 'garanti')
        const retrait = totalDes(decision.motifs, /^(LIMITE_|PIECE_)/, 'retrait')
        expect(garanti - retrait).toBe(r.amc)
        expect(totalDes(decision.motifs, /^PART_MUTUELLE$/, 'montant')).toBe(r.amc)
        expect(
          totalDes(decision.motifs, /^AMO_TAUX$/, 'montant') -
            totalDes(decision.motifs, /^AMO_(HORS_PARCOURS|PARTICIPATION|FRANCHISE)$/, 'montant'),
        ).toBe(r.amo)
        expect(totalDes(decision.motifs, /^REGIME_LOCAL$/, 'montant')).toBe(r.regimeLocal)
        expect(totalDes(decision.motifs, /^RESTE_A_CHARGE$/, 'montant')).toBe(r.resteACharge)
        for (const motif of decision.motifs) expect(expliquerMotif(motif)).not.toBe('')
      }),
      { numRuns: 1500 },
    )
  })

  it('tient dans les plafonds qu’il annonce', () => {
    fc.assert(
      fc.property(faits, (f) => {
        for (const p of valeurDe(calculer(f)).plafonds) {
          expect(p.consommeApres).toBeLessThanOrEqual(Math.max(p.plafond, p.consommeAvant))
          expect(p.du <= f.dateSoins && f.dateSoins <= p.au).toBe(true)
        }
      }),
      { numRuns: 1500 },
    )
  })
})

describe('avant les soins', () => {
  it('simuler, c’est payer, sous toutes les formules et avec les compteurs réels', () => {
    fc.assert(
      fc.property(faits, (f) => {
        const simulations = comparerFormules(mutami, socle, f, formules)
        for (const { formule, decision } of simulations) expect(decision).toEqual(calculer({ ...f, formule }))
      }),
      { numRuns: 60 },
    )
  })

  it('les jours et les séances annoncés ne dépassent jamais leur limite', () => {
    fc.assert(
      fc.property(faits, (f) => {
        for (const q of valeurDe(calculer(f)).quantites) {
          expect(q.consommeApres).toBeGreaterThanOrEqual(q.consommeAvant)
          expect(q.consommeApres).toBeLessThanOrEqual(Math.max(q.plafond, q.consommeAvant))
        }
      }),
      { numRuns: 1500 },
    )
  })
})

describe('les lunettes', () => {
  const equipement = (f: FaitsRemboursement, elements: readonly ElementOptique[]): FaitsRemboursement => ({
    ...f,
    autresRemboursements: ZERO,
    consommations: [],
    soin: { ligne: 'optique.equipement', elements },
  })
  const cas = fc
    .record({ f: faits, elements: fc.array(element, { minLength: 1, maxLength: 3 }) })
    .filter(
      ({ elements }) =>
        elements.filter((e) => e.sorte === 'MONTURE').length <= 1 &&
        elements.filter((e) => e.sorte === 'VERRE').length <= 2,
    )

  it('ne changent pas ce qui est payé quand un élément arrive ensuite', () => {
    fc.assert(
      fc.property(cas, ({ f, elements }) => {
        const tout = valeurDe(calculer(equipement(f, elements)))
        for (let n = 1; n < elements.length; n += 1) {
          const debut = valeurDe(calculer(equipement(f, elements.slice(0, n))))
          expect(tout.detail.filter((d) => (d.element ?? 0) < n)).toEqual(debut.detail)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('se retrouvent en additionnant leurs étapes', () => {
    fc.assert(
      fc.property(cas, centimes(30_000), ({ f, elements }, autresRemboursements) => {
        const decision = calculer({ ...equipement(f, elements), autresRemboursements })
        const r = valeurDe(decision)
        const garanti = totalDes(decision.motifs, /^(GARANTIE_|TICKET_)/, 'garanti')
        const retrait = totalDes(decision.motifs, /^(LIMITE_|PIECE_)/, 'retrait')
        expect(garanti - retrait).toBe(r.amc)
        expect(totalDes(decision.motifs, /^AMO_TAUX$/, 'montant')).toBe(r.amo)
        expect(totalDes(decision.motifs, /^REGIME_LOCAL$/, 'montant')).toBe(r.regimeLocal)
        expect(r.amo + r.regimeLocal + r.amc).toBeLessThanOrEqual(r.depense)
      }),
      { numRuns: 1500 },
    )
  })

  it('avec un autre payeur connu élément par élément, chacun ne porte que sa part', () => {
    fc.assert(
      fc.property(
        cas,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3 }),
        ({ f, elements }, parts) => {
          const partages = elements.map((e, rang): ElementOptique => {
            const { depense } = e.sorte === 'MONTURE' ? e.monture : e.verre
            const libre = montant(Math.max(depense - 3_000, 0))
            const autresRemboursements = montant(Math.floor(libre * (parts[rang] ?? 0)))
            return e.sorte === 'MONTURE'
              ? { ...e, monture: { ...e.monture, autresRemboursements } }
              : { ...e, verre: { ...e.verre, autresRemboursements } }
          })
          const r = valeurDe(calculer(equipement(f, partages)))
          expect(estEquilibre(r)).toBe(true)
          const autres = partages.map(
            (e) => (e.sorte === 'MONTURE' ? e.monture : e.verre).autresRemboursements ?? ZERO,
          )
          expect(r.autresRemboursements).toBe(somme(autres))
          const seul = valeurDe(calculer(equipement(f, elements)))
          expect(r.amc).toBeLessThanOrEqual(seul.amc)
          for (const d of r.detail) {
            const e = partages[d.element ?? 0]
            if (e === undefined) throw new Error('élément inconnu')
            const { depense, autresRemboursements = ZERO } = e.sorte === 'MONTURE' ? e.monture : e.verre
            expect(d.montant + autresRemboursements).toBeLessThanOrEqual(depense)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('ne sont jamais payées plus que leur prix, élément par élément', () => {
    fc.assert(
      fc.property(cas, ({ f, elements }) => {
        const r = valeurDe(calculer(equipement(f, elements)))
        expect(estEquilibre(r)).toBe(true)
        for (const d of r.detail) {
          const e = elements[d.element ?? 0]
          if (e === undefined) throw new Error('élément inconnu')
          const { depense } = e.sorte === 'MONTURE' ? e.monture : e.verre
          expect(d.montant).toBeLessThanOrEqual(depense)
        }
      }),
      { numRuns: 1500 },
    )
  })
})

describe('un forfait', () => {
  const LIGNES_FORFAIT: readonly CodeLigne[] = [
    'optique.lentilles.forfait',
    'dentaire.actes-non-rembourses',
    'bien-etre.medecines-douces',
    'prevention.sevrage-tabagique',
    'contraception.forfait',
    'cure.hebergement-transport',
  ]

  it('ne paie pas plus en plusieurs achats qu’en un seul, sauf par séance', () => {
    const achats = fc.array(centimes(30_000), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(
        fc.constantFrom(...formules),
        fc.constantFrom(...LIGNES_FORFAIT),
        achats,
        (formule, ligne, prix) => {
          const base: FaitsRemboursement = {
            formule,
            dateSoins: dateCivile('2026-03-15'),
            beneficiaire: {
              dateNaissance: dateCivile('1980-05-05'),
              dateAffiliation: dateCivile('2020-01-01'),
            },
            soin: { ligne, depense: ZERO },
          }
          let consommations: readonly Consommation[] = []
          let verse = ZERO
          for (const depense of prix) {
            const r = valeurDe(calculer({ ...base, soin: { ligne, depense }, consommations }))
            consommations = [...consommations, ...r.consommations]
            verse = plus(verse, r.amc)
          }
          const dUnCoup = valeurDe(
            calculer({ ...base, soin: { ligne, depense: somme(prix), actes: prix.length } }),
          )
          expect(verse).toBeLessThanOrEqual(dUnCoup.amc)
        },
      ),
      { numRuns: 1500 },
    )
  })
})
