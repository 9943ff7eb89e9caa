import { type Etat, soumettreVide } from './etat'

const MIENNES = '/adherent/mon-compte/securite'
const GESTION = '/gestion/mon-compte/securite'

export const FACTEURS: readonly Etat[] = [
  { nom: 'sécurité, sans protection', page: MIENNES, url: MIENNES, qui: 'maelys' },
  { nom: 'sécurité, une liste', page: MIENNES, url: MIENNES, qui: 'clemence' },
  { nom: 'sécurité à corriger', page: MIENNES, url: MIENNES, qui: 'clemence', geste: soumettreVide },
  { nom: 'sécurité, personnel', page: GESTION, url: GESTION, qui: 'GESTIONNAIRE' },
  {
    nom: 'protections des collègues',
    page: `${GESTION}/collegues`,
    url: `${GESTION}/collegues`,
    qui: 'ADMINISTRATEUR',
  },
  {
    nom: 'protection perdue d’un collègue',
    page: `${GESTION}/collegues`,
    url: `${GESTION}/collegues`,
    qui: 'ADMINISTRATEUR',
    geste: async (page) => {
      await page.locator('main li a').first().click()
      await page.getByRole('heading', { name: 'Seconde protection perdue' }).waitFor()
    },
  },
]
