import { describe, expect, test } from 'vitest'
import { validerLigne } from '@/lib/flux/decomptes/validation'
import { lirePortefeuille } from '@/lib/flux/portefeuille/lecture'
import { fluxDemonstration } from '@/prisma/demonstration/flux'
import { portefeuilleDemonstration } from '@/prisma/demonstration/portefeuille'

describe('ce que le produit lit de la démonstration', () => {
  test('le portefeuille est lu sans une seule erreur', () => {
    const { lignes, erreurs } = lirePortefeuille(new TextEncoder().encode(portefeuilleDemonstration()))
    expect(erreurs).toEqual([])
    // 28 adhésions (one family has two), 37 formules (nine families changed), 57 people of whom two twice, 56 RIBs,
    // 28 ways of paying, 23 mandates (five families pay by cheque).
    expect(lignes).toHaveLength(28 + 37 + 59 + 56 + 28 + 23)
  })

  test('seule la ligne datée du 30 février est refusée', () => {
    const refus = fluxDemonstration().flatMap(({ json }) => {
      const { lignes, ...enveloppe } = JSON.parse(json)
      return lignes.flatMap((ligne: unknown) => {
        const lue = validerLigne(ligne, enveloppe)
        return 'anomalie' in lue ? [lue.anomalie] : []
      })
    })
    expect(refus).toEqual([expect.objectContaining({ motif: 'DATE_INEXISTANTE', chemin: 'soinsDebut' })])
  })
})
