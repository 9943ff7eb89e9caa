import type { Page } from '@playwright/test'
import type { Etat } from './etat'

const JOURNAL_URL = '/gestion/journal'
const chercher = (quoi: string) => async (page: Page) => {
  await page.getByLabel('De qui ?').fill(quoi)
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.locator('[aria-live="polite"] :is(li, p)').first().waitFor()
}

export const JOURNAL: readonly Etat[] = [
  { nom: 'le journal', page: JOURNAL_URL, url: JOURNAL_URL, qui: 'ADMINISTRATEUR' },
  {
    nom: 'le journal, quelqu’un cherché',
    page: JOURNAL_URL,
    url: JOURNAL_URL,
    qui: 'ADMINISTRATEUR',
    geste: chercher('maelys.oeuvrard@exemple.test'),
  },
  {
    nom: 'le journal, recherche vide',
    page: JOURNAL_URL,
    url: JOURNAL_URL,
    qui: 'ADMINISTRATEUR',
    geste: (page) => page.getByRole('button', { name: 'Chercher' }).click(),
  },
  {
    nom: 'le journal, aucune ligne',
    page: JOURNAL_URL,
    url: `${JOURNAL_URL}?du=2001-01-01&au=2001-01-02`,
    qui: 'ADMINISTRATEUR',
  },
  {
    nom: 'le journal, un acte et une période',
    page: JOURNAL_URL,
    url: `${JOURNAL_URL}?acte=CONNEXION&du=2026-01-01`,
    qui: 'ADMINISTRATEUR',
  },
]
