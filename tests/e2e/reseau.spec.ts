import { expect, test } from '@playwright/test'
import { compteDemonstration } from '../support/e2e-base'
import { session } from '../support/e2e-comptes'
import { unPdf } from '../support/e2e-piece'

const ADRESSE = '/adherent/coordonnees/adresse'
const ENVOI = '/adherent/documents/envoyer'

test('T04 : le réseau manque au moment d’envoyer un formulaire, ce qui est tapé reste, et repart quand il revient', async ({
  browser,
}) => {
  const contexte = await browser.newContext({ storageState: await session('simone') })
  const page = await contexte.newPage()
  await page.goto(ADRESSE, { waitUntil: 'networkidle' })
  await page.locator('main [name=voie]').fill('12 rue des Tilleuls')
  await page.locator('main [name=codePostal]').fill('35000')
  await page.locator('main [name=ville]').fill('Rennes')
  await page.locator('main [name=du]').fill('2026-04-01')
  await page.locator('main [name=justificatif]').setInputFiles(await unPdf('quittance.pdf'))
  await contexte.setOffline(true)
  await page.getByRole('button', { name: 'Enregistrer ma nouvelle adresse' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Le réseau a manqué' })).toBeVisible()
  await expect(page.locator('main [name=voie]')).toHaveValue('12 rue des Tilleuls')
  await expect(page.locator('main [name=du]')).toHaveValue('2026-04-01')
  await contexte.setOffline(false)
  await page.getByRole('button', { name: 'Enregistrer ma nouvelle adresse' }).click()
  await expect(page.getByRole('status')).toContainText('Nouvelle adresse enregistrée : 12 rue des Tilleuls')
  await contexte.close()
})

test('T04 : la réponse perdue en route, le même envoi deux fois n’écrit qu’une fois', async ({ browser }) => {
  const contexte = await browser.newContext({ storageState: await session('roger') })
  const page = await contexte.newPage()
  await page.goto('/adherent/coordonnees/telephones', { waitUntil: 'networkidle' })
  await page.locator('main [name=mobile]').fill('06 12 34 56 78')
  await page.locator('main [name=fixe]').fill('')
  await page.locator('main [name=motDePasse]').fill(compteDemonstration('roger').motDePasse)
  // The server answers; the answer never comes.
  await page.route('**/telephones', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  await page.getByRole('button', { name: 'Enregistrer mes numéros' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Le réseau a manqué' })).toBeVisible()
  await expect(page.locator('main [name=mobile]')).toHaveValue('06 12 34 56 78')
  await page.unroute('**/telephones')
  await page.getByRole('button', { name: 'Enregistrer mes numéros' }).click()
  await expect(page.getByRole('status')).toContainText('Vos numéros sont enregistrés')
  await contexte.close()
})

test('T04 : un fichier choisi et ce qu’il est ne sont pas perdus avec le réseau', async ({ browser }) => {
  const contexte = await browser.newContext({ storageState: await session('simone') })
  const page = await contexte.newPage()
  await page.goto(ENVOI, { waitUntil: 'networkidle' })
  await page.getByLabel('Une facture acquittée').check()
  await page.getByLabel('Vos fichiers').setInputFiles(await unPdf('facture.pdf'))
  await contexte.setOffline(true)
  await page.getByRole('button', { name: 'Envoyer ces documents' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Le réseau a manqué' })).toBeVisible()
  await expect(page.getByLabel('Une facture acquittée')).toBeChecked()
  await expect(page.getByRole('listitem').filter({ hasText: 'facture.pdf' })).toBeVisible()
  await contexte.setOffline(false)
  await page.getByRole('button', { name: 'Envoyer ces documents' }).click()
  await expect(page.getByRole('link', { name: /Télécharger/ }).first()).toBeVisible()
  await contexte.close()
})
