import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { type Node, parseSync, Visitor } from 'oxc-parser'

/** A source file as the architecture rules see it. Paths are relative to the root, with forward slashes. */
export interface Fichier {
  readonly chemin: string
  readonly imports: readonly Import[]
  readonly fonctions: readonly { readonly nom: string; readonly lignes: number }[]
  readonly lignes: number
  readonly any: number
  readonly casts: number
  readonly nonNull: number
  readonly chaines: readonly string[]
  readonly commentaires: readonly string[]
}

export interface Import {
  /** Root-relative path without extension for our own files, the bare name for a package. */
  readonly cible: string
  readonly interne: boolean
  readonly typeSeul: boolean
}

const RACINES = ['app', 'components', 'lib', 'scripts', 'prisma', 'tests']

/** Every TypeScript file of the tree that git tracks or would track. */
export function lireArbre(): Fichier[] {
  const liste = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...RACINES, '*.ts'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return [...new Set(liste.split('\n'))]
    .filter((chemin) => /\.(ts|tsx|mts)$/.test(chemin))
    .flatMap((chemin) => {
      try {
        return [analyser(chemin, readFileSync(chemin, 'utf8'))]
      } catch (erreur) {
        if ((erreur as NodeJS.ErrnoException).code === 'ENOENT') return []
        throw erreur
      }
    })
}

/** Parses one file. @throws {Error} on a syntax error. */
export function analyser(chemin: string, texte: string): Fichier {
  const { program, module, comments, errors } = parseSync(chemin, texte)
  if (errors.length > 0) throw new Error(`${chemin} : ${errors[0]?.message}`)
  const vides = lignesVides(texte, comments)
  const compter = (debut: number, fin: number) => lignesDeCode(texte, debut, fin, vides)
  const vu = { any: 0, casts: 0, nonNull: 0 }
  const chaines: string[] = []
  const fonctions: { nom: string; lignes: number }[] = []
  const noter = (noeud: { start: number; end: number }, nom: string) =>
    fonctions.push({ nom, lignes: compter(noeud.start, noeud.end) })
  new Visitor({
    TSAnyKeyword: () => {
      vu.any += 1
    },
    TSNonNullExpression: () => {
      vu.nonNull += 1
    },
    TSAsExpression: (noeud) => {
      if (!estConst(noeud.typeAnnotation)) vu.casts += 1
    },
    Literal: (noeud) => {
      if (typeof noeud.value === 'string') chaines.push(noeud.value)
    },
    TemplateElement: (noeud) => void chaines.push(noeud.value.raw),
    FunctionDeclaration: (noeud) => void noter(noeud, noeud.id?.name ?? 'anonyme'),
    FunctionExpression: (noeud) => void noter(noeud, noeud.id?.name ?? 'anonyme'),
    ArrowFunctionExpression: (noeud) => void noter(noeud, 'fléchée'),
  }).visit(program)
  return {
    chemin,
    imports: [...importsStatiques(chemin, module), ...importsDynamiques(chemin, texte, module)],
    fonctions,
    lignes: compter(0, texte.length),
    ...vu,
    chaines,
    commentaires: comments.map((commentaire) => commentaire.value),
  }
}

type Module = ReturnType<typeof parseSync>['module']

function importsStatiques(chemin: string, module: Module): Import[] {
  const entrees = module.staticImports.map((i) => ({
    demande: i.moduleRequest.value,
    typeSeul: i.entries.length > 0 && i.entries.every((entree) => entree.isType),
  }))
  const sorties = module.staticExports.flatMap((e) =>
    e.entries.flatMap((entree) =>
      entree.moduleRequest === null ? [] : [{ demande: entree.moduleRequest.value, typeSeul: entree.isType }],
    ),
  )
  return [...entrees, ...sorties].map(({ demande, typeSeul }) => ({ ...resoudre(chemin, demande), typeSeul }))
}

function importsDynamiques(chemin: string, texte: string, module: Module): Import[] {
  return module.dynamicImports.flatMap((i) => {
    const demande = /^['"`]([^'"`$]+)['"`]$/.exec(
      texte.slice(i.moduleRequest.start, i.moduleRequest.end),
    )?.[1]
    return demande === undefined ? [] : [{ ...resoudre(chemin, demande), typeSeul: false }]
  })
}

function resoudre(chemin: string, demande: string): { cible: string; interne: boolean } {
  const sansExtension = (cible: string) => cible.replace(/\.(ts|tsx|mts|js|mjs)$/, '')
  if (demande.startsWith('@/')) return { cible: sansExtension(demande.slice(2)), interne: true }
  if (demande.startsWith('.'))
    return { cible: sansExtension(normalize(join(dirname(chemin), demande))), interne: true }
  return { cible: demande, interne: false }
}

const estConst = (type: Node): boolean =>
  type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'

/** Offsets at which lines are blank or comment only, as a set of line starts. */
function lignesVides(texte: string, commentaires: readonly { start: number; end: number }[]): Set<number> {
  const caracteres = texte.split('')
  for (const { start, end } of commentaires) {
    for (let i = start; i < end; i += 1) if (caracteres[i] !== '\n') caracteres[i] = ' '
  }
  const vides = new Set<number>()
  let debut = 0
  for (const ligne of caracteres.join('').split('\n')) {
    if (ligne.trim() === '') vides.add(debut)
    debut += ligne.length + 1
  }
  return vides
}

function lignesDeCode(texte: string, debut: number, fin: number, vides: ReadonlySet<number>): number {
  let total = 0
  let ligne = texte.lastIndexOf('\n', debut - 1) + 1
  while (ligne < fin) {
    if (!vides.has(ligne)) total += 1
    const suivante = texte.indexOf('\n', ligne)
    if (suivante === -1) break
    ligne = suivante + 1
  }
  return total
}
