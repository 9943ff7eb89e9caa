import type { Page } from '@playwright/test'
import type { Etat } from './etat'

const MA_CARTE = '/adherent/carte'
/** Made when there is none yet. */
export async function montrerMaCarte(page: Page): Promise<void> {
  const faire = page.getByRole('button', { name: 'Faire ma carte à jour' })
  if (await faire.isVisible()) {
    await faire.click()
    await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
    await page.goto(MA_CARTE)
  }
  await page.getByRole('link', { name: /La montrer en grand/ }).click()
  await page.waitForURL(/carte\/[0-9a-f-]{36}$/)
}

export const CARTE: readonly Etat[] = [
  { nom: 'ma carte', page: MA_CARTE, url: MA_CARTE, qui: 'maelys' },
  { nom: 'ma carte, plus de droits', page: MA_CARTE, url: MA_CARTE, qui: 'sander' },
  { nom: 'ma carte seule', page: '/carte/[document]', url: MA_CARTE, qui: 'maelys', geste: montrerMaCarte },
  { nom: 'ma carte installée', page: '/carte', url: '/carte', qui: 'maelys' },
]
