import type { ThemeAide } from './aide'
import { CONTRAT } from './contrat'
import { ESPACE } from './espace'
import { AUTRES } from './professionnels'
import { REMBOURSEMENTS } from './remboursements'

/** Dans l'ordre de la page. */
export const THEMES: readonly ThemeAide[] = [REMBOURSEMENTS, CONTRAT, ESPACE, AUTRES]
