import { expect, test } from '@playwright/test'
import { accepter, DEMANDE, ligneApercu, ouvrir, piece, texteDe } from '../support/e2e-parcours'

test.describe.configure({ timeout: 180_000 })

test('A18 : une facture, décrite comme une simulation, envoyée avec son PDF ; acceptée, elle est à verser', async ({
  browser,
}) => {
  const page = await ouvrir(browser, 'ines-a')
  await page.goto('/adherent/demandes/remboursement')
  await page.getByRole('link', { name: /^Ostéopathe, diététicien/ }).click()
  await expect(page.getByText('Préparez ces documents')).toBeVisible()
  await page.getByLabel('Quel jour ?').fill('2026-03-04')
  await page.getByLabel('De quoi s’agit-il ?').selectOption('Ostéopathe')
  await page.getByLabel(/^Prix/).fill('60')
  await page.getByLabel('Non, elle ne rembourse pas ce soin').check()
  await page.getByLabel('Vos documents').setInputFiles(await piece('facture-osteopathe.pdf'))
  await page.getByRole('button', { name: 'Envoyer cette demande' }).click()
  await page.getByRole('link', { name: 'Suivre ma demande' }).click()
  await page.waitForURL(DEMANDE)
  const demande = page.url()
  let part = ''
  await accepter(browser, page, async (agent) => {
    await expect(agent.getByRole('link', { name: 'facture-osteopathe.pdf' })).toBeVisible()
    await agent.getByRole('button', { name: 'Voir ce qu’accepter change' }).click()
    part = /\d+,\d{2}/.exec(await texteDe(ligneApercu(agent, 'Part de la mutuelle')))?.[0] ?? ''
    expect(part).not.toBe('')
  })
  await page.goto(demande)
  await expect(page.getByRole('heading', { name: 'Votre demande est acceptée' })).toBeVisible()
  const ligne = page.getByRole('article').filter({ hasText: '04/03/2026' })
  await expect(async () => {
    await page.goto('/adherent/remboursements')
    await expect(ligne.first()).toContainText('à verser', { timeout: 1_000, ignoreCase: true })
  }).toPass({ timeout: 30_000 })
  await expect(ligne.first()).toContainText(part)
  await page.context().close()
})

test('A18 : un complément après une première mutuelle ne dépasse pas ce qui reste à payer', async ({
  browser,
}) => {
  const page = await ouvrir(browser, 'hanitra')
  await page.goto('/adherent/demandes/remboursement/medecines-douces')
  await page
    .getByRole('group', { name: 'Pour qui ?' })
    .getByLabel(/^Hanitra/)
    .check()
  await page.getByLabel('Quel jour ?').fill('2026-03-06')
  await page.getByLabel('De quoi s’agit-il ?').selectOption('Ostéopathe')
  await page.getByLabel(/^Prix/).fill('50')
  await page.locator('summary', { hasText: 'Préciser' }).click()
  await page.getByLabel('Payé par une autre mutuelle').fill('42')
  await page.getByLabel('Non, elle ne rembourse pas ce soin').check()
  await page.getByLabel('Vos documents').setInputFiles(await piece('decompte-premiere-mutuelle.pdf'))
  await page.getByRole('button', { name: 'Envoyer cette demande' }).click()
  await page.getByRole('link', { name: 'Suivre ma demande' }).click()
  await page.waitForURL(DEMANDE)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Un complément après une autre mutuelle')
  await expect(page.getByText(/42,00/)).toBeVisible()
  const demande = page.url()
  await accepter(browser, page, async (agent) => {
    await agent.getByRole('button', { name: 'Voir ce qu’accepter change' }).click()
    await expect(ligneApercu(agent, 'Part de la mutuelle')).toContainText('8,00')
  })
  await page.goto(demande)
  await expect(page.getByRole('heading', { name: 'Votre demande est acceptée' })).toBeVisible()
  await page.context().close()
})
