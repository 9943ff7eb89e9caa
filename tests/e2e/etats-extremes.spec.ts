import { type Browser, expect, type Page, test } from '@playwright/test'
import { axe } from '../support/e2e-axe'
import { session } from '../support/e2e-comptes'
import type { Extreme } from '../support/e2e-extremes'
import { lireMotifs, manquesDe, SORTES_DE_FAIT } from '../support/motifs-rendus'
import { ROUTES } from './politiques'

const PAGES = Object.entries(ROUTES)
  .filter(
    ([route, politique]) => (politique === 'ADHERENT' || politique === 'CONTRAT') && !route.includes('['),
  )
  .map(([route]) => route)

async function ouvrir(browser: Browser, qui: Extreme): Promise<Page> {
  const contexte = await browser.newContext({
    storageState: await session(qui),
    viewport: { width: 320, height: 640 },
    reducedMotion: 'reduce',
  })
  return contexte.newPage()
}

const REGLES = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag22aa'] }

/** Said, accessible, and inside the width of a small phone. */
async function regarder(page: Page, route: string): Promise<void> {
  await expect.soft(page.getByRole('heading', { level: 1 }), route).toHaveCount(1)
  expect.soft(await axe(page, REGLES), route).toEqual([])
  const deborde = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
  )
  expect.soft(deborde, `${route} déborde`).toBe(false)
  expect.soft(manquesDe(await page.evaluate(lireMotifs, SORTES_DE_FAIT)), route).toEqual([])
  await expect.soft(page.locator('body'), route).not.toContainText(/undefined|NaN|\[object|Invalid Date/)
}

test('vide : qui n’a ni contrat ni soin lit sur chaque page ce qu’il n’y a pas, et quoi faire', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const page = await ouvrir(browser, 'rien')
  for (const route of PAGES) {
    const reponse = await page.goto(route)
    // A page of who holds a contract, or is covered by one, does not exist for who has none.
    const duContrat = ROUTES[route] === 'CONTRAT' || route === '/adherent/coordonnees/rib'
    expect.soft(reponse?.status(), route).toBe(duContrat ? 404 : 200)
    await regarder(page, route)
  }
  await page.context().close()
})

/** The pages that list, count or add up what the thousand left. */
const LISTES = [
  '',
  '/remboursements',
  '/limites',
  '/mon-annee',
  '/documents',
  '/releves',
  '/contrats/droits',
] as const

test('plein : avec mille soins, mille usages d’un forfait et mille papiers, chaque liste s’affiche et tient dans sa largeur', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const page = await ouvrir(browser, 'mille')
  for (const suite of LISTES) {
    const route = `/adherent${suite}`
    expect.soft((await page.goto(route))?.status(), route).toBe(200)
    await regarder(page, route)
  }
  await page.goto('/adherent/remboursements?du=2025-01-01&au=2025-12-31')
  await expect(page.getByText('1000 soins')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Remboursements plus anciens' })).toBeVisible()
  await page.goto('/adherent/limites')
  await expect(page.getByText('Les 1000 soins comptés')).toBeVisible()
  await page.context().close()
})

test('panne : un contrat que le portail ne sait pas lire donne une page qui le dit, jamais une page blanche ni un faux montant', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const page = await ouvrir(browser, 'panne')
  let pannes = 0
  for (const route of PAGES) {
    const reponse = await page.goto(route)
    await regarder(page, route)
    if (reponse?.status() !== 500) continue
    pannes += 1
    await expect
      .soft(page.getByRole('heading', { level: 1 }), route)
      .toHaveText('Cette page n’a pas pu s’afficher')
    await expect.soft(page.getByRole('button', { name: 'Réessayer' }), route).toBeVisible()
    await expect.soft(page.locator('body'), route).not.toContainText(/reglement-disparu|Error|\.ts/)
  }
  expect(pannes).toBeGreaterThan(3)
  await page.context().close()
})
