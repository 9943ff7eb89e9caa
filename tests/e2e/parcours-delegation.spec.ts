import { expect, test } from '@playwright/test'
import { compteDemonstration } from '../support/e2e-base'
import { DEMANDE, ouvrir } from '../support/e2e-parcours'

test.describe.configure({ timeout: 180_000 })

const PAGE = '/adherent/mon-compte/delegations'

test('A35 : une épouse confie son espace à son conjoint, il demande pour elle, elle l’arrête, il est refusé', async ({
  browser,
}) => {
  const elle = await ouvrir(browser, 'aissatou')
  await elle.goto(`${PAGE}/donner`)
  await elle.getByLabel('Conjoint, partenaire ou concubin').check()
  await elle.getByLabel('Son adresse e-mail').fill('thaddee.kowalczyk@exemple.test')
  await elle.getByLabel('Voir, et faire les demandes').check()
  // Her open session is not enough.
  await elle.getByRole('button', { name: 'Envoyer ma proposition' }).click()
  await expect(elle.getByRole('alert').filter({ hasText: 'Retapez votre mot de passe' })).toBeVisible()
  await elle.getByLabel('Votre mot de passe').fill(compteDemonstration('aissatou').motDePasse)
  await elle.getByRole('button', { name: 'Envoyer ma proposition' }).click()
  await expect(elle.getByText('C’est envoyé.')).toBeVisible()
  await expect(elle.getByText(/En attente d’une réponse/)).toBeVisible()

  const lui = await ouvrir(browser, 'thaddee')
  await lui.goto(PAGE)
  await lui.getByRole('button', { name: 'Accepter' }).click()
  await lui.getByRole('button', { name: /^Agir pour Aïssatou/ }).click()
  await lui.waitForURL(/\/adherent$/)
  const barre = lui.getByRole('status').filter({ hasText: 'Vous agissez pour' })
  await expect(barre).toContainText('Aïssatou')
  await expect(lui.getByRole('heading', { level: 1 })).toContainText('Aïssatou')

  // What is of the account is nobody else's.
  await lui.goto('/adherent/mon-compte')
  await lui.waitForURL(/\/adherent\/agir\?info=compte$/)
  await lui.goto('/adherent/coordonnees/telephones')
  await lui.locator('main [name=mobile]').fill('06 12 34 56 78')
  await lui.getByRole('button', { name: 'Enregistrer mes numéros' }).click()
  await expect(
    lui.getByRole('alert').filter({ hasText: 'ne se fait pas pour quelqu’un d’autre' }),
  ).toBeVisible()

  await lui.goto('/adherent/messagerie/ecrire')
  await lui.locator('main input[type=radio]').first().check()
  await lui.getByLabel('Votre message').fill('Bonjour, mon épouse attend un remboursement de février.')
  await lui.getByRole('button', { name: /Envoyer/ }).click()
  await lui.waitForURL(DEMANDE)
  const demande = lui.url()

  // Another tab goes back to his own space: what this page wrote for her is not sent for him.
  await lui.goto('/adherent/messagerie/ecrire')
  await lui.locator('main input[type=radio]').first().check()
  await lui.getByLabel('Votre message').fill('Et pour elle encore ceci.')
  const onglet = await lui.context().newPage()
  await onglet.goto('/adherent/agir')
  await onglet.getByRole('main').getByRole('button', { name: 'Revenir à mon espace' }).click()
  await onglet.waitForURL(/\/adherent$/)
  await lui.evaluate(() => dispatchEvent(new Event('focus')))
  const ailleurs = lui.getByRole('alertdialog', { name: 'Vous êtes passé dans un autre espace' })
  await expect(ailleurs).toBeVisible()
  // Without the warning, the server refuses all the same.
  await lui.locator('dialog').evaluate((boite) => boite.remove())
  await lui.getByRole('button', { name: /Envoyer/ }).click()
  await expect(
    lui.getByRole('alert').filter({ hasText: 'Cette page était faite pour un autre espace' }),
  ).toBeVisible()
  await onglet.goto('/adherent/agir')
  await onglet.getByRole('button', { name: /^Agir pour Aïssatou/ }).click()
  await onglet.waitForURL(/\/adherent$/)
  await lui.getByRole('button', { name: /Envoyer/ }).click()
  await lui.waitForURL(DEMANDE)
  await onglet.close()

  // It is hers: she reads it in her space, and who did it.
  await elle.goto(demande)
  await expect(elle.getByText('mon épouse attend un remboursement')).toBeVisible()
  await elle.goto(PAGE)
  await elle
    .getByText(/^Ce qui a été fait/)
    .first()
    .click()
  await expect(elle.getByText(/Page vue : Accueil/).first()).toBeVisible()
  await expect(elle.getByText(/Demande avancée/).first()).toBeVisible()
  await elle.getByRole('button', { name: 'Arrêter maintenant' }).click()
  await expect(elle.getByText('C’est arrêté, dès maintenant.')).toBeVisible()

  await lui.goto(demande)
  await lui.waitForURL(/\/adherent\/agir\?info=fini$/)
  await expect(lui.getByText('vous ne voyez plus l’espace de cette personne')).toBeVisible()
  await lui.getByRole('main').getByRole('button', { name: 'Revenir à mon espace' }).click()
  await lui.waitForURL(/\/adherent$/)
  await expect(lui.getByRole('heading', { level: 1 })).toContainText('Thaddée')
  expect((await lui.goto(demande))?.status()).toBe(404)
  await elle.context().close()
  await lui.context().close()
})
