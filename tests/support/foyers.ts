import * as fc from 'fast-check'
import type { Cotisant, FaitsCotisation, Tarif } from '@/lib/rules/cotisation/regle-cotisation'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import { uneDate } from './dates'

export const unMontant = (max: number): fc.Arbitrary<Montant> =>
  fc.integer({ min: 0, max }).map((centimes) => montant(centimes))

const SANS_TARIF: Tarif = {
  base: null,
  modules: null,
  enfant: null,
  tranches: null,
  mensuel: null,
  pourcentagePmss: null,
}

const enfant = (): fc.Arbitrary<Cotisant> =>
  fc.record({
    role: fc.constant('ENFANT' as const),
    dateNaissance: uneDate('2000-01-01', '2025-12-31'),
    aCharge: fc.constant(true),
  })

/** Un adhérent, parfois un conjoint, de zéro à cinq enfants à charge ; 2025 les connaît tous. */
export const unFoyer = (): fc.Arbitrary<readonly Cotisant[]> =>
  fc
    .record({
      adherent: uneDate('1940-01-01', '2004-12-31'),
      conjoint: fc.option(
        fc.record({ naissance: uneDate('1940-01-01', '2004-12-31'), aCharge: fc.boolean() }),
      ),
      enfants: fc.array(enfant(), { maxLength: 5 }),
    })
    .map(({ adherent, conjoint, enfants }) => [
      { role: 'ADHERENT' as const, dateNaissance: adherent, aCharge: null },
      ...(conjoint === null
        ? []
        : [{ role: 'CONJOINT' as const, dateNaissance: conjoint.naissance, aCharge: conjoint.aCharge }]),
      ...enfants,
    ])

/** Formule et tarif d'un règlement, au hasard. */
export const LES_TARIFS = {
  'mutame-smb': fc.record({
    formule: fc.constantFrom(
      'mutame-eco',
      'mutame-1',
      'mutame-2',
      'mutame-3-depassements',
      'modulaire-2-3-4',
    ),
    tarif: unMontant(20_000).map((base): Tarif => ({ ...SANS_TARIF, base })),
  }),
  mutami: fc.record({
    formule: fc.constantFrom('tribu-equilibre', 'ter-2', 'fph-3', 'zen-1', 'hospi', 'amse-4'),
    tarif: fc.tuple(unMontant(9_000), unMontant(9_000), unMontant(9_000)).map(
      ([enfants, jeunes, autres]): Tarif => ({
        ...SANS_TARIF,
        enfant: enfants,
        tranches: [
          { de: 0, a: 29, mensuel: jeunes },
          { de: 30, a: null, mensuel: autres },
        ],
      }),
    ),
  }),
  'ociane-collectif': fc.record({
    formule: fc.constantFrom('panier-ani', 'option-1'),
    tarif: fc.oneof(
      fc.tuple(unMontant(9_000), unMontant(9_000), unMontant(9_000)).map(
        ([ADHERENT, CONJOINT, ENFANT]): Tarif => ({
          ...SANS_TARIF,
          mensuel: { ADHERENT, CONJOINT, ENFANT },
        }),
      ),
      fc.integer({ min: 0, max: 50_000 }).map((n): Tarif => ({ ...SANS_TARIF, pourcentagePmss: n / 10_000 })),
    ),
  }),
} as const

export type AvecTarif = keyof typeof LES_TARIFS

/** Des faits de 2025 que ce règlement sait lire. */
export const desFaits = (code: AvecTarif): fc.Arbitrary<FaitsCotisation> =>
  fc
    .record({
      tarif: LES_TARIFS[code],
      beneficiaires: unFoyer(),
      dateEffet: fc.option(uneDate('2024-06-01', '2025-12-31')),
      periodicite: fc.constantFrom('MENSUELLE', 'TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE', null),
      primoAdhesion: fc.boolean(),
      anneesNonCotisees: fc.option(fc.integer({ min: 0, max: 4 })),
    })
    .map(({ tarif, anneesNonCotisees, ...faits }) => ({
      ...faits,
      ...tarif,
      annee: 2025,
      primoAdhesion: faits.primoAdhesion && faits.dateEffet !== null,
      mutualisation: null,
      anneesNonCotisees: (faits.beneficiaires[0]?.dateNaissance ?? '') < '1991' ? anneesNonCotisees : null,
      priseDePosteFonctionPublique: null,
      participationEmployeur: null,
    }))
