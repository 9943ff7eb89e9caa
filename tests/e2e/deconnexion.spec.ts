import { expect, type Request, test } from '@playwright/test'
import { compteDemonstration } from '../support/e2e-base'
import { connecter } from '../support/e2e-comptes'
import { ROUTES } from './politiques'

/** Pages and routes of the member's space that ask for no id. */
const PAGES = Object.entries(ROUTES)
  .filter(([route, politique]) => /^(ADHERENT|CONTRAT)$/.test(politique) && !route.includes('['))
  .map(([route]) => route)
  .slice(0, 18)

test('S-01 : après la déconnexion, le cookie copié ne sert plus, vingt fois sur vingt : pages, téléchargement, action', async ({
  page,
  playwright,
  baseURL,
}) => {
  test.setTimeout(90_000)
  await connecter(page, 'christelle')
  await page.goto('/adherent/documents')
  const document = await page
    .locator('main a[href^="/adherent/documents/"]')
    .evaluateAll((liens) =>
      liens
        .map((lien) => lien.getAttribute('href') ?? '')
        .find((href) => /^\/adherent\/documents\/[0-9a-f-]{36}/.test(href)),
    )
  const telechargement = `${(document ?? '').replace(/\/telecharger$/, '')}/telecharger`

  await page.goto('/adherent/coordonnees/telephones', { waitUntil: 'networkidle' })
  const envoi = page.waitForRequest((requete: Request) => requete.method() === 'POST')
  await page.locator('main [name=mobile]').fill('06 12 34 56 78')
  await page.getByLabel('Votre mot de passe').fill(compteDemonstration('christelle').motDePasse)
  await page.locator('main form button').click()
  const requete = await envoi
  const entetes = await requete.allHeaders()
  const corps = requete.postDataBuffer() ?? Buffer.from('')
  await expect(page.getByRole('status').first()).toBeVisible()

  const copie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const rejouer = await playwright.request.newContext(baseURL === undefined ? {} : { baseURL })
  const demander = (route: string) =>
    rejouer.get(route, { headers: { cookie: copie }, maxRedirects: 0, failOnStatusCode: false })
  // Before: each of them opens, so that their closing afterwards means something.
  expect((await demander(telechargement)).status()).toBe(200)
  for (const route of PAGES.slice(0, 3)) expect((await demander(route)).status()).toBe(200)

  const sortie = page.waitForResponse((reponse) => reponse.url().endsWith('/deconnexion'))
  await page.getByRole('button', { name: 'Me déconnecter' }).click()
  expect((await (await sortie).allHeaders())['clear-site-data']).toBe('"cache", "storage"')
  await page.waitForURL(/connexion/)

  const reponses = []
  for (const route of [...PAGES, telechargement]) {
    const reponse = await demander(route)
    reponses.push([route, reponse.status(), /^\/connexion/.test(reponse.headers().location ?? '')])
  }
  const { 'content-length': _longueur, ...autres } = Object.fromEntries(
    Object.entries(entetes).filter(([nom]) => !nom.startsWith(':')),
  )
  const action = await rejouer.post(requete.url(), {
    headers: { ...autres, cookie: copie },
    data: corps,
    maxRedirects: 0,
    failOnStatusCode: false,
  })
  expect(`${action.headers()['x-action-redirect'] ?? ''}${action.headers().location ?? ''}`).toContain(
    '/connexion',
  )
  expect(await action.text()).not.toContain('06 12 34 56 78')
  expect(reponses).toHaveLength(19)
  expect(reponses.filter(([, , renvoyee]) => renvoyee !== true)).toEqual([])
  await rejouer.dispose()
})

test('après la déconnexion, ni le retour ni le cache du navigateur ne montrent rien', async ({ page }) => {
  await connecter(page, 'branislav')
  const reponse = await page.goto('/adherent/mon-compte')
  expect(reponse?.headers()['cache-control']).toContain('no-store')
  await expect(page.getByText('branislav.vukovic@exemple.test').first()).toBeVisible()
  await page.goto('/adherent/coordonnees')
  await page.getByRole('button', { name: 'Me déconnecter' }).click()
  await expect(page.getByText('Vous êtes déconnecté.')).toBeVisible()
  for (let i = 0; i < 3; i += 1) {
    await page.goBack()
    await expect(page.getByText('branislav.vukovic@exemple.test')).toHaveCount(0)
    await expect(page.getByText('VUKOVIĆ')).toHaveCount(0)
  }
  const garde = await page.evaluate(async () => ({
    caches: await caches.keys(),
    local: localStorage.length,
    session: sessionStorage.length,
    bases: (await indexedDB.databases()).length,
    ouvriers: (await navigator.serviceWorker.getRegistrations()).length,
  }))
  expect(garde).toEqual({ caches: [], local: 0, session: 0, bases: 0, ouvriers: 0 })
})
