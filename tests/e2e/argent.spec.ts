import { type Browser, expect, type Page, test } from '@playwright/test'
import { compteDemonstration } from '../support/e2e-base'
import { type AutreJour, ouvrirAutreJour } from '../support/e2e-calendrier'
import { session } from '../support/e2e-comptes'
import { accepter, DEMANDE, ligneApercu, ouvrir, piece, texteDe } from '../support/e2e-parcours'

/**
 * What a batch pays, it pays to everybody: this journey runs when the others have finished, before the matrix.
 */
test.describe.configure({ timeout: 300_000 })

/** Sent as a member does, accepted as staff does. Returns the mutuelle's part. */
async function envoyerUneFacture(browser: Browser, page: Page): Promise<string> {
  await page.goto('/adherent/demandes/remboursement/medecines-douces')
  await page.getByLabel('Quel jour ?').fill('2026-03-11')
  await page.getByLabel('De quoi s’agit-il ?').selectOption('Ostéopathe')
  await page.getByLabel(/^Prix/).fill('47')
  await page.getByLabel('Non, elle ne rembourse pas ce soin').check()
  await page.getByLabel('Vos documents').setInputFiles(await piece('facture-osteopathe.pdf'))
  await page.getByRole('button', { name: 'Envoyer cette demande' }).click()
  await page.getByRole('link', { name: 'Suivre ma demande' }).click()
  await page.waitForURL(DEMANDE)
  let part = ''
  await accepter(browser, page, async (agent) => {
    await agent.getByRole('button', { name: 'Voir ce qu’accepter change' }).click()
    part = /\d+,\d{2}/.exec(await texteDe(ligneApercu(agent, 'Part de la mutuelle')))?.[0] ?? ''
  })
  expect(part).not.toBe('')
  return part
}

/** The password and the code that the demonstration tells, each time another. */
async function signer(page: Page, role: string, bouton: RegExp): Promise<void> {
  const code = page.locator('[data-code-demonstration]').first()
  await expect(async () => {
    await page.reload()
    await expect(code).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await page.getByLabel('Code de votre seconde protection').fill((await code.textContent()) ?? '')
  await page.getByLabel('Votre mot de passe').fill(compteDemonstration(role).motDePasse)
  await page.getByRole('button', { name: bouton }).click()
}

/** One prepares, another checks, the file is written: what was to pay is paid. */
async function verser(browser: Browser): Promise<void> {
  const comptable = await ouvrir(browser, 'COMPTABLE')
  await comptable.goto('/gestion/paiements')
  await signer(comptable, 'COMPTABLE', /^Préparer le lot$/)
  await comptable.waitForURL(/\/gestion\/paiements\/[0-9a-f-]{36}$/)
  const lot = comptable.url()
  const superviseur = await ouvrir(browser, 'SUPERVISEUR')
  await superviseur.goto(lot)
  await signer(superviseur, 'SUPERVISEUR', /^Contrôler ces/)
  await superviseur.getByRole('button', { name: 'Écrire le fichier pour la banque' }).click()
  await expect(async () => {
    await superviseur.goto(lot)
    await expect(superviseur.getByRole('link', { name: /Télécharger le fichier/ })).toBeVisible({
      timeout: 500,
    })
  }).toPass({ timeout: 120_000 })
  await superviseur.context().close()
  await comptable.context().close()
}

/** In April the months gone by are edited, one after the other. */
async function editerMars(browser: Browser, avril: AutreJour): Promise<void> {
  const contexte = await browser.newContext({
    baseURL: avril.baseURL,
    storageState: await session('GESTIONNAIRE'),
  })
  const agent = await contexte.newPage()
  await agent.goto('/gestion/releves')
  for (const mois of ['février', 'mars']) {
    const bouton = agent.getByRole('button', { name: new RegExp(`^Éditer les relevés.*${mois}`) })
    await expect(async () => {
      await agent.reload()
      await expect(bouton).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 120_000 })
    await bouton.click()
  }
  await contexte.close()
}

test('A22 A24 A07 : une facture envoyée, acceptée, versée, se retrouve sur le relevé du mois', async ({
  browser,
}) => {
  const page = await ouvrir(browser, 'ines-a')
  const part = await envoyerUneFacture(browser, page)
  await verser(browser)
  await page.goto('/adherent/remboursements')
  const ligne = page.getByRole('article').filter({ hasText: '11/03/2026' }).first()
  await expect(ligne).toContainText(part)
  await expect(ligne).toContainText(/versé/i)

  const avril = await ouvrirAutreJour('2026-04-01')
  try {
    await editerMars(browser, avril)
    await expect(async () => {
      await page.goto(`${avril.baseURL}/adherent/releves`)
      await page
        .getByRole('link', { name: /mars 2026/ })
        .first()
        .click({ timeout: 1000 })
    }).toPass({ timeout: 120_000 })
    const papier = page.getByRole('main').getByRole('article')
    await expect(papier).toContainText('11/03/2026')
    await expect(papier).toContainText(part)
  } finally {
    await avril.fermer()
  }
  await page.context().close()
})
