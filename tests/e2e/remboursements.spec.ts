import { type Browser, expect, type Locator, test } from '@playwright/test'
import { connecter, session } from '../support/e2e-comptes'

const LISTE = '/adherent/remboursements'

/** « −1 234,56 € » → −123456. */
const centimes = (texte: string): number => Number(texte.replaceAll('−', '-').replace(/[^\d-]/g, ''))

async function montants(article: Locator): Promise<Map<string, number>> {
  const paires = await article
    .locator('dl > div')
    .evaluateAll((lignes) =>
      lignes.map((ligne) => [
        ligne.querySelector('dt')?.textContent ?? '',
        ligne.querySelector('dd')?.textContent ?? '',
      ]),
    )
  return new Map(paires.map(([libelle = '', montant = '']) => [libelle, centimes(montant)]))
}

/** What each line says adds up: the shares make the expense, to the cent. */
async function verifierLignes(articles: Locator): Promise<number> {
  const nombre = await articles.count()
  for (let rang = 0; rang < nombre; rang += 1) {
    const m = await montants(articles.nth(rang))
    const parts = ['Assurance maladie', 'Régime local', 'Autre complémentaire', 'Mutuelle', 'À votre charge']
    const somme = parts.reduce((total, part) => total + (m.get(part) ?? 0), 0)
    expect(somme, `ligne ${rang}`).toBe(m.get('Dépense'))
  }
  return nombre
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('A04, A06 : une adhérente se connecte et lit des lignes qui tombent juste, avec leurs raisons', async ({
      page,
    }) => {
      await connecter(page, 'maelys')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Bonjour')
      await page.getByRole('link', { name: 'Voir mes remboursements en détail' }).click()
      await expect(page).toHaveTitle(/^Mes remboursements en détail/)
      const articles = page.getByRole('article')
      expect(await verifierLignes(articles)).toBeGreaterThan(5)

      const premiere = articles.first()
      await premiere.getByText('Pourquoi ce montant ?').click()
      await expect(premiere.getByRole('list').getByRole('listitem').first()).toBeVisible()
      await expect(premiere.locator('details')).toContainText('»')

      await premiere.getByRole('heading').getByRole('link').click()
      await expect(page.getByRole('heading', { name: 'Pourquoi ce montant ?' })).toBeVisible()
    })

    test('A05 : les filtres, par personne et par versement, et les pages sont dans l’adresse', async ({
      browser,
    }) => {
      const page = await ouvrir(browser, javaScriptEnabled)
      await page.goto(LISTE)
      await page.getByRole('link', { name: '24 derniers mois' }).click()
      await page.getByRole('link', { name: 'Remboursements plus anciens' }).click()
      await verifierLignes(page.getByRole('article'))
      await expect(page.getByRole('link', { name: 'Remboursements plus récents' })).toBeVisible()

      await page.goto(LISTE)
      const prenom = (await page.getByRole('checkbox').last().locator('xpath=..').textContent())?.trim() ?? ''
      await page.getByRole('checkbox', { name: prenom }).check()
      await page.getByRole('radio', { name: 'aux professionnels' }).check()
      await page.getByRole('button', { name: 'Afficher ces remboursements' }).click()
      expect(new URL(page.url()).searchParams.get('verse')).toBe('professionnels')
      for (const ligne of await page.getByRole('article').all()) {
        await expect(ligne).toContainText(prenom)
        await expect(ligne).not.toContainText('à vous')
      }
      await page.context().close()
    })

    test('la fin de la période avant son début : la page le dit, garde la saisie et mène au champ', async ({
      browser,
    }) => {
      const page = await ouvrir(browser, javaScriptEnabled)
      await page.goto(`${LISTE}?du=2026-03-02&au=2026-03-01`)
      await expect(page).toHaveTitle(/^Erreur : /)
      await expect(page.getByLabel('Au', { exact: true })).toHaveValue('2026-03-01')
      await expect(page.getByLabel('Au', { exact: true })).toHaveAccessibleDescription(
        /doit suivre son début/,
      )
      await page.getByRole('alert').getByRole('link').click()
      expect(new URL(page.url()).hash).toBe('#au')
      await page.context().close()
    })
  })
}

async function ouvrir(browser: Browser, javaScriptEnabled: boolean) {
  const contexte = await browser.newContext({
    javaScriptEnabled,
    storageState: await session('maelys'),
  })
  return contexte.newPage()
}

test('la ligne d’une autre famille est introuvable', async ({ browser }) => {
  const sienne = await ouvrir(browser, false)
  await sienne.goto('/adherent')
  const lien = await sienne.getByRole('article').first().getByRole('link').getAttribute('href')
  await sienne.context().close()

  const autre = await browser.newContext({ storageState: await session('jean-francois') })
  const page = await autre.newPage()
  const reponse = await page.goto(lien ?? '')
  expect(reponse?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Introuvable')
  expect((await page.goto(`${LISTE}/pas-un-identifiant`))?.status()).toBe(404)
  await autre.close()
})

test('au clavier seul : se connecter, aller au contenu, déplier une raison, se déconnecter', async ({
  page,
}) => {
  await connecter(page, 'maelys')
  await page.goto(LISTE)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  const raison = page.locator('article summary').first()
  for (let pas = 0; pas < 40; pas += 1) {
    await page.keyboard.press('Tab')
    if (await raison.evaluate((element) => element === document.activeElement)) break
    expect(await page.evaluate(() => document.activeElement?.tagName), 'le focus ne se perd pas').not.toBe(
      'BODY',
    )
  }
  await expect(raison).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('article').first().getByRole('listitem').first()).toBeVisible()

  const sortie = page.getByRole('button', { name: 'Me déconnecter' })
  await sortie.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/connexion/)
  await page.goto(LISTE)
  await expect(page).toHaveURL(/\/connexion\?retour=/)
})
