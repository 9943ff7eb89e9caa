import type { DateCivile } from '../date/date-civile'
import { ErreurDeRegle } from '../decision/erreur'
import { comparerNiveaux, estNiveau } from '../option/comparer-niveaux'
import type { Reglement } from '../reglement/reglement'
import type { Garantie } from './garantie'
import type { CodeLigne } from './lignes'
import type { GammeModulaire, GarantiesReglement, LigneTable, TableGaranties } from './table'

export interface RangeeOuverte {
  readonly rangee: LigneTable
  readonly garantie: Garantie
}

/** Une formule prête à lire : ses rangées par ligne, bâties une fois par règlement. */
export interface FormuleOuverte {
  readonly id: string
  readonly libelle: string
  readonly rang: number
  readonly table: TableGaranties
  readonly regles: GarantiesReglement
  readonly rangees: ReadonlyMap<CodeLigne, RangeeOuverte>
}

const index = new WeakMap<GarantiesReglement, Map<string, FormuleOuverte>>()

function ouvrirFormules(regles: GarantiesReglement): Map<string, FormuleOuverte> {
  const formules = new Map<string, FormuleOuverte>()
  for (const table of regles.tables) {
    for (const [rang, formule] of table.formules.entries()) {
      const rangees = new Map<CodeLigne, RangeeOuverte>()
      for (const rangee of table.lignes) {
        const garantie = rangee.cases[rang]
        if (garantie === undefined) throw new Error(`case absente : ${formule.id}, ${rangee.ligne}`)
        rangees.set(rangee.ligne, { rangee, garantie })
      }
      formules.set(formule.id, { ...formule, rang, table, regles, rangees })
    }
  }
  return formules
}

/** Les niveaux d'une formule `prefixe-a-b-c` ; null si ce n'en est pas une que la gamme permet. */
function lireNiveaux(gamme: GammeModulaire, id: string): readonly number[] | null {
  if (!id.startsWith(`${gamme.prefixe}-`)) return null
  const textes = id.slice(gamme.prefixe.length + 1).split('-')
  const lus = textes.map(Number)
  if (lus.length !== gamme.modules.length || !textes.every((texte) => /^[1-9]$/.test(texte))) return null
  if (!lus.every((niveau) => estNiveau(niveau, gamme.niveaux))) return null
  const { tropEcartes, incompatibles } = comparerNiveaux(lus, gamme.niveaux)
  return tropEcartes || incompatibles ? null : lus
}

/** Ce qui range une formule dans son tableau : le niveau de chaque module, ou son rang. */
export function niveauxDe(formule: FormuleOuverte): readonly number[] {
  const gamme = formule.regles.modulaires.find(({ table }) => table === formule.table)
  return (gamme === undefined ? null : lireNiveaux(gamme, formule.id)) ?? [formule.rang]
}

/** Compose la formule de chaque module au niveau choisi. */
function ouvrirModulaire(regles: GarantiesReglement, id: string): FormuleOuverte | null {
  for (const gamme of regles.modulaires) {
    const niveaux = lireNiveaux(gamme, id)
    if (niveaux === null) continue
    const rangees = new Map<CodeLigne, RangeeOuverte>()
    for (const rangee of gamme.table.lignes) {
      const module = gamme.modules.findIndex((lignes) => lignes.includes(rangee.ligne))
      const garantie = rangee.cases[(niveaux[module] ?? 1) - 1]
      if (garantie !== undefined) rangees.set(rangee.ligne, { rangee, garantie })
    }
    return {
      id,
      libelle: `${gamme.table.libelle} ${niveaux.join('-')}`,
      rang: 0,
      table: gamme.table,
      regles,
      rangees,
    }
  }
  return null
}

/** Toutes les formules d'un règlement, celles que les modules composent comprises. */
export function listerFormules(reglement: Reglement): readonly string[] {
  const regles = reglement.garanties
  if (regles === null) return []
  const simples = regles.tables.flatMap((table) => table.formules.map((formule) => formule.id))
  const composees = regles.modulaires.flatMap((gamme) => {
    let ids: readonly string[] = [gamme.prefixe]
    for (const _module of gamme.modules) {
      ids = ids.flatMap((id) => gamme.table.formules.map((_niveau, rang) => `${id}-${rang + 1}`))
    }
    return ids.filter((id) => lireNiveaux(gamme, id) !== null)
  })
  return [...simples, ...composees]
}

/**
 * La formule d'un règlement, en vigueur à la date.
 * @throws {ErreurDeRegle} NON_PREVU sans tableau, FORMULE_INCONNUE, HORS_PERIODE avant le tableau.
 */
export function ouvrirFormule(reglement: Reglement, id: string, jour: DateCivile | null): FormuleOuverte {
  const regles = reglement.garanties
  if (regles === null) {
    throw new ErreurDeRegle('NON_PREVU', `le règlement « ${reglement.id} » n'a pas de tableau de garanties`)
  }
  let formules = index.get(regles)
  if (formules === undefined) {
    formules = ouvrirFormules(regles)
    index.set(regles, formules)
  }
  let formule = formules.get(id)
  if (formule === undefined) {
    formule = ouvrirModulaire(regles, id) ?? undefined
    if (formule !== undefined) formules.set(id, formule)
  }
  if (formule === undefined) {
    throw new ErreurDeRegle('FORMULE_INCONNUE', `la formule « ${id} » n'existe pas`, 'formule')
  }
  if (jour !== null && jour < formule.table.applicableDu) {
    throw new ErreurDeRegle(
      'HORS_PERIODE',
      `le tableau de « ${id} » s'applique à compter du ${formule.table.applicableDu}`,
    )
  }
  return formule
}

export interface GarantieLigne {
  readonly ligne: CodeLigne
  readonly libelle: string
  readonly garantie: Garantie
  readonly rangee: LigneTable
}

/** Les garanties d'une formule, dans l'ordre du tableau, celles qu'elle ne couvre pas comprises. */
export function listerGaranties(formule: FormuleOuverte): readonly GarantieLigne[] {
  const lignes: GarantieLigne[] = []
  for (const { rangee, garantie } of formule.rangees.values()) {
    lignes.push({ ligne: rangee.ligne, libelle: rangee.libelle, garantie, rangee })
  }
  return lignes
}
