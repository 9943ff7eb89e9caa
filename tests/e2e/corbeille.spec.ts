import { expect, type Locator, type Page, test } from '@playwright/test'
import { connecter, session } from '../support/e2e-comptes'

test.setTimeout(120_000)

/** Tab until it has the focus, as somebody without a mouse. */
async function tabuler(page: Page, cible: Locator): Promise<void> {
  for (let pas = 0; pas < 120; pas += 1) {
    if (await cible.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('aucune tabulation n’y mène')
}

test('G03 : deux personnes prennent la même demande au même moment ; l’une l’a, l’autre lit pourquoi', async ({
  browser,
}) => {
  const pages = await Promise.all(
    ['GESTIONNAIRE', 'SUPERVISEUR'].map(async (qui) => {
      const contexte = await browser.newContext({ storageState: await session(qui) })
      return contexte.newPage()
    }),
  )
  for (const page of pages) {
    await page.goto('/gestion/corbeille')
    await page.getByRole('listitem').filter({ hasText: 'Maëlys Œuvrard' }).getByRole('link').first().click()
    await page.waitForURL(/corbeille\/[0-9a-f-]{36}$/)
  }
  await Promise.all(pages.map((page) => page.getByRole('button', { name: 'Prendre cette demande' }).click()))
  const issues = await Promise.all(
    pages.map(async (page) => {
      const [sienne, refus] = [
        page.getByText('chez vous'),
        page.getByText('Quelqu’un d’autre vient de prendre'),
      ]
      await expect(sienne.or(refus).first()).toBeVisible()
      return (await sienne.isVisible()) ? 'prise' : 'refusée'
    }),
  )
  expect([...issues].sort()).toEqual(['prise', 'refusée'])
  const perdant = pages.find((_, rang) => issues[rang] === 'refusée')
  if (perdant === undefined) throw new Error('personne n’a été refusé')
  await perdant.reload()
  await expect(perdant.getByText(/En cours de traitement · chez (Nadia|Olivier)/)).toBeVisible()
})

test('G01 G12 : au clavier seul, prendre la suivante, partir d’un modèle, répondre', async ({ page }) => {
  await connecter(page, 'GESTIONNAIRE')
  await page.goto('/gestion/corbeille?equipe=ADHESIONS')
  await tabuler(page, page.getByRole('button', { name: 'Prendre la suivante' }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/corbeille\/[0-9a-f-]{36}$/)
  await expect(page.getByText('chez vous')).toBeVisible()

  await tabuler(page, page.getByRole('link', { name: 'La carte de tiers payant' }))
  await page.keyboard.press('Enter')
  const reponse = page.getByLabel('Votre réponse')
  await expect(reponse).toHaveValue(/^Bonjour Thị Bích,/)
  await tabuler(page, page.getByRole('button', { name: 'Envoyer la réponse' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert', { name: 'À corriger' })).toContainText(
    'Il reste « [à compléter] » dans le texte',
  )

  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(reponse).toBeFocused()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Bonjour, cela ne gêne rien.')
  await tabuler(page, page.getByRole('button', { name: 'Envoyer la réponse' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/D-\d{6} · Répondue · chez vous/)).toBeVisible()
  await expect(page.getByText('Bonjour, cela ne gêne rien.')).toBeVisible()
})

test.describe('sans JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('G12 : un modèle s’ouvre par un lien, une note se garde, l’erreur reste dépliée', async ({ page }) => {
    await connecter(page, 'GESTIONNAIRE')
    await page.goto('/gestion/corbeille?miennes=oui')
    await page
      .getByRole('link', { name: /ma cotisation/ })
      .first()
      .click()
    await page.getByRole('link', { name: 'La cotisation et son calendrier' }).click()
    await expect(page.getByLabel('Votre réponse')).toHaveValue(/^Bonjour Aïssatou,/)
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click()
    await expect(page.getByRole('alert', { name: 'À corriger' })).toContainText('Il reste « [à compléter] »')
    await expect(page.getByLabel('Votre réponse')).toHaveValue(/^Bonjour Aïssatou,/)
    await page.getByText('Écrire une note interne').click()
    await page.getByLabel('La note').fill('Vu avec la comptabilité.')
    await page.getByRole('button', { name: 'Garder cette note' }).click()
    await expect(page.getByText('Vu avec la comptabilité.').first()).toBeVisible()
  })
})
