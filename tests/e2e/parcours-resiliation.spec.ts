import { expect, test } from '@playwright/test'
import { clavier } from '../support/e2e-clavier'
import { accepter, apercu, DEMANDE, ouvrir, texteDe } from '../support/e2e-parcours'

test.describe.configure({ timeout: 180_000 })

test('A20 : au clavier seul, quitter la mutuelle en trois étapes ; l’accusé est dans les documents à la minute, puis le dernier jour et l’attestation', async ({
  browser,
}) => {
  const page = await ouvrir(browser, 'branislav')
  const mains = clavier(page)
  await page.goto('/adherent/contrats')
  await mains.presser(page.getByRole('link', { name: /Changer, ajouter, retirer, partir/ }))
  await mains.presser(page.getByRole('link', { name: 'Quitter la mutuelle' }))
  await mains.presser(page.getByRole('link', { name: 'En cours d’année' }))
  await mains.presser(page.getByRole('button', { name: 'Voir la réponse' }))
  const reponse = page.locator('#titre-reponse')
  await expect(reponse).toContainText(/2026/)
  const dernierJour = /\d{1,2}(?:er)? \p{L}+ 2026/u.exec(await texteDe(reponse))?.[0] ?? ''
  await mains.presser(page.getByRole('link', { name: 'Faire cette demande' }))
  await expect(page.getByRole('heading', { name: 'Confirmer ma résiliation' })).toBeVisible()
  await mains.presser(page.getByRole('button', { name: 'Résilier mon contrat' }))
  await mains.presser(page.getByRole('link', { name: 'Suivre ma demande' }))
  await page.waitForURL(DEMANDE)
  const demande = page.url()

  await page.goto('/adherent/documents')
  await mains.presser(
    page.getByRole('link', { name: /^Courrier, Nous avons bien reçu votre demande de résiliation/ }),
  )
  await expect(page.getByRole('main').getByRole('article')).toContainText(dernierJour)

  await page.goto(demande)
  await accepter(browser, page, async (agent) => {
    await expect(apercu(agent)).toContainText(`le ${dernierJour}, ce jour compris`)
  })
  await page.goto('/adherent/contrats')
  await expect(page.getByRole('main')).toContainText(dernierJour)
  await page.goto('/adherent/documents')
  await mains.presser(page.getByRole('button', { name: 'Obtenir une attestation de radiation' }))
  await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('main').getByRole('article')).toContainText(dernierJour)
  await page.context().close()
})
