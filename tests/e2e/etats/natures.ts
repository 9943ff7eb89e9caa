import { type Etat, soumettreVide } from './etat'

const HOPITAL = '/adherent/demandes/hospitalisation'
const PORTABILITE = '/adherent/demandes/portabilite'

export const NATURES_ETATS: readonly Etat[] = [
  { nom: 'demander une prise en charge à l’hôpital', page: HOPITAL, url: HOPITAL, qui: 'maelys' },
  {
    nom: 'demander une prise en charge à l’hôpital, en erreur',
    page: HOPITAL,
    url: HOPITAL,
    qui: 'maelys',
    geste: soumettreVide,
  },
  {
    nom: 'garder ses garanties, sans contrat d’entreprise',
    page: PORTABILITE,
    url: PORTABILITE,
    qui: 'maelys',
  },
]
