import { expect, type Page, test } from '@playwright/test'
import { session } from '../support/e2e-comptes'
import { montrerMaCarte } from './etats/carte'

const GARDER = 'Garder cette carte sur cet appareil'

async function garderMaCarte(page: Page): Promise<string> {
  await page.goto('/adherent/carte')
  await montrerMaCarte(page)
  await page.getByRole('button', { name: GARDER }).click()
  await page.getByText('est gardée sur cet appareil').waitFor()
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
  return page.url()
}

test('A13 : la carte gardée s’ouvre sans réseau, dit quand elle a été vérifiée, et s’efface', async ({
  browser,
}) => {
  const contexte = await browser.newContext({ storageState: await session('maelys') })
  const page = await contexte.newPage()
  const adresse = await garderMaCarte(page)
  await contexte.setOffline(true)
  await page.goto(adresse)
  await expect(page.getByText('N° adhérent', { exact: true })).toBeVisible()
  await expect(page.getByText('Vérifiée le')).toBeVisible()
  // The installed page opens on the kept card; no other page of the space was kept.
  await page.goto('/carte')
  await expect(page).toHaveURL(adresse)
  const autre = await contexte.newPage()
  await expect(autre.goto('/adherent')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
  await page.getByRole('button', { name: 'L’effacer de cet appareil' }).click()
  await page.getByText('Vous pouvez garder cette carte').waitFor()
  await expect(page.goto(adresse)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
  await contexte.close()
})

test('A13 : sans réseau, passé le dernier jour, la carte gardée est grise et le dit', async ({ browser }) => {
  const contexte = await browser.newContext({ storageState: await session('maelys') })
  const page = await contexte.newPage()
  const adresse = await garderMaCarte(page)
  await contexte.setOffline(true)
  await page.clock.setFixedTime('2027-01-01T08:00:00+01:00')
  await page.goto(adresse)
  await expect(page.getByRole('alert').filter({ hasText: 'n’est plus valable' })).toBeVisible()
  await expect(page.locator('.grayscale')).toBeVisible()
  // When the mutuelle last said so, not what the device's clock says.
  await expect(page.getByText('Vérifiée le')).not.toContainText('2027')
  await contexte.close()
})

test('A13 : ce qui est gardé ne contient que la carte et de quoi la dessiner', async ({ browser }) => {
  const contexte = await browser.newContext({ storageState: await session('maelys') })
  const page = await contexte.newPage()
  const adresse = await garderMaCarte(page)
  const gardes = await page.evaluate(async () => {
    const noms = await caches.keys()
    const cles = await Promise.all(noms.map(async (nom) => (await caches.open(nom)).keys()))
    return cles.flat().map(({ url }) => new URL(url).pathname)
  })
  const autres = gardes.filter(
    (chemin) => !chemin.startsWith('/_next/static/') && chemin !== '/organisme.css',
  )
  expect(autres).toEqual([new URL(adresse).pathname])
  const stockage = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    bases: (await indexedDB.databases()).length,
  }))
  expect(stockage).toEqual({ local: 0, session: 0, bases: 0 })
  await contexte.close()
})

test('A13 : se déconnecter efface la carte gardée', async ({ browser }) => {
  const contexte = await browser.newContext({ storageState: await session('maelys') })
  const page = await contexte.newPage()
  const adresse = await garderMaCarte(page)
  await page.goto('/adherent')
  await page.getByRole('button', { name: 'Me déconnecter' }).click()
  await page.waitForURL(/connexion/)
  await contexte.setOffline(true)
  await expect(page.goto(adresse)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
  await contexte.close()
})

test('A13 : avec du réseau, la connexion finie, l’icône ouvre encore la carte gardée', async ({
  browser,
}) => {
  const contexte = await browser.newContext({ storageState: await session('maelys') })
  const page = await contexte.newPage()
  const adresse = await garderMaCarte(page)
  await contexte.clearCookies()
  await page.goto('/carte')
  await expect(page).toHaveURL(adresse)
  await expect(page.getByText('N° adhérent', { exact: true })).toBeVisible()
  // The space itself still asks who is there.
  await page.getByRole('link', { name: 'Mon espace' }).click()
  await expect(page).toHaveURL(/connexion/)
  await contexte.close()
})

test('A13 : une carte refaite prend la place de celle qui était gardée, celle d’un autre contrat reste', async ({
  browser,
}) => {
  const contexte = await browser.newContext({ storageState: await session('maelys') })
  const page = await contexte.newPage()
  const adresse = new URL(await garderMaCarte(page)).pathname
  // As left by a card made before this one, and by a second contract.
  const [ancienne, autre] = [
    '/carte/00000000-0000-4000-8000-000000000001',
    '/carte/00000000-0000-4000-8000-000000000002',
  ]
  await page.evaluate(
    async ([gardee = '', avant = '', ailleurs = '']) => {
      const cache = await caches.open('carte')
      const reponse = await cache.match(gardee, { ignoreVary: true })
      const entete = reponse?.headers.get('X-Carte') ?? ''
      await cache.put(avant, new Response('ancienne', { headers: { 'X-Carte': entete } }))
      const deux = encodeURIComponent(JSON.stringify({ cle: 'un autre', titre: 'Contrat n° 2', detail: '' }))
      await cache.put(ailleurs, new Response('autre', { headers: { 'X-Carte': deux } }))
      await cache.delete(gardee, { ignoreVary: true })
    },
    [adresse, ancienne, autre],
  )
  await page.goto('/carte')
  await page.getByText('a été remplacée par celle-ci').waitFor()
  const gardees = await page.evaluate(async () =>
    (await (await caches.open('carte')).keys())
      .map(({ url }) => new URL(url).pathname)
      .filter((chemin) => chemin.startsWith('/carte/')),
  )
  expect(gardees.sort()).toEqual([adresse, autre].sort())
  await contexte.setOffline(true)
  await page.goto('/carte')
  await expect(page.getByRole('heading', { name: 'Mes cartes gardées' })).toBeVisible()
  await page
    .getByRole('link', { name: /^Contrat n°/ })
    .filter({ hasNotText: /n° 2$/ })
    .click()
  await expect(page.getByText('N° adhérent', { exact: true })).toBeVisible()
  await contexte.close()
})
