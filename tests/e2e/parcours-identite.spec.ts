import { expect, type Page, test } from '@playwright/test'
import { compteDemonstration } from '../support/e2e-base'

/** In by somebody else's door, out by both: a certified provider runs beside the portal (tests/support/e2e-server). */
const PAR = 'Me connecter avec Identité d’essai'

async function chezLui(page: Page, qui: string): Promise<void> {
  await page.goto('/connexion')
  await page.getByRole('link', { name: PAR }).click()
  await page.getByLabel('Qui').fill(qui)
  await page.getByRole('button', { name: 'Entrer' }).click()
}

for (const [nom, javaScriptEnabled, cle] of [
  ['sans', false, 'sander'],
  ['avec', true, 'bich'],
] as const) {
  test.describe(`${nom} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('I10, S-18 : on relie une identité, on sort partout, on revient par elle, on la retire', async ({
      page,
    }) => {
      test.setTimeout(120_000)
      const { identifiant, motDePasse } = compteDemonstration(cle)
      const qui = `voyageur-${cle}`
      await chezLui(page, qui)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Relier Identité d’essai à mon espace')
      await page.getByLabel("E-mail ou code d'accès").fill(identifiant)
      await page.getByLabel('Mot de passe').fill('faux')
      await page.getByRole('button', { name: 'Relier Identité d’essai' }).click()
      await expect(page).toHaveTitle(/^Erreur : /)
      await page.getByLabel('Mot de passe').fill(motDePasse)
      await page.getByRole('button', { name: 'Relier Identité d’essai' }).click()
      await expect(page).toHaveURL(/\/adherent$/)

      await page.getByRole('button', { name: 'Me déconnecter' }).first().click()
      await page.getByRole('button', { name: 'Yes, sign me out' }).click()
      await expect(page.getByText('Vous êtes déconnecté.')).toBeVisible()
      await page.goto('/adherent')
      await expect(page).toHaveURL(/\/connexion\?retour=/)

      await chezLui(page, qui)
      await expect(page).toHaveURL(/\/adherent$/)
      await page.goto('/adherent/mon-compte/identites')
      await page.getByRole('link', { name: 'Retirer Identité d’essai' }).click()
      await page.getByLabel('Votre mot de passe').fill(motDePasse)
      await page.getByRole('button', { name: 'Retirer Identité d’essai' }).click()
      await expect(page.getByText('cette identité n’ouvre plus votre espace')).toBeVisible()
    })
  })
}

test('S-18 : renoncer chez le fournisseur ramène à la connexion, avec la raison', async ({ page }) => {
  await chezLui(page, '')
  await expect(page).toHaveURL(/\/connexion\?echec=refus&par=essai$/)
  await expect(page.getByText('La connexion avec Identité d’essai n’a pas abouti')).toBeVisible()
})
