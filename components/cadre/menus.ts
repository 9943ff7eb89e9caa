import type { EntreeMenu } from './menu'

/** Only pages that exist, in the words the sources print. A phone's bar holds four. */
export const MENU_ADHERENT: readonly EntreeMenu[] = [
  { href: '/adherent', libelle: 'Accueil', court: 'Accueil' },
  { href: '/adherent/remboursements', libelle: 'Mes remboursements en détail', court: 'Remboursements' },
  { href: '/adherent/documents/envoyer', libelle: 'Envoyer un document', court: 'Envoyer' },
  { href: '/adherent/mon-compte', libelle: 'Mon compte extranet', court: 'Compte' },
]

/** What this member of staff handles: a page one may not open is not in a menu. */
interface Mains {
  readonly flux: boolean
  readonly depots: boolean
  readonly paiements: boolean
}

export const menuGestion = ({ flux, depots, paiements }: Mains): readonly EntreeMenu[] => [
  { href: '/gestion', libelle: 'Accueil', court: 'Accueil' },
  ...(flux ? [{ href: '/gestion/flux', libelle: 'Flux', court: 'Flux' }] : []),
  ...(depots ? [{ href: '/gestion/depots', libelle: 'Documents reçus', court: 'Documents' }] : []),
  ...(paiements ? [{ href: '/gestion/paiements', libelle: 'Paiements', court: 'Paiements' }] : []),
  { href: '/gestion/mon-compte', libelle: 'Mon compte extranet', court: 'Compte' },
]
