import { describe, expect, it } from 'vitest'
import { couperAuxTermes, FORMES } from '@/lib/lexique/aide/formes'
import { GLOSSAIRE } from '@/lib/lexique/aide/glossaire'

const termes = (texte: string) =>
  couperAuxTermes(texte, new Set()).flatMap(({ terme, texte: dit }) =>
    terme === null ? [] : [`${dit} > ${terme}`],
  )

describe('les termes du glossaire dans une phrase', () => {
  it.each([
    ['La base de remboursement est de 30 €.', ['base de remboursement > base-de-remboursement']],
    ['Base de remboursement', ['Base de remboursement > base-de-remboursement']],
    ['Le forfait journalier est payé.', ['forfait journalier > forfait-journalier']],
    ['Un forfait, puis un forfait.', ['forfait > forfait']],
    ['Une ALD est reconnue.', ['ALD > affection-de-longue-duree']],
    ['Geraldine est couverte.', []],
    ['Les forfaitaires', []],
    [
      'La participation forfaitaire et les franchises.',
      ['participation forfaitaire > participation-forfaitaire', 'franchises > franchise'],
    ],
    ['Le ticket\u00a0modérateur', ['ticket\u00a0modérateur > ticket-moderateur']],
    ['Des lunettes du 100\u00a0% Santé', ['100\u00a0% Santé > cent-pour-cent-sante']],
  ])('A39 : « %s »', (texte, attendus) => {
    expect(termes(texte)).toEqual(attendus)
  })

  it('un terme déjà dit sur la page n’est pas relié une seconde fois', () => {
    expect(couperAuxTermes('Le devis, le décompte.', new Set(['devis']))).toEqual([
      { texte: 'Le devis, le ', terme: null },
      { texte: 'décompte', terme: 'decompte' },
      { texte: '.', terme: null },
    ])
  })

  it('coupée puis recollée, une phrase est la même', () => {
    const phrase =
      'Hors parcours, le ticket modérateur et la franchise restent à votre charge (ALD exceptée).'
    expect(
      couperAuxTermes(phrase, new Set())
        .map(({ texte }) => texte)
        .join(''),
    ).toBe(phrase)
  })

  it('chaque terme du glossaire a une façon de s’écrire dans une phrase, et aucune façon n’a deux sens', () => {
    const toutes = Object.values(FORMES).flat()
    expect(Object.keys(FORMES).sort()).toEqual(GLOSSAIRE.map(({ id }) => id).sort())
    expect(Object.values(FORMES).every((formes) => formes.length > 0)).toBe(true)
    expect(new Set(toutes).size).toBe(toutes.length)
  })
})
