import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { connecter } from '../support/e2e-comptes'

/** « 1 234,56 € », whatever its spaces and its minus sign. */
const MONTANTS = /[-−]?\d{1,3}(?:[ \u00a0\u202f]\d{3})*,\d{2}[ \u00a0\u202f]€/gu
const montants = (texte: string): string[] =>
  [...texte.matchAll(MONTANTS)].map(([m]) => m.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-')).sort()

/** The text of the downloaded bytes, by a reader that is not ours. */
async function telecharger(
  page: Page,
  nom: RegExp,
): Promise<{ readonly texte: string; readonly fichier: string }> {
  const attente = page.waitForEvent('download')
  await page.getByRole('link', { name: nom }).click()
  const telechargement = await attente
  const chemin = await telechargement.path()
  expect(readFileSync(chemin).subarray(0, 5).toString()).toBe('%PDF-')
  return {
    texte: execFileSync('pdftotext', ['-layout', chemin, '-'], { encoding: 'utf8' }),
    fichier: telechargement.suggestedFilename(),
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('A07 : une adhérente trouve son relevé, le lit, et le PDF dit les mêmes montants', async ({
      page,
    }) => {
      await connecter(page, 'maelys')
      await page.getByRole('link', { name: 'Mes relevés de prestation' }).first().click()
      await expect(page).toHaveTitle(/^Mes relevés de prestation/)
      const premier = page.getByRole('article').first()
      const numero = /R-\d{4}-\d{6}/.exec((await premier.textContent()) ?? '')?.[0] ?? ''
      const [total = ''] = montants((await premier.textContent()) ?? '')
      await premier.getByRole('heading').getByRole('link').click()
      await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
      const papier = page.getByRole('main').getByRole('article')
      await expect(papier).toContainText(numero)
      // As it is laid out: a cell's text is not glued to the next.
      const cellules = await papier.locator('td, th, dd, p, li').allInnerTexts()
      const lus = montants(cellules.join('\n'))
      expect(lus).toContain(total)
      expect(lus.length).toBeGreaterThan(10)

      const { texte, fichier } = await telecharger(page, /Télécharger en PDF/)
      expect(texte).toContain(numero)
      expect(montants(texte)).toEqual(lus)
      expect(fichier).toBe(`Relevé de prestations ${numero}.pdf`)
    })

    test('A12 : elle demande sa carte, la retrouve dans ses documents, et la redemander n’en fait pas une autre', async ({
      page,
    }) => {
      await connecter(page, 'maelys')
      await page.goto('/adherent/documents')
      await page.getByRole('button', { name: 'Voir ma carte de tiers payant' }).click()
      await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
      const carte = page.url()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('arte')
      await page.getByRole('link', { name: 'Revenir à mes documents' }).click()
      await expect(page.locator(`a[href="${new URL(carte).pathname}"]`)).toBeVisible()
      await page.getByRole('button', { name: 'Voir ma carte de tiers payant' }).click()
      await page.waitForURL(carte)
    })

    test('un contrat fini n’a plus de carte : la page dit depuis quand, et quoi demander', async ({
      page,
    }) => {
      await connecter(page, 'sander')
      await page.goto('/adherent/documents')
      await page.getByRole('button', { name: 'Voir ma carte de tiers payant' }).click()
      await expect(page.getByRole('main').getByRole('alert')).toContainText('a pris fin le 30 juin 2025')
      await page.getByRole('button', { name: 'Obtenir mon attestation de droits' }).click()
      await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
      await expect(page.getByRole('main').getByRole('article')).toContainText(/30\/06\/2025|30 juin 2025/)
    })
  })
}

test('l’adresse imprimée sur la carte dit à quiconque si elle vaut encore, sans nommer personne', async ({
  page,
  browser,
}) => {
  await connecter(page, 'maelys')
  await page.goto('/adherent/documents')
  await page.getByRole('button', { name: 'Voir ma carte de tiers payant' }).click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
  const adresse =
    (await page.getByRole('link', { name: /Ce que le code imprimé/ }).getAttribute('href')) ?? ''
  expect(adresse).toMatch(/\/verifier\/[\w-]{22,64}$/)
  const inconnu = await browser.newContext()
  const autre = await inconnu.newPage()
  await autre.goto(adresse)
  const main = autre.getByRole('main')
  await expect(main).toContainText('valable aujourd’hui')
  await expect(main).toContainText('M. Œ.')
  await expect(main).not.toContainText(/Maëlys|Œuvrard/)
  expect(await autre.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
  await autre.goto(`${adresse.slice(0, -4)}aaaa`)
  await expect(main).toContainText('Aucun document de la mutuelle ne porte cette adresse')
  await inconnu.close()
})
