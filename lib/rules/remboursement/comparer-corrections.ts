import type { Correction } from './classer-verre'
import type { MotifRenouvellement } from './faits'

/** Une ordonnance de lunettes : un verre par œil. */
export interface Ordonnance {
  readonly droit: Correction
  readonly gauche: Correction
}

// Arrêté du 3 décembre 2018, VIII.2 : ce qui fait une évolution de la vue, en dioptries.
const UN_VERRE = 0.5
const LES_DEUX_VERRES = 0.25
const ADDITION = 0.5

const ecart = (avant = 0, apres = 0): number => Math.abs(apres - avant)

/** Plus grande variation de sphère ou de cylindre d'un verre. */
const variation = (avant: Correction, apres: Correction): number =>
  Math.max(ecart(avant.sphere, apres.sphere), ecart(avant.cylindre, apres.cylindre))

/** Une addition qui apparaît, ou qui varie assez. */
const additionChange = (avant: Correction, apres: Correction): boolean =>
  ((avant.addition ?? 0) === 0 && (apres.addition ?? 0) > 0) ||
  ecart(avant.addition, apres.addition) >= ADDITION

/**
 * La vue a-t-elle assez changé pour renouveler les lunettes au bout d'un an ? Compare la nouvelle ordonnance à celle du
 * dernier équipement. Les variations de prisme et d'axe, plus rares, restent à l'appréciation de l'opticien.
 */
export function motifDeRenouvellement(avant: Ordonnance, apres: Ordonnance): MotifRenouvellement | null {
  const droit = variation(avant.droit, apres.droit)
  const gauche = variation(avant.gauche, apres.gauche)
  const change =
    Math.max(droit, gauche) >= UN_VERRE ||
    Math.min(droit, gauche) >= LES_DEUX_VERRES ||
    additionChange(avant.droit, apres.droit) ||
    additionChange(avant.gauche, apres.gauche)
  return change ? 'EVOLUTION_VUE' : null
}
