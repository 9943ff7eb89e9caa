import type { EntreeMenu } from './menu'

/** Only pages that exist, in the words the sources print. A phone's bar holds four. */
export const MENU_ADHERENT: readonly EntreeMenu[] = [
  { href: '/adherent', libelle: 'Accueil', court: 'Accueil' },
  { href: '/adherent/remboursements', libelle: 'Mes remboursements en détail', court: 'Remboursements' },
  { href: '/adherent/mon-compte', libelle: 'Mon compte extranet', court: 'Compte' },
]

export const MENU_GESTION: readonly EntreeMenu[] = [
  { href: '/gestion', libelle: 'Accueil', court: 'Accueil' },
  { href: '/gestion/flux', libelle: 'Flux', court: 'Flux' },
  { href: '/gestion/mon-compte', libelle: 'Mon compte extranet', court: 'Mon compte' },
]
