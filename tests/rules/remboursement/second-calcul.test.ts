import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrireMontant, montant, ZERO } from '@/lib/rules/montant/montant'
import type { ElementOptique, FaitsRemboursement, Soin } from '@/lib/rules/remboursement/faits'
import { ouvrirFormule } from '@/lib/rules/remboursement/formule'
import type { Garantie } from '@/lib/rules/remboursement/garantie'
import { type CodeLigne, estCodeLigne } from '@/lib/rules/remboursement/lignes'
import { rembourserSoin } from '@/lib/rules/remboursement/rembourser-soin'
import { valeurDe } from '../../support/remboursement'
import { LIGNES_RECALCULEES, recalculer } from '../../support/second-calcul'

// Beaucoup de tirages : une machine chargée met plus que les cinq secondes ordinaires.
vi.setConfig({ testTimeout: 60_000 })

const mutami = reglements.mutami
const tables = mutami.garanties?.tables ?? []
const centimes = (max: number) => fc.integer({ min: 0, max }).map((n) => montant(n))
const date = (...textes: string[]) => fc.constantFrom(...textes).map((t) => dateCivile(t))
const rare = fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true))

describe('le moteur et un second calcul en décimaux', () => {
  const lignes = Object.keys(LIGNES_RECALCULEES).filter(estCodeLigne)
  const formules = ['jeune', 'tribu', 'aine', 'ter', 'fph'].flatMap((gamme) =>
    tables.filter((t) => t.gamme === gamme).flatMap((t) => t.formules.map((f) => f.id)),
  )
  const faits: fc.Arbitrary<FaitsRemboursement & { ligne: CodeLigne }> = fc
    .record({
      formule: fc.constantFrom(...formules),
      ligne: fc.constantFrom(...lignes),
      dateSoins: date('2025-01-01', '2025-12-31', '2026-03-15'),
      naissance: date('1950-01-01', '1980-05-05', '2008-02-01', '2013-06-30'),
      regimeLocal: rare,
      css: rare,
      depense: centimes(100_000),
      brss: centimes(40_000),
      taux: fc.constantFrom(15, 30, 65),
      parcours: rare,
      exonerationTm: rare,
      accidentTravail: rare,
      joursDeSoins: fc.integer({ min: 1, max: 3 }),
      boites: fc.integer({ min: 0, max: 9 }),
      actes: fc.integer({ min: 1, max: 6 }),
      trajets: fc.integer({ min: 1, max: 4 }),
      pris: centimes(30_000),
      autresRemboursements: fc.oneof({ weight: 3, arbitrary: fc.constant(ZERO) }, centimes(10_000)),
    })
    .map(({ ligne, naissance, regimeLocal, css, taux, parcours, pris, ...r }) => {
      const medicament = ligne === 'pharmacie.remboursee'
      const soin: Soin = {
        ligne,
        depense: r.depense,
        brss: r.brss,
        ...(medicament ? { tauxAmo: taux } : {}),
        parcours: !parcours || naissance > '2009',
        exonerationTm: r.exonerationTm,
        accidentTravail: r.accidentTravail,
        joursDeSoins: r.joursDeSoins,
        boites: r.boites,
        actes: r.actes,
        trajets: r.trajets,
      }
      return {
        ligne,
        formule: r.formule,
        dateSoins: r.dateSoins,
        beneficiaire: { dateNaissance: naissance, regimeLocal, css },
        soin,
        consommations: [{ ligne, date: r.dateSoins, montant: pris }],
        autresRemboursements: r.autresRemboursements,
      }
    })

  it('tombent d’accord au centime', () => {
    const vus = new Set<string>()
    fc.assert(
      fc.property(faits, ({ ligne, ...f }) => {
        const ouverte = ouvrirFormule(mutami, f.formule, f.dateSoins).rangees.get(ligne)
        const garantie: Garantie = ouverte?.garantie ?? { type: 'non-garanti' }
        const r = valeurDe(rembourserSoin(mutami, socle, f))
        vus.add(garantie.type)
        expect({
          amo: ecrireMontant(r.amo),
          regimeLocal: ecrireMontant(r.regimeLocal),
          amc: ecrireMontant(r.amc),
          resteACharge: ecrireMontant(r.resteACharge),
        }).toEqual(recalculer(garantie, ligne, f))
      }),
      { numRuns: 1500 },
    )
    expect([...vus].sort()).toEqual(['forfait-annuel', 'forfait-par-seance', 'non-garanti', 'pourcentage-br'])
  })
})

describe('une formule dont les cases ne sont pas plus basses', () => {
  /** Paires de formules voisines d'une gamme, et les lignes où le tableau imprime une baisse ou un plafond nouveau. */
  const paires = tables.flatMap((table) =>
    table.formules.slice(1).map((suivante, i) => [table.formules[i]?.id ?? '', suivante.id] as const),
  )
  const EXCLUES: readonly (readonly [string, CodeLigne])[] = [
    ['aine-equilibre', 'dentaire.soins'],
    // « - » sans plafond imprimé devant un plafond annuel de la formule suivante.
    ['jeune-essentiel', 'dentaire.prothese'],
    ['aine-essentiel', 'dentaire.prothese'],
  ]
  const LIGNES: readonly CodeLigne[] = Object.keys(socle.lignes)
    .filter(estCodeLigne)
    .filter(
      (l) => !/^(services|prevoyance)|plafond-depassements|prime|optique\.(equipement|monture|verre)/.test(l),
    )
  const verre = fc.record({
    monture: fc.boolean(),
    type: fc.constantFrom('SIMPLE', 'COMPLEXE', 'TRES_COMPLEXE'),
    classe: fc.constantFrom('A', 'B'),
    depense: centimes(60_000),
    brss: centimes(2_000),
    prixLimite: centimes(60_000),
  })
  const lunettes: fc.Arbitrary<Soin> = fc.array(verre, { minLength: 1, maxLength: 2 }).map((elements) => ({
    ligne: 'optique.equipement' as const,
    elements: elements.map(
      ({ monture, type, ...reste }, rang): ElementOptique =>
        monture && rang === 0
          ? { sorte: 'MONTURE', monture: reste }
          : { sorte: 'VERRE', verre: { ...reste, type } },
    ),
  }))
  const simple: fc.Arbitrary<Soin> = fc.record({
    ligne: fc.constantFrom(...LIGNES),
    depense: centimes(200_000),
    brss: centimes(50_000),
    tauxAmo: fc.constantFrom(15, 30, 60, 65, 70, 100),
    facture: rare.map((b) => !b),
    actes: fc.integer({ min: 1, max: 4 }),
    jours: fc.integer({ min: 1, max: 70 }),
    etablissement: fc.constantFrom('MCO', 'SPECIALISE', 'MATERNITE'),
    oeil: fc.constant('DROIT' as const),
    oreille: fc.constant('DROITE' as const),
    appareil: fc.constantFrom('PETIT', 'GRAND'),
    panier: fc.constantFrom('MAITRISE', 'LIBRE'),
    prixLimite: centimes(150_000),
  })

  it('ne paie jamais moins', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...paires),
        fc.oneof(simple, lunettes),
        fc.constantFrom(...LIGNES, 'dentaire.plafond-depassements' as const),
        centimes(60_000),
        ([basse, haute], soin, ligne, pris) => {
          if (EXCLUES.some(([formule, l]) => formule === basse && l === soin.ligne)) return
          const calculer = (formule: string) =>
            valeurDe(
              rembourserSoin(mutami, socle, {
                formule,
                dateSoins: dateCivile('2026-03-15'),
                beneficiaire: {
                  dateNaissance: dateCivile('1950-05-05'),
                  dateAffiliation: dateCivile('2020-01-01'),
                },
                soin,
                consommations: [{ ligne, date: dateCivile('2026-01-02'), montant: pris, quantite: 3 }],
              }),
            ).amc
          expect(calculer(haute)).toBeGreaterThanOrEqual(calculer(basse))
        },
      ),
      { numRuns: 1500 },
    )
  })
})
