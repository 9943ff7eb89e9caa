import { describe, expect, test } from 'vitest'
import {
  budgetsDepasses,
  castsDansLesRegles,
  echappatoires,
  importsInterdits,
  mutuellesNommees,
  nomsInterdits,
} from './regles'
import { analyser, lireArbre } from './source'

const arbre = lireArbre()
const produit = arbre.filter((f) => !f.chemin.startsWith('tests/'))

describe('la maison', () => {
  test('les imports suivent la flèche app, scripts → components, services → reglements → rules', () => {
    expect(importsInterdits(arbre)).toEqual([])
  })
  test('les noms de fichiers sont ceux de la liste', () => {
    expect(nomsInterdits(arbre)).toEqual([])
  })
  test("aucune mutuelle n'est nommée hors de son dossier", () => {
    expect(mutuellesNommees(produit)).toEqual([])
  })
  test("il n'y a ni any, ni assertion non nulle, ni règle désactivée", () => {
    expect(echappatoires(arbre)).toEqual([])
  })
  test('les budgets de taille sont tenus', () => {
    expect(budgetsDepasses(arbre)).toEqual([])
  })
  test('les règles ne convertissent un type que dans un constructeur de marque', () => {
    expect(castsDansLesRegles(arbre)).toEqual([])
  })
  test("l'arbre lu n'est pas vide", () => {
    expect(arbre.length).toBeGreaterThan(20)
  })
})

describe('des violations plantées sont vues', () => {
  const plante = (chemin: string, texte: string) => [analyser(chemin, texte)]
  const longue = `export function f() {\n${Array.from({ length: 80 }, (_, i) => `  console.log(${i})`).join('\n')}\n}\n`

  test.each([
    [
      'une règle qui lit un règlement',
      'lib/rules/option/x.ts',
      "import { a } from '@/lib/reglements/catalogue'",
    ],
    ['une règle qui importe un paquet', 'lib/rules/option/x.ts', "import { z } from 'zod'"],
    ['date-fns hors de rules/date', 'lib/rules/option/x.ts', "import { addDays } from 'date-fns'"],
    ['decimal.js hors de rules/montant', 'lib/rules/date/x.ts', "import { Decimal } from 'decimal.js'"],
    ['un règlement qui en lit un autre', 'lib/reglements/a/articles.ts', "import { x } from '../b/articles'"],
    ['un composant qui touche la base', 'components/x/y.tsx', "import { lire } from '@/lib/server/db'"],
    ['un composant qui appelle une route', 'components/x/y.tsx', "import Page from '../../app/page'"],
    [
      'un composant qui lit des données',
      'components/x/y.tsx',
      "import { charger } from '@/lib/services/compte/data'",
    ],
    ['une vue qui lit la base', 'lib/services/compte/view.ts', "import { lire } from '@/lib/server/db'"],
    [
      'une route qui appelle Prisma',
      'app/page.tsx',
      "import { PrismaClient } from '@/generated/prisma/client'",
    ],
    [
      'une route qui calcule une règle',
      'app/page.tsx',
      "import { f } from '@/lib/rules/remboursement/rembourser-soin'",
    ],
    [
      'un import dynamique interdit',
      'lib/rules/option/x.ts',
      "export const f = () => import('../../server/db')",
    ],
    ['une réexportation interdite', 'lib/rules/option/x.ts', "export { lire } from '../../server/db'"],
    ['un fichier hors de toute rangée', 'divers/x.ts', 'export const a = 1'],
  ])('%s', (_nom, chemin, texte) => {
    expect(importsInterdits(plante(chemin, texte))).toHaveLength(1)
  })

  test.each([
    ['un fourre-tout', 'lib/server/utils.ts'],
    ['un baril', 'lib/rules/option/index.ts'],
    ['une majuscule', 'components/ui/Bouton.tsx'],
    ['un nom inventé de service', 'lib/services/compte/manager.ts'],
    ['un nom inventé de règlement', 'lib/reglements/mutami/calculs.ts'],
  ])('%s', (_nom, chemin) => {
    expect(nomsInterdits(plante(chemin, 'export const a = 1'))).toHaveLength(1)
  })

  test('une mutuelle nommée dans une règle, un any, une fonction trop longue, une conversion, une règle désactivée', () => {
    expect(mutuellesNommees(plante('lib/rules/x/y.ts', "export const a = 'mutami'"))).toHaveLength(1)
    expect(echappatoires(plante('lib/x.ts', 'export const a = (b: any) => b'))).toHaveLength(1)
    expect(echappatoires(plante('lib/x.ts', '// @ts-ignore\nexport const a = 1'))).toHaveLength(1)
    expect(echappatoires(plante('lib/x.ts', 'export const a = (b: { c?: number }) => b.c!'))).toHaveLength(1)
    expect(budgetsDepasses(plante('lib/rules/x/y.ts', longue))).toHaveLength(1)
    expect(budgetsDepasses(plante('lib/server/y.ts', longue))).toHaveLength(1)
    expect(
      castsDansLesRegles(plante('lib/rules/x/y.ts', 'export const a = 1 as unknown as string')),
    ).toHaveLength(1)
  })

  test('un import permis, un as const et un commentaire long ne sont pas des violations', () => {
    const permis = plante('lib/services/compte/data.ts', "import { lire } from '@/lib/server/db'")
    expect(importsInterdits(permis)).toEqual([])
    expect(castsDansLesRegles(plante('lib/rules/x/y.ts', "export const a = ['b'] as const"))).toEqual([])
    const commente = `export function f() {\n${'  // un commentaire\n'.repeat(80)}  return 1\n}\n`
    expect(budgetsDepasses(plante('lib/rules/x/y.ts', commente))).toEqual([])
  })
})
