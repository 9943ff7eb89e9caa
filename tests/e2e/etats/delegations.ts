import type { Page } from '@playwright/test'
import { type Etat, soumettreVide } from './etat'

const PAGE = '/adherent/mon-compte/delegations'
const deplier = async (page: Page) => {
  for (const pli of await page.locator('main summary').all()) await pli.click()
}

export const DELEGATIONS: readonly Etat[] = [
  { nom: 'agir pour un proche, personne', page: '/adherent/agir', url: '/adherent/agir', qui: 'maelys' },
  { nom: 'agir pour un proche', page: '/adherent/agir', url: '/adherent/agir', qui: 'camille' },
  {
    nom: 'agir pour un proche, terminé',
    page: '/adherent/agir',
    url: '/adherent/agir?info=fini',
    qui: 'camille',
  },
  { nom: 'délégations, aucune', page: PAGE, url: PAGE, qui: 'maelys' },
  { nom: 'délégations, reçue', page: PAGE, url: `${PAGE}?info=acceptee`, qui: 'camille', geste: deplier },
  { nom: 'confier mon espace', page: `${PAGE}/donner`, url: `${PAGE}/donner`, qui: 'maelys' },
  {
    nom: 'confier mon espace, à corriger',
    page: `${PAGE}/donner`,
    url: `${PAGE}/donner`,
    qui: 'maelys',
    geste: soumettreVide,
  },
  { nom: 'parent ou tuteur', page: `${PAGE}/demander`, url: `${PAGE}/demander`, qui: 'maelys' },
  {
    nom: 'parent ou tuteur, à corriger',
    page: `${PAGE}/demander`,
    url: `${PAGE}/demander`,
    qui: 'maelys',
    geste: soumettreVide,
  },
  {
    nom: 'représentants légaux',
    page: '/gestion/delegations',
    url: '/gestion/delegations',
    qui: 'GESTIONNAIRE',
  },
  {
    nom: 'enregistrer un jugement',
    page: '/gestion/delegations/inscrire',
    url: '/gestion/delegations/inscrire',
    qui: 'GESTIONNAIRE',
  },
  {
    nom: 'enregistrer un jugement, à corriger',
    page: '/gestion/delegations/inscrire',
    url: '/gestion/delegations/inscrire',
    qui: 'GESTIONNAIRE',
    geste: soumettreVide,
  },
  { nom: 'ouvrir un espace, lien mort', page: '/ouvrir-un-espace', url: '/ouvrir-un-espace?jeton=perdu' },
]
