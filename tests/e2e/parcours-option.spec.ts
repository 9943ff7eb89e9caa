import { expect, test } from '@playwright/test'
import { clavier } from '../support/e2e-clavier'
import { ouvrir } from '../support/e2e-parcours'

test.describe.configure({ timeout: 120_000 })

test('A16 : au clavier seul, changer de formule trop tôt ; la page dit à partir de quand, rien ne part', async ({
  browser,
}) => {
  const page = await ouvrir(browser, 'jeanne')
  const mains = clavier(page)
  await page.goto('/adherent/contrats')
  await mains.presser(page.getByRole('link', { name: /Changer, ajouter, retirer, partir/ }))
  await mains.presser(page.getByRole('link', { name: 'Changer de formule' }))
  await mains.choisir(page.getByLabel('La formule que vous aimeriez'), 'Mutame modulaire 2-2-2')
  await mains.presser(page.getByRole('button', { name: 'Voir la réponse' }))
  await expect(page.getByRole('heading', { name: 'Pas encore' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Ce qui sera possible' })).toBeVisible()
  await expect(
    page.getByText(/Demandez-le à partir du .* : la nouvelle formule commencerait le/),
  ).toBeVisible()
  await mains.presser(page.locator('main summary').first())
  await expect(page.locator('main [data-motifs] [data-etape]').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Faire cette demande' })).toHaveCount(0)

  // Its address typed by hand asks for nothing more.
  const { search } = new URL(page.url())
  await page.goto(`/adherent/demandes/contrat${search}`)
  await expect(page.getByRole('heading', { name: 'Pas encore' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Envoyer cette demande' })).toHaveCount(0)
  await page.goto('/adherent/demandes')
  await expect(page.getByRole('link', { name: /Changer de formule/ }).filter({ hasText: 'D-0' })).toHaveCount(
    0,
  )
  await page.context().close()
})
