import { expect, type Page, test } from '@playwright/test'
import { avecCle, identites } from '@/prisma/demonstration/identites'
import { clavier } from '../support/e2e-clavier'
import { ouvrir } from '../support/e2e-parcours'

test.describe.configure({ timeout: 120_000 })

const NIR = identites().get('martinez/clemence')?.nir ?? ''

async function chercher(page: Page, texte: string): Promise<void> {
  const mains = clavier(page)
  await mains.ecrire(page.getByLabel('Qui cherchez-vous ?'), texte)
  await mains.presser(page.getByRole('button', { name: 'Chercher' }))
}

test('G13 : au clavier seul, une personne se trouve par son nom sans accents, par son numéro, par son NIR', async ({
  browser,
}) => {
  const page = await ouvrir(browser, 'GESTIONNAIRE')
  const trouvee = page.getByRole('link', { name: /Clémence MARTÍNEZ-ROUX/i })
  for (const texte of ['martinez roux clemence', '00410110', avecCle(NIR)]) {
    await page.goto('/gestion/adherents')
    await chercher(page, texte)
    await expect(trouvee).toHaveCount(1)
    // Neither the name nor the number is in an address.
    expect(new URL(page.url()).search).toBe('')
  }
  await chercher(page, avecCle(NIR.replace(/\d$/, (chiffre) => `${(Number(chiffre) + 1) % 10}`)))
  await expect(page.getByText('Personne', { exact: true })).toBeVisible()
  await chercher(page, 'martinez')
  await clavier(page).presser(trouvee)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Clémence MARTÍNEZ-ROUX/i)
  await expect(page.getByText('n° 00410110')).toBeVisible()
  await page.context().close()
})
