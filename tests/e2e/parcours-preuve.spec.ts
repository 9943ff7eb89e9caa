import { expect, test } from '@playwright/test'
import { clavier } from '../support/e2e-clavier'
import { accepter, apercu, DEMANDE, ouvrir, piece } from '../support/e2e-parcours'

test.describe.configure({ timeout: 180_000 })

test('A17 : au clavier seul, la preuve de l’année d’un enfant qui étudie ; acceptée, elle est connue de la mutuelle', async ({
  browser,
}) => {
  const page = await ouvrir(browser, 'gwenaelle')
  const mains = clavier(page)
  await page.goto('/adherent/demandes/preuve')
  await mains.cocher(page.getByLabel('Titouan'))
  await mains.cocher(page.getByLabel('étudiant ou lycéen'))
  await mains.cocher(page.getByRole('group', { name: 'Est-elle célibataire ?' }).getByLabel('Oui'))
  await mains.cocher(
    page.getByRole('group', { name: 'Est-elle rattachée à votre foyer fiscal ?' }).getByLabel('Oui'),
  )
  await mains.joindre(page.getByLabel('La preuve'), await piece('certificat-de-scolarite.pdf'))
  await mains.presser(page.getByRole('button', { name: 'Envoyer cette preuve' }))
  await mains.presser(page.getByRole('link', { name: 'Suivre ma demande' }))
  await page.waitForURL(DEMANDE)
  const demande = page.url()
  await accepter(browser, page, async (agent) => {
    await expect(apercu(agent)).toContainText('reçue le 17 mars 2026')
  })
  await page.goto(demande)
  await expect(page.getByRole('heading', { name: 'Votre demande est acceptée' })).toBeVisible()
  await page.goto('/adherent/beneficiaires')
  await expect(page.getByRole('article').filter({ hasText: 'Titouan' })).toContainText('Couverture depuis')
  await page.context().close()
})
