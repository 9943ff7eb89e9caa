import type { Browser, BrowserContextOptions } from '@playwright/test'
import { pdf } from './pdf-pieges'

/** A file of one page, as a browser chooses it. */
export const unPdf = async (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(await pdf()),
})

/** Sends a one-page PDF by the page, without JavaScript, and returns the id of the deposit. */
export async function envoyerUnePiece(
  storageState: BrowserContextOptions['storageState'] & object,
  browser: Browser,
  baseURL: string,
): Promise<string> {
  const fenetre = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false })
  const page = await fenetre.newPage()
  await page.goto('/adherent/documents/envoyer')
  await page.getByLabel('Une facture acquittée').check()
  await page.getByLabel('Vos fichiers').setInputFiles(await unPdf('facture.pdf'))
  await page.getByRole('button', { name: 'Envoyer ces documents' }).click()
  const href = await page
    .getByRole('link', { name: /Télécharger/ })
    .first()
    .getAttribute('href')
  await fenetre.close()
  return href?.split('/').at(-2) ?? ''
}

/** Writes a message by the page, without JavaScript, and returns the id of its demande. */
export async function envoyerUnMessage(
  storageState: BrowserContextOptions['storageState'] & object,
  browser: Browser,
  baseURL: string,
): Promise<string> {
  const fenetre = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false })
  const page = await fenetre.newPage()
  await page.goto('/adherent/messagerie/ecrire')
  await page.getByLabel('Autre chose').check()
  await page.getByLabel('Votre message').fill('Une question.')
  await page.getByRole('button', { name: 'Envoyer ce message' }).click()
  const href = await page.getByRole('link', { name: 'Suivre cette demande' }).getAttribute('href')
  await fenetre.close()
  return href?.split('/').at(-1) ?? ''
}
