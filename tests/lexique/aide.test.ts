import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GLOSSAIRE } from '@/lib/lexique/aide/glossaire'
import { texteCherche } from '@/lib/lexique/aide/recherche'
import { THEMES } from '@/lib/lexique/aide/toute-l-aide'

const QUESTIONS = THEMES.flatMap(({ questions }) => questions)
const TEXTES = [
  ...QUESTIONS.map(({ id, reponse }) => ({ id, lignes: reponse })),
  ...GLOSSAIRE.map(({ id, sens }) => ({ id, lignes: sens })),
]

/** Une page du produit, quel que soit le groupe de routes où elle est rangée. */
function pageExiste(href: string): boolean {
  const racines = [
    'app',
    ...readdirSync('app').flatMap((nom) => (nom.startsWith('(') ? [join('app', nom)] : [])),
  ]
  return racines.some((racine) => existsSync(join(racine, href, 'page.tsx')))
}

test('A39 : chaque identifiant de l’aide est unique, et rangé', () => {
  const ids = texteCherche().map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const noms = GLOSSAIRE.map(({ nom }) => nom.replace(/^100 % /, 'Cent '))
  expect(noms).toEqual([...noms].sort((a, b) => a.localeCompare(b, 'fr')))
})

test('A39 : chaque lien de l’aide mène à une page qui existe', () => {
  const liens = QUESTIONS.flatMap(({ id, liens }) => liens.map(({ href }) => ({ id, href })))
  expect(liens.filter(({ href }) => !pageExiste(href))).toEqual([])
})

test('A39 : aucun montant légal n’est écrit à la main dans un texte', () => {
  // Seuil du devis écrit obligatoire : arrêté du 2 octobre 2008, il ne suit aucun paramètre du calcul.
  const permis = /Au-delà de 70 €|au-delà de 70 €/g
  const fautifs = TEXTES.filter(({ lignes }) =>
    /\d\s?(?:€|euros)/.test(lignes.join(' ').replaceAll(permis, '')),
  )
  expect(fautifs.map(({ id }) => id)).toEqual([])
})

test.each([
  ['hopital', '/adherent/demandes/hospitalisation'],
  ['reclamation', '/adherent/demandes/reclamation'],
  ['envoyer-une-facture', '/adherent/demandes/remboursement'],
  ['deux-mutuelles', '/adherent/demandes/remboursement'],
  ['enfant-majeur', '/adherent/demandes/preuve'],
])('A39 : la réponse « %s » mène à la page qui le fait, %s', (id, href) => {
  const liens = QUESTIONS.find((question) => question.id === id)?.liens.map((lien) => lien.href) ?? []
  expect(liens.slice(0, 2)).toContain(href)
  expect(liens).not.toContain('/adherent/documents/envoyer')
})
