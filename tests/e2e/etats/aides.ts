import type { Page } from '@playwright/test'
import { type Etat, soumettreVide } from './etat'

const AIDES = '/adherent/demandes/aide'
const UNE = '/adherent/demandes/aide/[aide]'

const voir = (page: Page) => page.getByRole('button', { name: 'Voir à quoi j’ai droit' }).click()

/** What the rules answer to a stay that opens an aid. */
async function repondre(page: Page): Promise<void> {
  await page.getByLabel('Avec un organisme').check()
  await page.getByLabel('Premier jour du séjour').fill('2025-07-01')
  await page.getByLabel('Dernier jour du séjour').fill('2025-07-20')
  await voir(page)
  await page.getByRole('heading', { name: 'Vous avez droit à cette aide' }).waitFor()
}

async function refuser(page: Page): Promise<void> {
  await page.getByLabel('Jour du mariage ou du Pacs').fill('2023-06-01')
  await voir(page)
  await page.getByRole('heading', { name: 'Cette aide n’est pas possible' }).waitFor()
}

export const AIDES_ETATS: readonly Etat[] = [
  { nom: 'aides, aucune', page: AIDES, url: AIDES, qui: 'maelys' },
  { nom: 'aides', page: AIDES, url: AIDES, qui: 'jeanne' },
  { nom: 'une aide, en erreur', page: UNE, url: `${AIDES}/avance`, qui: 'jeanne', geste: soumettreVide },
  {
    nom: 'une aide, à laquelle on a droit',
    page: UNE,
    url: `${AIDES}/vacances-enfant`,
    qui: 'jeanne',
    geste: repondre,
  },
  { nom: 'une aide, refusée', page: UNE, url: `${AIDES}/union`, qui: 'jeanne', geste: refuser },
  {
    nom: 'avances santé',
    page: '/gestion/paiements/avances',
    url: '/gestion/paiements/avances',
    qui: 'COMPTABLE',
  },
]
