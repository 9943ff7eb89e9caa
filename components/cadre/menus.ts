import type { EntreeMenu } from './menu'

/** Only pages that exist, in the words the sources print. A phone's bar holds four. */
export const MENU_ADHERENT: readonly EntreeMenu[] = [
  { href: '/adherent', libelle: 'Accueil', court: 'Accueil' },
  { href: '/adherent/remboursements', libelle: 'Mes remboursements en détail', court: 'Remboursements' },
]

export const MENU_GESTION: readonly EntreeMenu[] = [
  { href: '/gestion', libelle: 'Accueil', court: 'Accueil' },
]
