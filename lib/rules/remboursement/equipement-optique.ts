import { faitInvalide } from '../decision/erreur'
import { type Montant, plus, somme, ZERO } from '../montant/montant'
import type { ElementOptique, Monture, Soin, TypeVerre } from './faits'
import type { CodeLigne } from './lignes'
import type { CategorieVerres } from './socle'

const LIGNE_VERRE: Readonly<Record<TypeVerre, CodeLigne>> = {
  SIMPLE: 'optique.verre-simple',
  COMPLEXE: 'optique.verre-complexe',
  TRES_COMPLEXE: 'optique.verre-tres-complexe',
}

/** Catégorie de l'équipement (R. 871-2) : un verre encore inconnu compte comme simple. */
const CATEGORIES: Readonly<Record<TypeVerre, Readonly<Record<TypeVerre, CategorieVerres>>>> = {
  SIMPLE: { SIMPLE: 'a', COMPLEXE: 'b', TRES_COMPLEXE: 'd' },
  COMPLEXE: { SIMPLE: 'b', COMPLEXE: 'c', TRES_COMPLEXE: 'e' },
  TRES_COMPLEXE: { SIMPLE: 'd', COMPLEXE: 'e', TRES_COMPLEXE: 'f' },
}

export const categorieVerres = (
  premier: TypeVerre = 'SIMPLE',
  second: TypeVerre = 'SIMPLE',
): CategorieVerres => CATEGORIES[premier][second]

/** Les éléments d'un équipement dans leur ordre d'arrivée : la monture, puis les verres, sauf ordre donné. */
export function elementsDe(soin: Soin): readonly ElementOptique[] {
  if (soin.elements !== undefined) return soin.elements
  const elements: ElementOptique[] = []
  if (soin.monture !== undefined) elements.push({ sorte: 'MONTURE', monture: soin.monture })
  for (const verre of soin.verres ?? []) elements.push({ sorte: 'VERRE', verre })
  return elements
}

export const corps = (element: ElementOptique): Monture =>
  element.sorte === 'MONTURE' ? element.monture : element.verre

export const ligneDe = (element: ElementOptique): CodeLigne => {
  if (corps(element).classe === 'A') return 'optique.equipement-100-sante'
  return element.sorte === 'MONTURE' ? 'optique.monture' : LIGNE_VERRE[element.verre.type]
}

/** Ce que d'autres organismes ont payé sur chaque élément, quand on le sait. */
export const autresDesElements = (elements: readonly ElementOptique[]): Montant =>
  somme(elements.map((element) => corps(element).autresRemboursements ?? ZERO))

/** Où est l'élément dans les faits ; `verre` : son rang parmi les verres. */
export const chemin = (element: ElementOptique, verre: number): string =>
  element.sorte === 'MONTURE' ? 'soin.monture' : `soin.verres.${verre}`

/** @throws {ErreurDeRegle} FAIT_INVALIDE : équipement vide, deux montures, trois verres, ou total faux. */
export function verifierElements(soin: Soin, elements: readonly ElementOptique[]): void {
  const montures = elements.filter((e) => e.sorte === 'MONTURE').length
  if (elements.length === 0)
    throw faitInvalide('soin.verres', 'un équipement a au moins une monture ou un verre')
  if (montures > 1) throw faitInvalide('soin.monture', 'un équipement a une seule monture')
  if (elements.length - montures > 2) throw faitInvalide('soin.verres', 'un équipement a deux verres au plus')
  let total = ZERO
  let verres = 0
  for (const element of elements) {
    const { depense, brss, prixLimite, montantAmo, autresRemboursements } = corps(element)
    if (Math.min(depense, brss, prixLimite ?? 0, montantAmo ?? 0, autresRemboursements ?? 0) < 0) {
      throw faitInvalide(chemin(element, verres), 'un montant ne peut pas être négatif')
    }
    if (element.sorte === 'VERRE') verres += 1
    total = plus(total, depense)
  }
  if (soin.depense !== undefined && soin.depense !== total) {
    throw faitInvalide('soin.depense', "la dépense n'est pas la somme des éléments")
  }
}
