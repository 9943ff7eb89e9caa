import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { reglements } from '@/lib/reglements/catalogue'
import { echelonnerAvance } from '@/lib/rules/aide/avancer-sante'
import { aidesPrevues, ouvrirAide } from '@/lib/rules/aide/ouvrir-aide'
import { ajouterJours, ajouterMois, dateCivile } from '@/lib/rules/date/date-civile'
import { montant, somme } from '@/lib/rules/montant/montant'
import { cas } from '@/tests/reglements/mutame-smb/aides.cas'

const smb = reglements['mutame-smb']
const JOUR = dateCivile('2026-03-17')
const COMMUNS = { dateDemande: JOUR, cotisationsAJour: true } as const
const sommes = fc.integer({ min: 1, max: 500_000 }).map(montant)

describe('les aides qu’un règlement prévoit', () => {
  test.each([
    ['mutame-smb', 11],
    ['ociane-collectif', 1],
    ['mutami', 0],
    ['mutame-plus', 0],
    ['mieux-etre', 0],
  ] as const)('%s en prévoit %i', (code, nombre) => {
    expect(aidesPrevues(reglements[code], JOUR)).toHaveLength(nombre)
  })

  test('où le texte se tait, la réponse est NON_PREVU, jamais un refus', () => {
    const union = { ...COMMUNS, aide: 'UNION', jour: JOUR, dejaVersees: 0 } as const
    for (const code of ['mutami', 'ociane-collectif'] as const)
      expect(() => ouvrirAide(reglements[code], union)).toThrowError(
        expect.objectContaining({ code: 'NON_PREVU' }),
      )
  })

  test('chaque motif d’un cas se dit en français', () => {
    for (const unCas of cas) {
      if (!('decide' in unCas)) continue
      for (const motif of unCas.decide(smb).motifs) expect(expliquerMotif(motif)).toMatch(/^\S.+\.$/)
    }
  })

  test('un événement après la demande est un fait impossible', () => {
    const union = { ...COMMUNS, aide: 'UNION', jour: ajouterJours(JOUR, 1), dejaVersees: 0 } as const
    expect(() => ouvrirAide(smb, union)).toThrowError(
      expect.objectContaining({ code: 'FAIT_INVALIDE', chemin: 'jour' }),
    )
  })
})

describe('une aide ne dépasse jamais ce que le texte laisse', () => {
  test('l’aide familiale : la moitié de la facture, ni plus que ce qui reste à payer', () => {
    fc.assert(
      fc.property(
        sommes,
        sommes,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 300 }),
        (facture, autres, heures, heuresPrises) => {
          const faits = {
            ...COMMUNS,
            aide: 'AIDE_FAMILIALE',
            jour: JOUR,
            cause: 'MALADIE',
            facture,
            autres,
            heures,
            heuresPrises,
          } as const
          const decision = ouvrirAide(smb, faits)
          if (decision.verdict !== 'ACCORDEE') return
          const { montant: du, quantite } = decision.valeur
          expect(du).toBeLessThanOrEqual(Math.ceil(facture / 2))
          expect(du).toBeLessThanOrEqual(facture - Math.min(autres, facture) + 1)
          expect(quantite + heuresPrises).toBeLessThanOrEqual(240)
        },
      ),
    )
  })

  test('les vacances d’un enfant : quarante-cinq jours dans l’année, quelle que soit la suite des séjours', () => {
    const sejour = fc.record({ jours: fc.integer({ min: 4, max: 60 }), organisme: fc.boolean() })
    fc.assert(
      fc.property(fc.array(sejour, { maxLength: 8 }), (sejours) => {
        const pris = { FAMILLE: 0, ORGANISME: 0 }
        for (const { jours, organisme } of sejours) {
          const genre = organisme ? 'ORGANISME' : 'FAMILLE'
          const debut = dateCivile('2025-07-01')
          const decision = ouvrirAide(smb, {
            ...COMMUNS,
            aide: 'VACANCES_ENFANT',
            dateNaissance: dateCivile('2015-01-01'),
            mode: organisme ? 'ORGANISME' : 'PARENTS',
            debut,
            fin: ajouterJours(debut, jours - 1),
            accordDemandeLe: null,
            joursDuGenre: pris[genre],
            joursEnTout: pris.FAMILLE + pris.ORGANISME,
          })
          if (decision.verdict === 'ACCORDEE') pris[genre] += decision.valeur.quantite
        }
        expect(pris.FAMILLE).toBeLessThanOrEqual(30)
        expect(pris.FAMILLE + pris.ORGANISME).toBeLessThanOrEqual(45)
      }),
    )
  })
})

describe('les mensualités d’une avance', () => {
  test('1 000 € en trois : 333,34 € puis 333,33 €, de mois en mois, fin de mois comprise', () => {
    expect(echelonnerAvance(montant(1_000_00), 3, dateCivile('2026-01-31'))).toEqual([
      { le: '2026-02-28', montant: 333_34 },
      { le: '2026-03-31', montant: 333_33 },
      { le: '2026-04-30', montant: 333_33 },
    ])
  })

  test('conservent la somme, se suivent, ne diffèrent que d’un centime, et finissent dans le délai', () => {
    fc.assert(
      fc.property(sommes, fc.integer({ min: 1, max: 24 }), (total, mois) => {
        const plan = echelonnerAvance(total, mois, JOUR)
        expect(somme(plan.map((m) => m.montant))).toBe(total)
        const [premier, dernier] = [plan[0], plan.at(-1)]
        expect((premier?.montant ?? 0) - (dernier?.montant ?? 0)).toBeLessThanOrEqual(1)
        expect(plan.map(({ le }) => le)).toEqual([...plan.map(({ le }) => le)].sort())
        expect(dernier?.le).toBe(ajouterMois(JOUR, mois))
      }),
    )
  })
})
