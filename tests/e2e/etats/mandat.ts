import type { Page } from '@playwright/test'
import type { Etat } from './etat'

const PAGE = '/adherent/cotisations/prelevement'
const soumettreLeDernier = (page: Page) => page.locator('main form button').last().click()

export const MANDAT: readonly Etat[] = [
  { nom: 'prélèvement', page: PAGE, url: PAGE, qui: 'maelys' },
  { nom: 'prélèvement, fait', page: PAGE, url: `${PAGE}?fait=signe`, qui: 'maelys' },
  { nom: 'prélèvement, perdu', page: PAGE, url: PAGE, qui: 'aissatou' },
  { nom: 'signer un mandat', page: `${PAGE}/signer`, url: `${PAGE}/signer`, qui: 'maelys' },
  {
    nom: 'signer un mandat, au trimestre',
    page: `${PAGE}/signer`,
    url: `${PAGE}/signer?jour=28&rythme=TRIMESTRIELLE`,
    qui: 'maelys',
  },
  {
    nom: 'signer un mandat, à corriger',
    page: `${PAGE}/signer`,
    url: `${PAGE}/signer`,
    qui: 'maelys',
    geste: soumettreLeDernier,
  },
  { nom: 'signer, prélèvement perdu', page: `${PAGE}/signer`, url: `${PAGE}/signer`, qui: 'aissatou' },
  { nom: 'arrêter le prélèvement', page: `${PAGE}/arreter`, url: `${PAGE}/arreter`, qui: 'maelys' },
  {
    nom: 'arrêter, à corriger',
    page: `${PAGE}/arreter`,
    url: `${PAGE}/arreter`,
    qui: 'maelys',
    geste: soumettreLeDernier,
  },
]
