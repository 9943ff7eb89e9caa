import type { EntreeMenu } from './menu'

/** Only pages that exist, in the words the sources print. A phone's bar holds four; the relevés are reached from the home page and from « Mes documents ». */
const MENU_ADHERENT: readonly EntreeMenu[] = [
  { href: '/adherent', libelle: 'Accueil', court: 'Accueil' },
  { href: '/adherent/remboursements', libelle: 'Mes remboursements en détail', court: 'Remboursements' },
  { href: '/adherent/releves', libelle: 'Mes relevés de prestation', court: null },
  { href: '/adherent/documents', libelle: 'Mes documents', court: 'Documents' },
  { href: '/adherent/mon-compte', libelle: 'Mon compte extranet', court: 'Compte' },
]

/** Contributions are for whom a contract belongs to: an ayant droit has none to pay. */
export const menuAdherent = (cotisations: boolean): readonly EntreeMenu[] =>
  MENU_ADHERENT.flatMap((entree) =>
    cotisations && entree.href === '/adherent/mon-compte'
      ? [{ href: '/adherent/cotisations', libelle: 'Mes cotisations', court: null }, entree]
      : [entree],
  )

/** What this member of staff may open: a page one may not open is not in a menu. */
interface Ouvertures {
  readonly flux: boolean
  readonly depots: boolean
  readonly releves: boolean
  readonly cotisations: boolean
  readonly impayes: boolean
  readonly tarifs: boolean
  readonly courriels: boolean
  readonly paiements: boolean
}

export const menuGestion = ({
  flux,
  depots,
  releves,
  cotisations,
  impayes,
  tarifs,
  courriels,
  paiements,
}: Ouvertures): readonly EntreeMenu[] => [
  { href: '/gestion', libelle: 'Accueil', court: 'Accueil' },
  ...(flux ? [{ href: '/gestion/flux', libelle: 'Flux', court: 'Flux' }] : []),
  ...(depots ? [{ href: '/gestion/depots', libelle: 'Documents reçus', court: 'Documents' }] : []),
  ...(releves
    ? [
        { href: '/gestion/releves', libelle: 'Relevés', court: 'Relevés' },
        { href: '/gestion/courriers', libelle: 'Écrire un courrier', court: null },
      ]
    : []),
  ...(paiements ? [{ href: '/gestion/paiements', libelle: 'Paiements', court: 'Paiements' }] : []),
  ...(cotisations ? [{ href: '/gestion/cotisations', libelle: 'Cotisations', court: null }] : []),
  ...(tarifs ? [{ href: '/gestion/tarifs', libelle: 'Tarifs', court: null }] : []),
  ...(impayes ? [{ href: '/gestion/impayes', libelle: 'Impayés', court: null }] : []),
  ...(courriels ? [{ href: '/gestion/courriels', libelle: 'Courriels', court: 'Courriels' }] : []),
  { href: '/gestion/mon-compte', libelle: 'Mon compte extranet', court: 'Compte' },
]
