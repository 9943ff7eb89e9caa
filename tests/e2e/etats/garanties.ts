import type { Page } from '@playwright/test'
import type { Etat } from './etat'

const GARANTIES = '/adherent/garanties'
const TABLEAU = '/adherent/garanties/tableau'
const LIMITES = '/adherent/limites'
const ANNEE = '/adherent/mon-annee'
const deplier = async (page: Page) => {
  for (const pli of await page.locator('main summary').all()) await pli.click()
}

export const GARANTIES_ETATS: readonly Etat[] = [
  { nom: 'garanties', page: GARANTIES, url: GARANTIES, qui: 'maelys' },
  {
    nom: 'garanties, les lunettes',
    page: GARANTIES,
    url: `${GARANTIES}?besoin=lunettes`,
    qui: 'maelys',
    geste: deplier,
  },
  { nom: 'garanties, l’hôpital', page: GARANTIES, url: `${GARANTIES}?besoin=hopital`, qui: 'maelys' },
  { nom: 'garanties, ayant droit', page: GARANTIES, url: `${GARANTIES}?besoin=dentiste`, qui: 'yasmine' },
  { nom: 'garanties, droits finis', page: GARANTIES, url: GARANTIES, qui: 'sander' },
  { nom: 'tableau de garanties', page: TABLEAU, url: TABLEAU, qui: 'maelys', geste: deplier },
  { nom: 'tableau de garanties, droits finis', page: TABLEAU, url: TABLEAU, qui: 'sander' },
  { nom: 'limites', page: LIMITES, url: LIMITES, qui: 'maelys', geste: deplier },
  { nom: 'limites, la famille', page: LIMITES, url: `${LIMITES}?personne=tous`, qui: 'maelys' },
  { nom: 'limites, droits finis', page: LIMITES, url: LIMITES, qui: 'sander' },
  { nom: 'année', page: ANNEE, url: `${ANNEE}?annee=2025`, qui: 'maelys', geste: deplier },
  { nom: 'année sans soin', page: ANNEE, url: `${ANNEE}?annee=2019`, qui: 'maelys' },
  { nom: 'année, ayant droit', page: ANNEE, url: ANNEE, qui: 'yasmine' },
]
