import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type Node, parseSync, Visitor } from 'oxc-parser'
import { describe, expect, test } from 'vitest'

const suite = (lettre: string, du: number, au: number): readonly string[] =>
  Array.from({ length: au - du + 1 }, (_, i) => `${lettre}${String(du + i).padStart(2, '0')}`)

/** What is promised so far, by its number in the list of features: each is named in the title of the test that proves it. */
const DUES = [
  ...suite('A', 1, 25),
  ...suite('A', 27, 37),
  'A39',
  ...suite('G', 1, 6),
  ...['G09', 'G11', 'G12', 'G13', 'G17'],
  ...['I09', 'I10'],
  ...['T01', ...suite('T', 4, 8)],
  // Goals of reliability.
  ...suite('S-', 1, 19),
  ...suite('S-', 54, 63),
]

const NUMERO = /(?<![A-Z0-9])(?:[AGIT]|S-)\d{2}(?!\d)/g

/** `test`, `it.each(…)`, `test.describe`: the name at the root of what is called. */
function racine(noeud: Node): string {
  if (noeud.type === 'Identifier') return noeud.name
  if (noeud.type === 'MemberExpression') return racine(noeud.object)
  return noeud.type === 'CallExpression' ? racine(noeud.callee) : ''
}

const textesDe = (noeud: Node | undefined): string[] => {
  if (noeud === undefined) return []
  if (noeud.type === 'Literal') return typeof noeud.value === 'string' ? [noeud.value] : []
  return noeud.type === 'TemplateLiteral' ? [noeud.quasis.map(({ value }) => value.raw).join('…')] : []
}

/** A row of a table begins with its title. */
const titresDeTable = (noeud: Node | undefined): string[] =>
  noeud?.type === 'ArrayExpression'
    ? noeud.elements.flatMap((rangee) =>
        rangee?.type === 'ArrayExpression' ? textesDe(rangee.elements[0] ?? undefined) : [],
      )
    : []

/** The titles that a file of tests gives: written, or first in the rows of a table given to `each` or kept in a constant. */
function titres(chemin: string, texte: string): string[] {
  const { program, errors } = parseSync(chemin, texte)
  if (errors.length > 0) throw new Error(`${chemin} : ${errors[0]?.message}`)
  const lus: string[] = []
  const tables = new Map<string, string[]>()
  const nommees: string[] = []
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'Identifier' && init !== null) {
        const table =
          init.type === 'TSAsExpression' || init.type === 'TSSatisfiesExpression' ? init.expression : init
        tables.set(id.name, titresDeTable(table))
      }
    },
    CallExpression: ({ callee, arguments: [premier] }) => {
      if (!['test', 'it', 'describe'].includes(racine(callee))) return
      lus.push(...textesDe(premier), ...titresDeTable(premier))
      if (premier?.type === 'Identifier') nommees.push(premier.name)
    },
  }).visit(program)
  return [...lus, ...nommees.flatMap((nom) => tables.get(nom) ?? [])]
}

const numeros = (lus: readonly string[]): Set<string> =>
  new Set(lus.flatMap((titre) => titre.match(NUMERO) ?? []))

describe('ce qui est promis', () => {
  test('est nommé dans le titre d’un test', () => {
    const fichiers = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', 'tests'], {
      encoding: 'utf8',
    })
      .split('\n')
      .filter((chemin) => /\.(test|spec)\.ts$/.test(chemin))
    const nommes = numeros(fichiers.flatMap((chemin) => titres(chemin, readFileSync(chemin, 'utf8'))))
    expect(DUES.filter((numero) => !nommes.has(numero))).toEqual([])
  })

  test.each([
    ['un titre', `test('A04 : la page', () => {})`, ['A04']],
    ['un groupe', `test.describe('le réseau (T04)', () => {})`, ['T04']],
    ['une table', `test.each([['A16, un retrait', 1], ['sans', 2]])('%s', () => {})`, ['A16']],
    [
      'une table nommée',
      `const CAS = [['A17 : une naissance', 1]] as const\nit.each(CAS)('%s', () => {})`,
      ['A17'],
    ],
    ['un titre composé', 'test(`A39 : chaque page`, () => {})', ['A39']],
    ['un commentaire ne compte pas', `// A04\ntest('la page', () => { expect('A05').toBe('A05') })`, []],
    ['une référence plus longue non plus', `test('A041 et SA04', () => {})`, []],
  ])('%s', (_nom, texte, attendus) => {
    expect([...numeros(titres('un.test.ts', texte))]).toEqual(attendus)
  })
})
