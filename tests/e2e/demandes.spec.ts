import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { compteDemonstration } from '../support/e2e-base'
import { session } from '../support/e2e-comptes'
import { pdf } from '../support/pdf-pieges'

const FICHIER = async (name = 'FACTURE.PDF', pages = 1) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(await pdf(pages)),
})
const DEMANDE = /\/adherent\/demandes\/[0-9a-f-]{36}$/

async function ouvrir(browser: Browser, qui: string, javaScriptEnabled: boolean): Promise<Page> {
  const contexte = await browser.newContext({
    locale: 'fr-FR',
    storageState: await session(qui),
    javaScriptEnabled,
  })
  return contexte.newPage()
}

// A machine shared by many reads a file slowly.
test.describe.configure({ timeout: 120_000 })

test('T04 : le réseau coupe pendant l’envoi d’une pièce : rien n’est perdu, tout part une fois, « retour » le sait', async ({
  browser,
}) => {
  const page = await ouvrir(browser, 'jean-francois', true)
  await page.goto('/adherent/messagerie/ecrire')
  const ecrire = page.url()
  await page.getByLabel('Un remboursement').check()
  await page.getByLabel('Votre message').fill('Où en est ma facture ?')
  await page.getByText(/Brouillon enregistré/).waitFor()
  await page.context().setOffline(true)
  await page.getByLabel('Vos pièces').setInputFiles(await FICHIER())
  await expect(page.getByText(/Pas de réseau pour l’instant/)).toBeVisible()
  await page.getByLabel('Votre message').fill('Où en est ma facture du 3 mars ?')
  await page.getByRole('button', { name: 'Envoyer ce message' }).click()
  await expect(page.getByText(/rien n’est parti, rien n’est perdu/)).toBeVisible()
  await expect(page.getByLabel('Votre message')).toHaveValue('Où en est ma facture du 3 mars ?')
  await page.context().setOffline(false)
  await expect(page.getByText('jointe)')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Envoyer ce message' }).click()
  await page.waitForURL(DEMANDE)
  await expect(page.getByRole('link', { name: /FACTURE\.pdf/ })).toHaveCount(1)
  await expect(page.getByText('Où en est ma facture du 3 mars ?')).toBeVisible()
  await expect(page.getByText(/^Réponse avant le .* \d{4}, \d{1,2}\sh\s\d{2}$/)).toBeVisible()
  await page.goto(ecrire)
  await expect(page.getByRole('heading', { name: 'Votre message est parti' })).toBeVisible()
  await expect(page.getByLabel('Votre message')).toHaveCount(0)
  await page.context().close()
})

test('T04 : la session finit pendant qu’on écrit : une fois reconnecté, le texte entier est là', async ({
  browser,
}) => {
  const page = await ouvrir(browser, 'roger', true)
  await page.goto('/adherent/messagerie/ecrire')
  await page.getByLabel('Votre message').fill('Le début,')
  await page.getByText(/Brouillon enregistré/).waitFor()
  await page.context().clearCookies()
  await page.getByLabel('Votre message').fill('Le début, puis la fin.')
  await page.waitForURL(/\/connexion\?retour=/)
  const { identifiant, motDePasse } = compteDemonstration('roger')
  await page.getByLabel('E-mail ou code d').fill(identifiant)
  await page.getByLabel('Mot de passe').fill(motDePasse)
  await page.getByLabel('Mot de passe').press('Enter')
  await page.waitForURL(/messagerie\/ecrire\?cle=/)
  await expect(page.getByLabel('Votre message')).toHaveValue('Le début, puis la fin.')
  await page.getByText(/Brouillon enregistré/).waitFor()
  await page.reload()
  await expect(page.getByLabel('Votre message')).toHaveValue('Le début, puis la fin.')
  await page.context().close()
})

test('A21, T04 : sans JavaScript, un brouillon garde texte et pièce, se reprend, perd la pièce retirée, part', async ({
  browser,
}) => {
  const page = await ouvrir(browser, 'theo', false)
  await page.goto('/adherent/messagerie')
  await page.getByRole('link', { name: 'Écrire un message' }).first().click()
  await page.getByLabel('Votre message').fill('Un début')
  await page.getByLabel('Vos pièces').setInputFiles([await FICHIER('a.pdf'), await FICHIER('b.pdf', 2)])
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await expect(page.getByText(/Brouillon enregistré à/)).toBeVisible()

  await page.goto('/adherent/messagerie')
  await expect(page.getByText('2 pièces jointes')).toBeVisible()
  await page.getByRole('link', { name: /^Reprendre/ }).click()
  await expect(page.getByLabel('Votre message')).toHaveValue('Un début')
  const jointes = page.getByRole('list', { name: 'Pièces jointes' })
  await jointes.getByRole('listitem').filter({ hasText: 'a.pdf' }).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await expect(jointes.getByRole('listitem')).toHaveCount(1)
  await page.getByLabel('Autre chose').check()
  await page.getByRole('button', { name: 'Envoyer ce message' }).click()
  await page.getByRole('link', { name: 'Suivre cette demande' }).click()
  await expect(page).toHaveURL(DEMANDE)
  await expect(page.getByRole('list', { name: 'Pièces' }).getByRole('link')).toHaveText([/^b\.pdf/])
  await page.context().close()
})

for (const javaScriptEnabled of [true, false]) {
  test(`A32 : une réclamation partie d’un remboursement, au clavier ${javaScriptEnabled ? 'avec' : 'sans'} JavaScript, jusqu’à son dossier en un fichier`, async ({
    browser,
  }) => {
    const page = await ouvrir(browser, javaScriptEnabled ? 'gerard' : 'thaddee', javaScriptEnabled)
    await page.goto('/adherent/remboursements')
    await page.getByRole('article').first().getByRole('heading').getByRole('link').press('Enter')
    await page.getByRole('link', { name: 'Faites une réclamation' }).press('Enter')
    await expect(page.getByText(/À propos de : .*soins du/)).toBeVisible()
    await expect(page.getByLabel('Un remboursement')).toBeChecked()
    await expect(page.getByText(/accusé de réception avant le samedi 28 mars 2026/)).toBeVisible()
    await page.getByLabel('Ce qui ne va pas').fill('Le montant me paraît faux.')
    await page.getByRole('button', { name: 'Envoyer ma réclamation' }).press('Enter')
    if (!javaScriptEnabled) await page.getByRole('link', { name: 'Suivre cette demande' }).press('Enter')
    await expect(page).toHaveURL(DEMANDE)
    await expect(page.getByRole('heading', { name: 'Le médiateur' })).toBeVisible()
    await expect(page.getByText(/le 17 mai 2026/).first()).toBeVisible()
    const telechargement = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Télécharger le dossier complet' }).press('Enter')
    const fichier = await telechargement
    expect(fichier.suggestedFilename()).toMatch(/^dossier-D-\d{6}\.zip$/)
    const contenu = unzipSync(new Uint8Array(readFileSync(await fichier.path())))
    expect(new TextDecoder().decode(contenu['dossier.html'])).toContain('Le montant me paraît faux.')
    if (javaScriptEnabled) await repondreMaintenant(browser, page)
    await page.context().close()
  })
}

/** Staff answers; the person reads it, and may go to the mediator at once. */
async function repondreMaintenant(browser: Browser, page: Page): Promise<void> {
  const agent = await ouvrir(browser, 'SUPERVISEUR', true)
  await agent.goto(`/gestion/corbeille/${new URL(page.url()).pathname.split('/').at(-1)}`)
  await agent.getByRole('button', { name: 'Prendre cette demande' }).click()
  await expect(agent.getByText('chez vous')).toBeVisible()
  const reponse = agent.getByLabel('Votre réponse')
  if (!(await reponse.isVisible())) await agent.locator('summary', { hasText: 'Répondre' }).click()
  await reponse.fill('Nous maintenons ce montant.')
  await agent.getByRole('button', { name: 'Envoyer la réponse' }).click()
  await expect(agent.getByText(/Répondue/).first()).toBeVisible()
  await agent.context().close()
  await page.goto('/adherent/demandes')
  await expect(page.getByText('1 réponse non lue')).toBeVisible()
  await page
    .getByRole('link', { name: /Une réclamation/ })
    .first()
    .press('Enter')
  await expect(page.getByText('Nous maintenons ce montant.')).toBeVisible()
  await expect(page.getByText(/Nous vous avons répondu/)).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/Lu par vous le/)).toBeVisible({ timeout: 2_000 })
  }).toPass()
}

test('A24 : annulée par la personne, une demande le dit et ne se rouvre pas', async ({ browser }) => {
  const page = await ouvrir(browser, 'aissatou', true)
  await page.goto('/adherent/demandes/mes-donnees')
  await page.getByLabel(/Recevoir une copie/).check()
  await page.getByRole('button', { name: 'Envoyer cette demande' }).click()
  await page.waitForURL(DEMANDE)
  await expect(page.getByText('Réponse avant le vendredi 17 avril 2026')).toBeVisible()
  await page.locator('summary', { hasText: 'Annuler cette demande' }).click()
  await page.getByRole('button', { name: 'Oui, annuler cette demande' }).click()
  await expect(page.getByRole('heading', { name: 'Annulée' })).toBeVisible()
  await expect(page.getByLabel('Votre message')).toHaveCount(0)
  await page.context().close()
})
