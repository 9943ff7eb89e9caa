import type { Page } from '@playwright/test'
import type { Etat } from './etat'

const ICI = '/gestion/verifications'

const ouvrir = async (page: Page) => {
  await page.locator(`main a[href^="${ICI}/"]`).first().click()
  await page.waitForURL(/verifications\/[0-9a-f-]{36}$/)
}

export const VERIFICATIONS: readonly Etat[] = [
  { nom: 'lignes à vérifier', page: ICI, url: ICI, qui: 'GESTIONNAIRE' },
  { nom: 'une ligne à vérifier', page: `${ICI}/[prestation]`, url: ICI, qui: 'GESTIONNAIRE', geste: ouvrir },
  {
    nom: 'une ligne à vérifier, à corriger',
    page: `${ICI}/[prestation]`,
    url: ICI,
    qui: 'GESTIONNAIRE',
    geste: async (page) => {
      await ouvrir(page)
      await page.getByRole('button', { name: 'Refuser cette ligne' }).click()
      await page.getByRole('alert').first().waitFor()
    },
  },
]
