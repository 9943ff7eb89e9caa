import { describe, expect, test } from 'vitest'
import { validerLigne } from '@/lib/flux/decomptes/validation'
import { lirePortefeuille } from '@/lib/flux/portefeuille/lecture'
import { fluxDemonstration } from '@/prisma/demonstration/flux'
import { portefeuilleDemonstration } from '@/prisma/demonstration/portefeuille'

describe('ce que le produit lit de la démonstration', () => {
  test('le portefeuille est lu sans une seule erreur', () => {
    const { lignes, erreurs } = lirePortefeuille(new TextEncoder().encode(portefeuilleDemonstration()))
    expect(erreurs).toEqual([])
    // 40 adhésions (one family has two), 50 formules (twelve families changed, two have none), 85 people of whom two twice, 74 RIBs
    // (two a contract, one where the employer pays or nothing is known), 38 ways of paying, 28 mandates (six families pay by cheque,
    // four through their employer).
    expect(lignes).toHaveLength(40 + 50 + 87 + 74 + 38 + 28)
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
