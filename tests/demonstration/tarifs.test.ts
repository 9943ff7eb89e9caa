import { describe, expect, test } from 'vitest'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { cotiser } from '@/lib/rules/cotisation/cotiser'
import type { Tarif } from '@/lib/rules/cotisation/regle-cotisation'
import { verifierGrille } from '@/lib/rules/cotisation/verifier-grille'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import { listerFormules } from '@/lib/rules/remboursement/formule'
import { grilleSchema } from '@/lib/services/tarif/schema'
import { tarifs } from '@/prisma/demonstration/tarifs'
import organisme from '../../organisme.json'

const grilles = tarifs.map((ecrite) => grilleSchema.parse(ecrite))
const parCode = new Map(Object.entries(reglements))
const reglementDe = (code: string) => {
  const reglement = parCode.get(code)
  if (reglement === undefined) throw new Error(`règlement inconnu : ${code}`)
  return reglement
}

describe('les grilles de la démonstration', () => {
  test.each([2024, 2025, 2026])(
    'en %i, chaque formule dont le règlement fixe la cotisation a une grille, et une seule',
    (annee) => {
      const tarifes = organisme.reglements.filter((code) => reglementDe(code).cotisation !== null)
      expect(tarifes).toEqual(['mutami', 'mutame-smb', 'ociane-collectif'])
      for (const code of tarifes) {
        const formules = grilles
          .filter((g) => g.annee === annee && g.reglement === code)
          .map((g) => g.formule)
        expect([...formules].sort()).toEqual([...listerFormules(reglementDe(code))].sort())
      }
    },
  )

  test('toutes se disent inventées et donnent un tarif à tous les âges', () => {
    for (const grille of grilles) {
      expect(grille.demonstration).toBe(true)
      expect(() => verifierGrille(reglementDe(grille.reglement), grille)).not.toThrow()
    }
  })

  test('le tarif monte avec l’âge, et l’enfant paie moins que tous', () => {
    for (const { tarif, formule } of grilles.filter((g) => g.tarif.tranches !== null)) {
      const montants = [tarif.enfant, ...(tarif.tranches ?? []).map(({ mensuel }) => mensuel)].map(Number)
      expect(montants, formule).toEqual([...montants].sort((a, b) => a - b))
      expect(new Set(montants).size, formule).toBe(montants.length)
    }
  })

  test('une famille de la démonstration cotise : 44,20 à 40 ans en 2026, et deux enfants à 21,20 €', () => {
    const grille = grilles.find(({ formule, annee }) => formule === 'tribu-equilibre' && annee === 2026)
    if (grille === undefined) throw new Error('grille absente')
    const decision = cotiser(reglements.mutami, socle, {
      annee: 2026,
      formule: grille.formule,
      tarif: grille.tarif,
      beneficiaires: ['1985-05-05', '2015-05-05', '2018-05-05', '2020-05-05'].map((naissance, rang) => ({
        role: rang === 0 ? ('ADHERENT' as const) : ('ENFANT' as const),
        dateNaissance: dateCivile(naissance),
        aCharge: null,
      })),
      dateEffet: null,
      periodicite: null,
      primoAdhesion: null,
      mutualisation: null,
      anneesNonCotisees: null,
      priseDePosteFonctionPublique: null,
      participationEmployeur: null,
    })
    // 44,20 + 21,20 + 21,20 + gratuit
    expect(decision).toMatchObject({ verdict: 'ACCORDEE', valeur: { mensuelle: 8660 } })
  })
})

describe('une grille qu’on saisit', () => {
  const vide: Tarif = {
    base: null,
    modules: null,
    enfant: null,
    tranches: null,
    mensuel: null,
    pourcentagePmss: null,
  }
  const DIX = montant(1000)

  test.each([
    [
      'un trou entre deux âges',
      'mutami',
      'tribu-equilibre',
      { enfant: DIX, tranches: [{ de: 0, a: 60, mensuel: DIX }] },
      'tarif.tranches',
    ],
    [
      'sans tarif enfant',
      'mutami',
      'tribu-equilibre',
      { tranches: [{ de: 0, a: null, mensuel: DIX }] },
      'tarif.enfant',
    ],
    [
      'qui n’atteint pas 16 ans',
      'mutami',
      'ter-1',
      { enfant: DIX, tranches: [{ de: 17, a: null, mensuel: DIX }] },
      'tarif.tranches',
    ],
    [
      'dont une tranche passe 120 ans',
      'mutami',
      'ter-1',
      {
        enfant: DIX,
        tranches: [
          { de: 0, a: 120, mensuel: DIX },
          { de: 121, a: null, mensuel: DIX },
        ],
      },
      'tarif.tranches',
    ],
    ['d’une autre forme', 'mutami', 'ter-1', { base: DIX }, 'tarif.base'],
    ['sans base', 'mutame-smb', 'mutame-1', {}, 'tarif.base'],
    [
      'sans tarif de conjoint',
      'ociane-collectif',
      'panier-ani',
      { mensuel: { ADHERENT: DIX, CONJOINT: null, ENFANT: DIX } },
      'tarif.mensuel.CONJOINT',
    ],
    ['sans montant ni pourcentage', 'ociane-collectif', 'panier-ani', {}, 'tarif.pourcentagePmss'],
  ] as const)('%s est refusée', (_, code, formule, tarif, chemin) => {
    expect(() =>
      verifierGrille(reglements[code], { annee: 2026, formule, tarif: { ...vide, ...tarif } }),
    ).toThrowError(expect.objectContaining({ code: 'FAIT_INVALIDE', chemin }))
  })

  test.each([
    ['mutame-smb', 'modulaire-1-2-2', { modules: [DIX, DIX, DIX] }],
    ['ociane-collectif', 'option-1', { pourcentagePmss: 1.5 }],
    ['ociane-collectif', 'option-1', { mensuel: { ADHERENT: DIX, CONJOINT: DIX, ENFANT: DIX } }],
  ] as const)('une grille complète de %s passe', (code, formule, tarif) => {
    expect(() =>
      verifierGrille(reglements[code], { annee: 2026, formule, tarif: { ...vide, ...tarif } }),
    ).not.toThrow()
  })

  test('une formule inconnue, un règlement muet', () => {
    const grille = { annee: 2026, formule: 'tribu', tarif: { ...vide, base: DIX } }
    expect(() => verifierGrille(reglements.mutami, grille)).toThrowError(
      expect.objectContaining({ code: 'FORMULE_INCONNUE' }),
    )
    expect(() => verifierGrille(reglements['mutame-plus'], grille)).toThrowError(
      expect.objectContaining({ code: 'NON_PREVU' }),
    )
  })
})
