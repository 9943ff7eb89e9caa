import { expect, type Page } from '@playwright/test'
import { ouvrirBaseE2e } from './e2e-base'
import { clavier } from './e2e-clavier'

/** The worker writes the mail a moment later: the page is asked again until it is there. */
export async function ouvrirLienRecu(page: Page, email: string, chemin: string): Promise<void> {
  const lien = page.locator('article').filter({ hasText: email }).locator(`a[href*="${chemin}"]`).first()
  await expect(async () => {
    await page.goto('/dev/courriels')
    await expect(lien).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await lien.click()
}

/** Everybody who has a contract in the demonstration has a space: this one is as before its owner confirmed it. */
export async function rendreSansEspace(email: string): Promise<void> {
  const base = await ouvrirBaseE2e()
  const { rowCount } = await base.query(
    `UPDATE comptes SET statut = 'EN_ATTENTE', email_confirme_le = NULL, mot_de_passe = NULL WHERE email = $1`,
    [email],
  )
  await base.end()
  expect(rowCount).toBe(1)
}

export interface Inscription {
  readonly numero: string
  readonly code: string
  readonly email: string
  readonly motDePasse: string
}

/** From the card to the first page of one's space, by keyboard. */
export async function creerSonEspace(page: Page, voulue: Inscription): Promise<void> {
  const mains = clavier(page)
  await page.goto('/creer-mon-compte')
  await mains.ecrire(page.getByLabel('N° adhérent'), voulue.numero)
  await mains.ecrire(page.getByLabel("Code d'accès"), voulue.code)
  await mains.presser(page.getByRole('button', { name: 'Continuer avec cette carte' }))
  await mains.ecrire(page.getByLabel('Adresse e-mail'), voulue.email)
  await mains.ecrire(page.getByLabel('Mot de passe'), voulue.motDePasse)
  await mains.presser(page.getByRole('button', { name: 'Continuer vers les conditions' }))
  await mains.cocher(page.getByLabel(/j'accepte les conditions/))
  await mains.presser(page.getByRole('button', { name: 'Créer mon espace' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vérifiez vos e-mails')
  await ouvrirLienRecu(page, voulue.email, 'confirmer-mon-adresse')
  await mains.presser(page.getByRole('button', { name: 'Confirmer mon adresse' }))
  await expect(page.getByText('Votre adresse est confirmée')).toBeVisible()
  await page.goto('/connexion')
  await mains.ecrire(page.getByLabel("E-mail ou code d'accès"), voulue.email)
  await mains.ecrire(page.getByLabel('Mot de passe'), voulue.motDePasse)
  await mains.presser(page.getByRole('button', { name: 'Me connecter' }))
  await expect(page).toHaveURL(/\/adherent$/)
}
