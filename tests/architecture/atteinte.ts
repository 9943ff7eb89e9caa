import { dirname, join, normalize } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/**
 * Which functions lead to which, read from the sources: a function reaches what it names, in its own file or by its imports. Naming is
 * more than calling, so this says « may reach »; what it says cannot be reached, is not.
 */
export interface Sources {
  readonly [chemin: string]: string
}

interface Noeud {
  readonly noms: ReadonlySet<string>
}

interface FichierLu {
  readonly declarations: ReadonlyMap<string, Noeud>
  readonly imports: ReadonlyMap<string, { readonly fichier: string; readonly nom: string }>
  readonly exportes: ReadonlySet<string>
}

const resoudre = (chemin: string, demande: string): string | null => {
  if (demande.startsWith('@/')) return demande.slice(2)
  return demande.startsWith('.') ? normalize(join(dirname(chemin), demande)) : null
}

const sansExtension = (chemin: string): string => chemin.replace(/\.tsx?$/, '')

function lireFichier(chemin: string, texte: string): FichierLu {
  const { program, module, errors } = parseSync(chemin, texte)
  if (errors.length > 0) throw new Error(`${chemin} : ${errors[0]?.message}`)
  const declarations = new Map<string, Noeud>()
  const exportes = new Set<string>()
  const nommer = (noeud: object): Set<string> => {
    const noms = new Set<string>()
    new Visitor({
      Identifier: (id) => void noms.add(id.name),
      JSXIdentifier: (id) => void noms.add(id.name),
    }).visit({ ...program, body: [noeud] } as typeof program)
    return noms
  }
  for (const instruction of program.body) {
    const exporte =
      instruction.type === 'ExportNamedDeclaration' || instruction.type === 'ExportDefaultDeclaration'
    const declaration = exporte ? instruction.declaration : instruction
    if (declaration === null) continue
    const noms: string[] = []
    if (declaration.type === 'VariableDeclaration')
      for (const { id } of declaration.declarations) if (id.type === 'Identifier') noms.push(id.name)
    if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration')
      noms.push(declaration.id?.name ?? 'default')
    for (const nom of noms) declarations.set(nom, { noms: nommer(declaration) })
    if (instruction.type === 'ExportDefaultDeclaration')
      declarations.set('default', { noms: nommer(declaration) })
    if (exporte) for (const nom of noms) exportes.add(nom)
  }
  const imports = new Map<string, { fichier: string; nom: string }>()
  for (const { moduleRequest, entries } of module.staticImports) {
    const fichier = resoudre(chemin, moduleRequest.value)
    if (fichier === null) continue
    for (const { isType, importName, localName } of entries)
      if (!isType)
        imports.set(localName.value, { fichier: sansExtension(fichier), nom: importName.name ?? 'default' })
  }
  return { declarations, imports, exportes }
}

export class Atteinte {
  readonly #fichiers = new Map<string, FichierLu>()
  readonly #connues = new Map<string, boolean>()

  /** @param opaques files through which nothing is reached: what every action goes through proves nothing of it. */
  constructor(
    sources: Sources,
    private readonly cibles: ReadonlySet<string>,
    private readonly opaques: ReadonlySet<string>,
  ) {
    for (const [chemin, texte] of Object.entries(sources))
      this.#fichiers.set(sansExtension(chemin), lireFichier(chemin, texte))
  }

  exportes(chemin: string): readonly string[] {
    return [...(this.#fichiers.get(sansExtension(chemin))?.exportes ?? [])]
  }

  /** True when `fichier#nom` may reach one of the targets. */
  atteint(chemin: string, nom: string): boolean {
    const vus = new Set<string>()
    const aVoir = [`${sansExtension(chemin)}#${nom}`]
    for (let ici = aVoir.pop(); ici !== undefined; ici = aVoir.pop()) {
      if (this.cibles.has(ici) || this.#connues.get(ici) === true) {
        for (const vu of vus) if (vu === `${sansExtension(chemin)}#${nom}`) this.#connues.set(vu, true)
        return true
      }
      if (vus.has(ici)) continue
      vus.add(ici)
      const [fichier = '', local = ''] = ici.split('#')
      if (this.opaques.has(fichier)) continue
      aVoir.push(...this.#suivants(fichier, local))
    }
    return false
  }

  #suivants(fichier: string, local: string): string[] {
    const lu = this.#fichiers.get(fichier)
    const noms = lu?.declarations.get(local)?.noms ?? []
    return [...noms].flatMap((nom) => {
      const importe = lu?.imports.get(nom)
      if (importe !== undefined) return [`${importe.fichier}#${importe.nom}`]
      return lu?.declarations.has(nom) && nom !== local ? [`${fichier}#${nom}`] : []
    })
  }
}
