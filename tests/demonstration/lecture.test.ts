import { describe, expect, test } from 'vitest'
import { validerLigne } from '@/lib/flux/decomptes/validation'
import { lirePortefeuille } from '@/lib/flux/portefeuille/lecture'
import { fluxDemonstration } from '@/prisma/demonstration/flux'
import { portefeuilleDemonstration } from '@/prisma/demonstration/portefeuille'

describe('ce que le produit lit de la démonstration', () => {
  test('le portefeuille est lu sans une seule erreur', () => {
    const { lignes, erreurs } = lirePortefeuille(new TextEncoder().encode(portefeuilleDemonstration()))
    expect(erreurs).toEqual([])
    // 13 adhésions, 14 formules (one family changed), 29 people, 26 RIBs, 13 ways of paying and 10 mandates (three families pay by cheque).
    expect(lignes).toHaveLength(13 + 14 + 29 + 26 + 13 + 10)
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
