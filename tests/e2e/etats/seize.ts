import type { Etat } from './etat'

const PAGE = '/adherent/mon-compte/mes-soins'

/** Who sees my care: the girl of sixteen who keeps hers, the young man who shares his, who holds a contract; and what her father reads. */
export const SEIZE: readonly Etat[] = [
  { nom: 'qui voit mes soins, sans accord', page: PAGE, url: PAGE, qui: 'yasmine' },
  { nom: 'qui voit mes soins, avec accord', page: PAGE, url: PAGE, qui: 'elias' },
  { nom: 'qui voit mes soins, titulaire', page: PAGE, url: PAGE, qui: 'maelys' },
  {
    nom: 'remboursements, des soins réservés',
    page: '/adherent/remboursements',
    url: '/adherent/remboursements?du=2025-01-01&au=2026-03-17',
    qui: 'rachid',
  },
  {
    nom: 'limites, des soins réservés',
    page: '/adherent/limites',
    url: '/adherent/limites?personne=tous',
    qui: 'rachid',
  },
  {
    nom: 'année, des soins réservés',
    page: '/adherent/mon-annee',
    url: '/adherent/mon-annee',
    qui: 'rachid',
  },
]
