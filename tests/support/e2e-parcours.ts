import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import type { Piece } from './e2e-clavier'
import { session } from './e2e-comptes'
import { pdf } from './pdf-pieges'

export const DEMANDE = /\/adherent\/demandes\/[0-9a-f-]{36}$/

/** A window of their own, logged in. */
export async function ouvrir(browser: Browser, qui: string): Promise<Page> {
  const contexte = await browser.newContext({ locale: 'fr-FR', storageState: await session(qui) })
  return contexte.newPage()
}

export const piece = async (name: string): Promise<Piece> => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(await pdf()),
})

/** The demande that a member's page shows, on the desk of the staff. */
export const surLeBureau = (page: Page): string =>
  `/gestion/corbeille/${new URL(page.url()).pathname.split('/').at(-1)}`

/** What an element says, cells and all. */
export const texteDe = async (element: Locator): Promise<string> => (await element.textContent()) ?? ''

/** A sum as it is read, whatever its spaces. */
export const lireMontant = (texte: string): string =>
  /[\d\s]+,\d{2}/.exec(texte)?.[0].replace(/\s/g, '') ?? ''

/** What accepting would do, as staff reads it before. */
export const apercu = (agent: Page): Locator =>
  agent.getByRole('region', { name: 'Ce qu’accepter change' }).getByLabel('Ce qu’accepter change')

/** One of its lines. */
export const ligneApercu = (agent: Page, libelle: string): Locator =>
  apercu(agent).locator('> div').filter({ hasText: libelle }).first()

/** Staff opens it, takes it, reads what accepting changes, accepts. */
export async function accepter(
  browser: Browser,
  membre: Page,
  lire: (agent: Page) => Promise<void>,
): Promise<void> {
  const agent = await ouvrir(browser, 'GESTIONNAIRE')
  await agent.goto(surLeBureau(membre))
  await agent.getByRole('button', { name: 'Prendre cette demande' }).click()
  await expect(agent.getByText('chez vous')).toBeVisible()
  await lire(agent)
  await agent.getByRole('button', { name: 'Accepter cette demande' }).click()
  await expect(agent.getByText(/Acceptée · chez/)).toBeVisible()
  await agent.context().close()
}
