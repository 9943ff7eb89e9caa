import { describe, expect, test } from 'vitest'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { acteAu } from '@/lib/rules/remboursement/nomenclature'
import { acteVersLigne } from '@/lib/rules/remboursement/poste'
import { acte, codesActes } from '@/prisma/demonstration/actes'
import { lignesDemonstration } from '@/prisma/demonstration/flux'

const tribu = reglements.mutami.garanties?.tables.find((t) => t.gamme === 'tribu')
const produites = lignesDemonstration().filter((l) => !l.montre.includes('LIGNE_INVALIDE'))

describe('les actes de la démonstration', () => {
  test.each([...codesActes])('%s a partout le tarif du relevé des actes', (code) => {
    for (const [du, tarif] of acte(code).tarifs) {
      const jour = dateCivile(du < '2024-03-18' ? '2024-03-18' : du)
      expect(acteAu(socle.nomenclature, code, jour)?.base).toBe(tarif)
    }
  })

  test('chaque ligne trouve sa place dans le tableau de la gamme', () => {
    if (tribu === undefined) throw new Error('la gamme manque')
    const sansPlace = produites.filter(
      ({ ligne }) =>
        acteVersLigne(socle, tribu, {
          code: ligne.acte.code,
          dateSoins: dateCivile(ligne.soinsDebut),
          conventionnement: ligne.executant.conventionnement ?? null,
          pendantSejour: false,
        }) === null,
    )
    expect([...new Set(sansPlace.map((l) => l.ligne.acte.code))]).toEqual([])
  })
})
