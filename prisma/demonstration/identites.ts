import { familles } from './familles'
import { cleNir, nirFictif } from './identifiants'
import type { Famille, PersonneFictive } from './modele'

export interface Identite {
  readonly famille: Famille
  readonly personne: PersonneFictive
  /** Thirteen digits. */
  readonly nir: string
  readonly nirSecond: string | null
}

/** Numbers in the order of the files: a family added at the end changes nobody's NIR. */
function nirPropres(): ReadonlyMap<string, string> {
  const nirs = new Map<string, string>()
  let numero = 0
  for (const famille of familles) {
    for (const p of [...famille.personnes, ...(famille.parentsHors ?? [])]) {
      numero += 1
      nirs.set(`${famille.cle}/${p.cle}`, nirFictif(p.sexe, p.naissance, numero))
    }
  }
  return nirs
}

/** Everyone in the portfolio, by « famille/personne ». */
export function identites(): ReadonlyMap<string, Identite> {
  const propres = nirPropres()
  const nirDe = (famille: Famille, cle: string): string => {
    const nir = propres.get(`${famille.cle}/${cle}`)
    if (nir === undefined) throw new Error(`${famille.cle} : ${cle} n'a pas de NIR`)
    return nir
  }
  const toutes = new Map<string, Identite>()
  for (const famille of familles) {
    for (const personne of famille.personnes) {
      const second = personne.nirSecond === 'PROPRE' ? personne.cle : personne.nirSecond
      toutes.set(`${famille.cle}/${personne.cle}`, {
        famille,
        personne,
        nir: nirDe(famille, personne.nirDe ?? personne.cle),
        nirSecond: second === undefined ? null : nirDe(famille, second),
      })
    }
  }
  return toutes
}

export const avecCle = (nir: string): string => `${nir}${cleNir(nir)}`
