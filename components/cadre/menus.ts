import type { EntreeMenu } from './menu'

/** Only pages that exist, in the words the sources print. A phone's bar holds four. */
const MENU_ADHERENT: readonly EntreeMenu[] = [
  { href: '/adherent', libelle: 'Accueil', court: 'Accueil' },
  { href: '/adherent/remboursements', libelle: 'Mes remboursements en détail', court: 'Remboursements' },
  { href: '/adherent/documents/envoyer', libelle: 'Envoyer un document', court: 'Envoyer' },
  { href: '/adherent/mon-compte', libelle: 'Mon compte extranet', court: 'Compte' },
]

/** Contributions are for whom a contract belongs to: an ayant droit has none to pay. */
export const menuAdherent = (cotisations: boolean): readonly EntreeMenu[] =>
  MENU_ADHERENT.flatMap((entree) =>
    cotisations && entree.href === '/adherent/mon-compte'
      ? [{ href: '/adherent/cotisations', libelle: 'Mes cotisations', court: null }, entree]
      : [entree],
  )

/** @param flux, depots, cotisations, tarifs what this member of staff handles: a page one may not open is not in a menu. */
export const menuGestion = (
  flux: boolean,
  depots: boolean,
  cotisations: boolean,
  tarifs: boolean,
): readonly EntreeMenu[] => [
  { href: '/gestion', libelle: 'Accueil', court: 'Accueil' },
  ...(flux ? [{ href: '/gestion/flux', libelle: 'Flux', court: 'Flux' }] : []),
  ...(depots ? [{ href: '/gestion/depots', libelle: 'Documents reçus', court: 'Documents' }] : []),
  ...(cotisations ? [{ href: '/gestion/cotisations', libelle: 'Cotisations et impayés', court: null }] : []),
  ...(tarifs ? [{ href: '/gestion/tarifs', libelle: 'Tarifs', court: null }] : []),
  { href: '/gestion/mon-compte', libelle: 'Mon compte extranet', court: 'Compte' },
]
