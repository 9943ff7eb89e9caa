import { expect, test } from '@playwright/test'
import { ouvrir } from '../support/e2e-parcours'

test.describe.configure({ timeout: 120_000 })

/** A number that no other test writes: hers is changed in one that may have run before. */
const JAMAIS_LE_SIEN = '07 68 01 02 03'

test('G17 : un gestionnaire voit ce que voit une adhérente, ne peut rien y faire, et son dossier le dit', async ({
  browser,
}) => {
  const page = await ouvrir(browser, 'GESTIONNAIRE')
  await page.goto('/gestion/adherents')
  await page.getByLabel('Qui cherchez-vous ?').fill('mbemba')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.getByRole('link', { name: /Christelle/ }).click()
  await page.waitForURL(/adherents\/[0-9a-f-]{36}$/)
  const dossier = page.url()
  await page.getByLabel('Pourquoi ?').fill('Ne trouve pas son relevé de février.')
  await page.getByRole('button', { name: 'Regarder son espace' }).click()
  await page.waitForURL(/\/adherent$/)
  const bandeau = page.getByRole('status').filter({ hasText: 'Vous regardez l’espace de' })
  await expect(bandeau).toContainText('Christelle')

  await page.goto('/adherent/coordonnees/telephones')
  await expect(bandeau).toBeVisible()
  await page.locator('main [name=mobile]').fill(JAMAIS_LE_SIEN)
  await page.getByRole('button', { name: 'Enregistrer mes numéros' }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'Vous regardez cet espace sans pouvoir rien y faire' }),
  ).toBeVisible()
  await page.goto('/adherent/coordonnees/telephones')
  await expect(page.locator('main [name=mobile]')).not.toHaveValue(JAMAIS_LE_SIEN)

  await page.getByRole('button', { name: 'Arrêter de regarder' }).click()
  await page.waitForURL(/\/gestion/)
  await page.goto(dossier)
  const journal = page.getByRole('region', { name: 'Journal du dossier' })
  await expect(journal).toContainText('Espace regardé par un gestionnaire, début')
  await expect(journal).toContainText('Page de l’espace regardée par un gestionnaire')
  await expect(journal).toContainText('Espace regardé par un gestionnaire, fin')
  expect((await page.goto('/adherent'))?.status()).toBe(404)
  await page.context().close()
})
