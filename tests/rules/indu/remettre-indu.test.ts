import { describe, expect, test } from 'vitest'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { ecrireReference } from '@/lib/lexique/references'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { remettreIndu } from '@/lib/rules/indu/remettre-indu'
import { montant } from '@/lib/rules/montant/montant'

/** No règlement speaks of giving up a debt: the Code civil does, article 1350. */
describe('Une somme à laquelle la mutuelle renonce (A37)', () => {
  test('n’est plus due, par la remise de dette du Code civil', () => {
    const { motifs } = remettreIndu(socle, montant(900))
    const source = { ...reglements.mutami, articles: socle.articles }
    expect(motifs.map((motif) => ecrireReference(source, motif.article))).toEqual(['Code civil, art. 1350'])
    expect(motifs.map((motif) => expliquerMotif(motif).replace(/\u00a0/g, ' '))).toEqual([
      'La mutuelle renonce à 9,00 € : cette somme n’est plus à rendre.',
    ])
  })

  test('est une somme : renoncer à rien n’est pas une décision', () => {
    expect(() => remettreIndu(socle, montant(0))).toThrow('remis')
  })
})
