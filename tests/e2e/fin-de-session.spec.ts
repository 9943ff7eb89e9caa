import { type Browser, expect, type Page, test } from '@playwright/test'
import { PHRASES_TELEPHONE } from '@/lib/lexique/coordonnees'
import { compteDemonstration } from '../support/e2e-base'
import { connecter, session } from '../support/e2e-comptes'

const PAGE = '/adherent/coordonnees/telephones'
const NUMERO = '06 39 98 12 34'

/** A page with a clock of its own, where something was typed; the server's clock does not move. */
async function ecrire(browser: Browser, qui: string): Promise<Page> {
  const contexte = await browser.newContext({ locale: 'fr-FR', storageState: await session(qui) })
  const page = await contexte.newPage()
  await page.clock.install()
  await page.goto(PAGE, { waitUntil: 'networkidle' })
  await page.locator('main [name=mobile]').fill(NUMERO)
  return page
}

/** What the server would say then, of this same session. */
async function annoncer(page: Page, reste: number): Promise<void> {
  const dit: unknown = await (await page.request.get('/session')).json()
  await page.route('**/session', (route) => route.fulfill({ json: { ...Object(dit), reste } }))
}

const dialogue = (page: Page, titre: string) => page.getByRole('alertdialog', { name: titre })
const BIENTOT = 'Votre session va bientôt finir'
const FINIE = 'Votre session est finie'

test('S-05 : deux minutes avant la fin, un dialogue au clavier prolonge la session, et rien de ce qui est tapé n’est perdu', async ({
  browser,
}) => {
  const page = await ecrire(browser, 'thaddee')
  await page.clock.fastForward('27:50')
  await expect(dialogue(page, BIENTOT)).toBeHidden()
  await annoncer(page, 119_000)
  await page.clock.fastForward('00:15')
  await expect(dialogue(page, BIENTOT)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Rester connecté' })).toBeFocused()
  // Only the dialog is reached by the keyboard.
  for (let i = 0; i < 6; i += 1) {
    await page.keyboard.press('Tab')
    const dehors = await page.evaluate(
      () => document.activeElement !== document.body && document.activeElement?.closest('dialog') === null,
    )
    expect(dehors).toBe(false)
  }
  await page.getByRole('button', { name: 'Rester connecté' }).focus()
  await page.unroute('**/session')
  await page.keyboard.press('Enter')
  await expect(dialogue(page, BIENTOT)).toBeHidden()
  await expect(page.locator('main [name=mobile]')).toHaveValue(NUMERO)
  await expect(page).toHaveURL(PAGE)
  await page.context().close()
})

test('S-05 : Échap referme l’avertissement sans rien prolonger ; la fin se dit quand même', async ({
  browser,
}) => {
  const page = await ecrire(browser, 'camille')
  await annoncer(page, 119_000)
  await page.clock.fastForward('28:05')
  await expect(dialogue(page, BIENTOT)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialogue(page, BIENTOT)).toBeHidden()
  await expect(page.locator('main [name=mobile]')).toBeFocused()
  await page.unroute('**/session')
  await annoncer(page, 0)
  await page.clock.fastForward('02:05')
  await expect(dialogue(page, FINIE)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Me reconnecter (nouvel onglet)' })).toBeFocused()
  await page.context().close()
})

test('S-05 : finie, la page le dit, cache ce qu’elle montrait, et après une reconnexion ailleurs ce qui est tapé s’envoie', async ({
  browser,
}) => {
  const page = await ecrire(browser, 'beatriz')
  const ailleurs = await browser.newContext({ storageState: await session('beatriz') })
  const autre = await ailleurs.newPage()
  await autre.goto('/adherent/mon-compte/connexions')
  await autre.getByRole('button', { name: 'Fermer toutes les autres connexions' }).click()
  await expect(autre.getByText('Les autres connexions sont fermées')).toBeVisible()
  await ailleurs.close()

  await page.clock.fastForward('30:05')
  await expect(dialogue(page, FINIE)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialogue(page, FINIE)).toBeVisible()
  const voile = await page
    .locator('dialog')
    .evaluate((boite) => getComputedStyle(boite, '::backdrop').backgroundColor)
  expect(voile).not.toMatch(/rgba\(.*, ?0(\.\d+)?\)|transparent/)
  await page.getByRole('button', { name: 'C’est fait, reprendre' }).click()
  await expect(page.getByText('Vous n’êtes pas encore reconnecté')).toBeVisible()

  const [onglet] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Me reconnecter (nouvel onglet)' }).click(),
  ])
  await expect(onglet.getByText('Votre session est finie')).toBeVisible()
  await connecter(onglet, 'beatriz')
  await onglet.close()
  // Coming back to the page is enough.
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(dialogue(page, FINIE)).toBeHidden()
  await expect(page.locator('main [name=mobile]')).toHaveValue(NUMERO)
  await page.getByLabel('Votre mot de passe').fill(compteDemonstration('beatriz').motDePasse)
  await page.locator('main form button').click()
  await expect(page.getByRole('status')).toContainText(PHRASES_TELEPHONE.FAIT)
  await page.goto('/adherent/coordonnees')
  await expect(page.locator('main')).toContainText(/06\s39\s98\s12\s34/)
  await page.context().close()
})

test('S-05 : reconnecté au nom de quelqu’un d’autre, la page n’envoie plus rien', async ({ browser }) => {
  const page = await ecrire(browser, 'gerard')
  const autre = await page.context().newPage()
  await connecter(autre, 'sander')
  await autre.close()
  await page.clock.fastForward('28:05')
  await expect(dialogue(page, 'Une autre personne est connectée')).toBeVisible()
  await page.context().close()
})

test.describe('sans JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('S-05 : la page d’après dit que la session est finie, et la connexion ramène à la page', async ({
    browser,
    page,
  }) => {
    await connecter(page, 'roger')
    const ailleurs = await browser.newContext({ javaScriptEnabled: false })
    const autre = await ailleurs.newPage()
    await connecter(autre, 'roger')
    await autre.goto('/adherent/mon-compte/connexions')
    await autre.getByRole('button', { name: 'Fermer toutes les autres connexions' }).click()
    await expect(autre.getByText('Les autres connexions sont fermées')).toBeVisible()
    await ailleurs.close()
    await page.goto('/adherent/limites')
    await expect(page.getByText('Votre session est finie')).toBeVisible()
    await page.getByLabel('E-mail ou code d').fill('roger.abitbol@exemple.test')
    await page.getByLabel('Mot de passe').fill('quatre tilleuls, un canal bleu')
    await page.getByRole('button', { name: 'Me connecter' }).click()
    await expect(page).toHaveURL(/\/adherent\/limites$/)
  })
})
