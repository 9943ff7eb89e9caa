import { expect, type Page, test } from '@playwright/test'
import { clavier } from '../support/e2e-clavier'
import { creerSonEspace, rendreSansEspace } from '../support/e2e-inscription'
import {
  apercu,
  DEMANDE,
  ligneApercu,
  lireMontant,
  ouvrir,
  piece,
  surLeBureau,
  texteDe,
} from '../support/e2e-parcours'
import { montrerMaCarte } from './etats/carte'

test.describe.configure({ timeout: 240_000 })

/** From the menu to « Suivre ma demande ». */
async function declarer(page: Page): Promise<void> {
  const mains = clavier(page)
  await page.goto('/adherent/contrats')
  await mains.presser(page.getByRole('link', { name: /Changer, ajouter, retirer, partir/ }))
  await mains.presser(page.getByRole('link', { name: 'Ajouter une personne' }))
  await mains.presser(page.getByRole('link', { name: 'Une naissance' }))
  await mains.dater(page.getByLabel('Jour de la naissance'), '2026-03-03')
  await mains.presser(page.getByRole('button', { name: 'Voir la réponse' }))
  await expect(page.getByRole('heading', { name: /^Oui, à partir du/ })).toBeVisible()
  await mains.presser(page.getByRole('link', { name: 'Faire cette demande' }))
  await mains.ecrire(page.getByLabel('Son prénom'), 'Nahia')
  await mains.ecrire(page.getByLabel('Son nom', { exact: true }), 'Etcheverry')
  await mains.presser(page.getByRole('button', { name: 'Envoyer cette demande' }))
  await mains.presser(page.getByRole('link', { name: 'Suivre ma demande' }))
  await page.waitForURL(DEMANDE)
}

async function demanderUnePiece(agent: Page, demande: string): Promise<void> {
  const mains = clavier(agent)
  await agent.goto(demande)
  await mains.presser(agent.getByRole('button', { name: 'Prendre cette demande' }))
  await expect(agent.getByText('chez vous')).toBeVisible()
  await mains.presser(agent.locator('summary', { hasText: 'Demander une pièce' }))
  await mains.choisir(agent.getByLabel('Quelle pièce'), 'extrait')
  await mains.ecrire(agent.getByLabel('Un mot avec la demande'), 'Félicitations !')
  await mains.presser(agent.getByRole('button', { name: 'Demander cette pièce' }))
  await expect(agent.getByText(/Il nous manque une pièce/).first()).toBeVisible()
}

/** Returns the contribution that accepting announces. */
async function accepter(agent: Page, demande: string): Promise<string> {
  const mains = clavier(agent)
  await agent.goto(demande)
  await expect(apercu(agent).getByText('couvert à partir du 3 mars 2026')).toBeVisible()
  const cotisation = ligneApercu(agent, 'Cotisation par mois')
  const annoncee = lireMontant((await texteDe(cotisation.locator('dd'))).split('Après')[1] ?? '')
  await mains.presser(agent.getByRole('button', { name: 'Accepter cette demande' }))
  await expect(agent.getByText(/Acceptée · chez/)).toBeVisible()
  return annoncee
}

async function mensuelle(page: Page): Promise<string> {
  await page.goto('/adherent/cotisations')
  return lireMontant(await texteDe(page.getByRole('heading', { name: /par mois/ })))
}

const MICKAEL = {
  numero: '00410185',
  code: 'PL8DK2VNTE',
  email: 'ter@exemple.test',
  motDePasse: 'girafe lampe ciment vague',
} as const

test('A01 A15 G01 : au clavier seul, un espace créé, une naissance : déclarée, une pièce manque, envoyée, acceptée ; l’enfant, la carte et la cotisation ont changé', async ({
  browser,
}) => {
  await rendreSansEspace(MICKAEL.email)
  const page = await browser.newPage({ locale: 'fr-FR' })
  await creerSonEspace(page, MICKAEL)
  const avant = await mensuelle(page)
  const agent = await ouvrir(browser, 'GESTIONNAIRE')
  await declarer(page)
  await expect(page.getByText(/^Réponse avant le/)).toBeVisible()
  const demande = surLeBureau(page)
  await demanderUnePiece(agent, demande)

  await page.reload()
  await expect(page.getByText(/À envoyer avant le/)).toBeVisible()
  const mains = clavier(page)
  await mains.joindre(page.getByLabel('Vos pièces (facultatif)'), await piece('acte-de-naissance.pdf'))
  await mains.presser(page.getByRole('button', { name: 'Envoyer la pièce' }))
  await expect(page.getByText(/^Reçue le/)).toBeVisible({ timeout: 60_000 })

  const annoncee = await accepter(agent, demande)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Votre demande est acceptée' })).toBeVisible()
  await page.goto('/adherent/beneficiaires')
  await expect(page.getByRole('heading', { name: /Nahia Etcheverry/i })).toBeVisible()
  await page.goto('/adherent/carte')
  await montrerMaCarte(page)
  await expect(page.getByText('Nahia')).toBeVisible()
  const apres = await mensuelle(page)
  expect(apres).toBe(annoncee)
  expect(apres).not.toBe(avant)
  await agent.context().close()
  await page.context().close()
})
