import { describe, expect, test } from 'vitest'
import type { ContenuLigne } from '@/lib/flux/decomptes/format'
import { liquiderLigne } from '@/lib/flux/liquidation/decision'
import type { Assure } from '@/lib/flux/liquidation/situation'
import { mutami } from '@/lib/reglements/mutami/reglement'
import { socle } from '@/lib/reglements/socle/socle'
import { dateCivile } from '@/lib/rules/date/date-civile'

const NAISSANCE = dateCivile('2025-06-17')

const couvert = (depuis: string, formule = 'fph-3'): Assure => {
  const du = dateCivile(depuis)
  const periode = { du, au: null }
  return {
    personneId: 'enfant',
    dateNaissance: NAISSANCE,
    rattachements: [
      {
        ...periode,
        adhesionId: 'a',
        numeroAdherent: '1',
        reglement: mutami,
        adhesion: { du: dateCivile('2022-03-01'), au: null },
        formules: [{ formule, du: dateCivile('2022-03-01'), au: null }],
        suspensions: [],
      },
    ],
  }
}

const prime = (jour: string): ContenuLigne => ({
  idDecompte: 'M1',
  numeroLigne: 1,
  operation: 'PAIEMENT',
  beneficiaire: {},
  soinsDebut: jour,
  acte: { nature: 'NAISS', code: 'NAISS' },
  montants: { depense: 0, baseRemboursement: 0, tauxRO: '0', montantRO: 0 },
})

const liquidee = (assure: Assure, jour: string) =>
  liquiderLigne(
    { contenu: prime(jour), pourInformation: false, origineNonAnnulee: false, equipement: 'e' },
    assure,
    () => ({ consommations: [], elements: [] }),
    socle,
  )

describe('la prime de naissance d’un décompte', () => {
  // FPH 1 to 5: nothing, nothing, 100, 150, 200 € (annexe 2, l. 1829).
  test.each([
    ['fph-3', 10_000],
    ['fph-4', 15_000],
    ['fph-5', 20_000],
  ])('%s verse %i centimes à l’enfant inscrit le jour de sa naissance', (formule, centimes) => {
    const { etat, partage } = liquidee(couvert(NAISSANCE, formule), NAISSANCE)
    expect(etat).toBe('A_PAYER')
    expect(partage).toMatchObject({
      depense: centimes,
      partAmo: 0,
      partMutuelle: centimes,
      resteACharge: 0,
    })
  })

  test.each([
    ['2025-09-01', 'A_PAYER', [], 10_000],
    ['2025-12-17', 'A_PAYER', [], 10_000],
    ['2025-12-18', 'REFUSEE', ['HORS_DELAI'], 0],
  ])('inscrit le %s, dans les six mois ou après : %s', (depuis, etat, limites, centimes) => {
    expect(liquidee(couvert(depuis), NAISSANCE)).toMatchObject({
      etat,
      limites,
      dateSoins: NAISSANCE,
      partage: { partMutuelle: centimes },
    })
  })

  test('un acte qui n’était pas en vigueur ce jour-là ne fait pas échouer le lot', () => {
    // The bridge HBLD425 left the nomenclature on 31 December 2025.
    const contenu = { ...prime('2026-01-20'), acte: { nature: 'PFC', code: 'HBLD425' } }
    const { libelle } = liquiderLigne(
      { contenu, pourInformation: false, origineNonAnnulee: false, equipement: 'e' },
      couvert(NAISSANCE),
      () => ({ consommations: [], elements: [] }),
      socle,
    )
    expect(libelle).toBe('Prothèse fixe céramique (regroupement)')
  })

  test('jamais inscrit, l’enfant n’ouvre aucun droit', () => {
    expect(liquidee({ ...couvert(NAISSANCE), rattachements: [] }, NAISSANCE)).toMatchObject({
      etat: 'REFUSEE',
      limites: ['HORS_DROITS'],
    })
  })

  test('FPH 2 n’en verse pas, et le dit', () => {
    expect(liquidee(couvert(NAISSANCE, 'fph-2'), NAISSANCE)).toMatchObject({
      etat: 'REFUSEE',
      limites: ['NON_GARANTI'],
      partage: { depense: 0, partMutuelle: 0, resteACharge: 0 },
    })
  })

  test('au nom d’un parent, couvert avant l’événement, elle attend d’être vérifiée', () => {
    expect(liquidee({ ...couvert('2022-03-01'), dateNaissance: '1993-08-19' }, NAISSANCE).etat).toBe(
      'A_VERIFIER',
    )
  })
})
