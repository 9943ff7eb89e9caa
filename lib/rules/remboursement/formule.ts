import type { DateCivile } from '../date/date-civile'
import { ErreurDeRegle } from '../decision/erreur'
import type { Reglement } from '../reglement/reglement'
import type { Garantie } from './garantie'
import type { CodeLigne } from './lignes'
import type { GarantiesReglement, LigneTable, TableGaranties } from './table'

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

const index = new WeakMap<GarantiesReglement, ReadonlyMap<string, FormuleOuverte>>()

function ouvrirFormules(regles: GarantiesReglement): ReadonlyMap<string, FormuleOuverte> {
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
  const formule = formules.get(id)
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
