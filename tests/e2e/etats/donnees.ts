import { type Etat, soumettreVide } from './etat'

const D = '/adherent/mon-compte/mes-donnees'

export const DONNEES: readonly Etat[] = [
  { nom: 'mes données', page: D, url: D, qui: 'maelys' },
  { nom: 'mes données, ayant droit', page: D, url: D, qui: 'yasmine' },
  { nom: 'mes données, sans le mot de passe', page: D, url: D, qui: 'maelys', geste: soumettreVide },
  {
    nom: 'mes données, copie passée',
    page: D,
    url: `${D}?copie=01890a5d-ac96-774b-bcce-b302099a8057`,
    qui: 'maelys',
  },
]
