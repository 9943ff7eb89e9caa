import type { Browser, Page } from '@playwright/test'
import { compteDemonstration } from './e2e-base'
import { courrielDe, estExtreme, installerExtreme } from './e2e-extremes'

async function compteDe(qui: string): Promise<{ readonly identifiant: string; readonly motDePasse: string }> {
  if (!estExtreme(qui)) return compteDemonstration(qui)
  await installerExtreme(qui)
  return { ...compteDemonstration('maelys'), identifiant: courrielDe(qui) }
}

/** Logs in as a person does: by the page, with the keyboard's Enter, JavaScript or not. */
export async function connecter(page: Page, qui: string): Promise<void> {
  const { identifiant, motDePasse } = await compteDe(qui)
  await page.goto('/connexion')
  await page.getByLabel('E-mail ou code d').fill(identifiant)
  await page.getByLabel('Mot de passe').fill(motDePasse)
  await page.getByLabel('Mot de passe').press('Enter')
  await page.waitForURL(/\/(adherent|gestion)$/)
}

/** The cookies of an open session, to begin a test already logged in. */
export async function session(browser: Browser, qui: string) {
  const contexte = await browser.newContext({ javaScriptEnabled: false })
  await connecter(await contexte.newPage(), qui)
  const etat = await contexte.storageState()
  await contexte.close()
  return etat
}
