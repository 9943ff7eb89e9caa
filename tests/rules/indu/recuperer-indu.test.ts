import { describe, expect, test } from 'vitest'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { ecrireReference } from '@/lib/lexique/references'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { recupererIndu } from '@/lib/rules/indu/recuperer-indu'
import { montant } from '@/lib/rules/montant/montant'

const FAITS = {
  montant: montant(900),
  constateLe: dateCivile('2026-03-10'),
  retenueDes: dateCivile('2026-04-09'),
}

/** Mutami writes it in its article 28 (« Prestations indues ») ; the others speak of fraud or of another payer, never of this. */
describe('Une prestation versée à tort (A11)', () => {
  test.each([
    ['mutami', ['Mutami, art. 28', 'Mutami, art. 28']],
    ['mutame-smb', ['Code civil, art. 1302-1', 'Code civil, art. 1347']],
    ['mutame-plus', ['Code civil, art. 1302-1', 'Code civil, art. 1347']],
    ['mieux-etre', ['Code civil, art. 1302-1', 'Code civil, art. 1347']],
    ['ociane-collectif', ['Code civil, art. 1302-1', 'Code civil, art. 1347']],
  ] as const)('%s : se rend par son article, ou par la loi où il se tait', (code, references) => {
    const reglement = reglements[code]
    const { motifs } = recupererIndu(reglement, socle, FAITS)
    const source = { ...reglement, articles: [...reglement.articles, ...socle.articles] }
    expect(motifs.map((motif) => ecrireReference(source, motif.article))).toEqual(references)
    expect(motifs.map((motif) => expliquerMotif(motif).replace(/\u00a0/g, ' '))).toEqual([
      'Une prestation versée sans être due doit être rendue à la mutuelle : 9,00 €.',
      'Ce qui n’est pas rendu avant peut être retenu sur les remboursements suivants, à partir du 9 avril 2026.',
    ])
  })

  test('rien n’est retenu avant d’être constaté', () => {
    expect(() =>
      recupererIndu(reglements.mutami, socle, { ...FAITS, retenueDes: dateCivile('2026-03-09') }),
    ).toThrow('retenueDes')
  })
})
