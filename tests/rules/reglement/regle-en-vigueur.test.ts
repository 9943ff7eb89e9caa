import { describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { jourDeLAnnee } from '@/lib/rules/reglement/jour-annuel'
import { prevu, regleEnVigueur } from '@/lib/rules/reglement/regle-en-vigueur'
import { defautsDeSerie, type SerieDatee, valeurAu } from '@/lib/rules/reglement/serie-datee'

const SERIE: SerieDatee<string> = {
  nom: 'Règle d’essai',
  unite: 'règle',
  releveLe: dateCivile('2026-01-01'),
  fin: dateCivile('2025-12-31'),
  etapes: [
    { depuis: dateCivile('2020-01-01'), valeur: 'ancienne', article: 'essai/art-1' },
    { depuis: dateCivile('2024-07-01'), valeur: 'nouvelle', article: 'essai/art-2' },
  ],
}

describe('la règle en vigueur', () => {
  test.each([
    ['2020-01-01', 'ancienne'],
    ['2024-06-30', 'ancienne'],
    ['2024-07-01', 'nouvelle'],
    ['2025-12-31', 'nouvelle'],
  ])('au %s est la règle %s', (jour, attendue) => {
    expect(regleEnVigueur(SERIE, dateCivile(jour), 'essai')).toBe(attendue)
  })

  test.each(['2019-12-31', '2026-01-01'])('n’est pas connue au %s', (jour) => {
    expect(() => regleEnVigueur(SERIE, dateCivile(jour), 'essai')).toThrowError(
      expect.objectContaining({ code: 'HORS_PERIODE', message: expect.stringContaining('Règle d’essai') }),
    )
  })

  test('un sujet que la source tait est NON_PREVU, et le dit', () => {
    expect(() => regleEnVigueur(null, dateCivile('2024-01-01'), 'impayés')).toThrowError(
      expect.objectContaining({ code: 'NON_PREVU', message: expect.stringContaining('impayés') }),
    )
    expect(prevu('règle', 'impayés')).toBe('règle')
  })

  test('l’étape rendue porte son article', () => {
    expect(valeurAu(SERIE, dateCivile('2025-01-01')).article).toBe('essai/art-2')
  })
})

describe('une série saine', () => {
  test('n’a pas de défaut', () => {
    expect(defautsDeSerie(SERIE)).toEqual([])
  })

  test('se voit quand deux étapes commencent le même jour ou reculent', () => {
    const [premiere] = SERIE.etapes
    expect(defautsDeSerie({ ...SERIE, etapes: [premiere, premiere] })).toHaveLength(1)
  })

  test('se voit quand une étape commence après la fin', () => {
    expect(defautsDeSerie({ ...SERIE, fin: dateCivile('2024-06-30') })).toHaveLength(1)
    expect(defautsDeSerie({ ...SERIE, fin: dateCivile('2024-07-01') })).toEqual([])
  })
})

test('le 31 octobre existe chaque année', () => {
  expect(jourDeLAnnee({ mois: 10, jour: 31 }, 2025)).toBe('2025-10-31')
  expect(jourDeLAnnee({ mois: 1, jour: 5 }, 2024)).toBe('2024-01-05')
})
