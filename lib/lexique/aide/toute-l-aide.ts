import type { ThemeAide } from './aide'
import { CONTRAT } from './contrat'
import { ESPACE } from './espace'
import { NOUS_JOINDRE } from './nous-joindre'
import { EMPLOYEURS, PROFESSIONNELS } from './professionnels'
import { REMBOURSEMENTS } from './remboursements'

/** Dans l'ordre de la page. */
export const THEMES: readonly ThemeAide[] = [
  REMBOURSEMENTS,
  CONTRAT,
  ESPACE,
  NOUS_JOINDRE,
  EMPLOYEURS,
  PROFESSIONNELS,
]
