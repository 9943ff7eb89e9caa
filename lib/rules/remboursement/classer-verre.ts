import { faitInvalide } from '../decision/erreur'
import type { TypeVerre } from './faits'

/** Une correction telle que l'ordonnance l'écrit, en dioptries. */
export interface Correction {
  readonly sphere: number
  readonly cylindre?: number
  /** Addition d'un verre progressif ou multifocal ; absente ou nulle pour un verre unifocal. */
  readonly addition?: number
}

/** Les bornes d'une famille de verres (R. 871-2 3°) : au-delà, le verre passe dans la classe du dessus. */
interface Bornes {
  readonly spherique: number
  /** Plus forte myopie avec un astigmatisme. */
  readonly spherePlancher: number
  readonly cylindre: number
  /** Pour un hypermétrope : sphère + cylindre. */
  readonly somme: number
}

const UNIFOCAL: Bornes = { spherique: 6, spherePlancher: -6, cylindre: 4, somme: 6 }
const MULTIFOCAL: Bornes = { spherique: 4, spherePlancher: -8, cylindre: 4, somme: 8 }

/** Une ordonnance en cylindre négatif se récrit en cylindre positif : la loi ne connaît que celui-ci. */
function enCylindrePositif(sphere: number, cylindre: number): readonly [sphere: number, cylindre: number] {
  return cylindre < 0 ? [sphere + cylindre, -cylindre] : [sphere, cylindre]
}

function dansLesBornes(sphere: number, cylindre: number, bornes: Bornes): boolean {
  if (cylindre === 0) return Math.abs(sphere) <= bornes.spherique
  if (sphere > 0) return sphere + cylindre <= bornes.somme
  return sphere >= bornes.spherePlancher && cylindre <= bornes.cylindre
}

/**
 * La classe d'un verre d'après sa correction : simple, complexe ou très complexe.
 * @throws {ErreurDeRegle} FAIT_INVALIDE hors du possible (plus de 40 dioptries).
 */
export function classerVerre(correction: Correction): TypeVerre {
  const { sphere, cylindre = 0, addition = 0 } = correction
  for (const [chemin, valeur] of Object.entries({ sphere, cylindre, addition })) {
    if (!Number.isFinite(valeur) || Math.abs(valeur) > 40) {
      throw faitInvalide(chemin, `${valeur} n'est pas une correction en dioptries`)
    }
  }
  const [s, c] = enCylindrePositif(sphere, cylindre)
  if (addition === 0) return dansLesBornes(s, c, UNIFOCAL) ? 'SIMPLE' : 'COMPLEXE'
  return dansLesBornes(s, c, MULTIFOCAL) ? 'COMPLEXE' : 'TRES_COMPLEXE'
}
