import { expect, type Page, test } from '@playwright/test'
import { compteDemonstration } from '../support/e2e-base'

const PARTAGEE = 'dornano.legoff@exemple.test'
const CONJOINTS = [
  { qui: 'alexandre', nom: 'Alexandre', sienne: 'alexandre.dornano@exemple.test' },
  { qui: 'soizic', nom: 'Soizic', sienne: 'soizic.legoff@exemple.test' },
] as const

async function entrer(page: Page, identifiant: string, motDePasse: string): Promise<void> {
  await page.goto('/connexion')
  await page.getByLabel('E-mail ou code d').fill(identifiant)
  await page.getByLabel('Mot de passe').fill(motDePasse)
  await page.getByRole('button', { name: 'Me connecter' }).click()
}

/** Who has no smartphone prints codes: an e-mail is not changed with a password alone. Returns the codes. */
async function choisirUneListe(page: Page, motDePasse: string): Promise<readonly string[]> {
  await page.getByRole('link', { name: 'Choisir ma seconde protection' }).click()
  await page.getByLabel('Votre mot de passe').fill(motDePasse)
  await page.getByRole('button', { name: 'Continuer', exact: true }).click()
  await page.getByRole('button', { name: 'Créer ma liste de codes' }).click()
  const liste = page.locator('[data-codes] li')
  await expect(liste).toHaveCount(10)
  const codes = await liste.allTextContents()
  await page.getByLabel('L’un des codes de la nouvelle liste').fill(codes[0] ?? '')
  await page.getByRole('button', { name: 'Utiliser cette liste' }).click()
  await page.getByRole('link', { name: 'Revenir à ce que vous faisiez' }).click()
  return codes
}

const courriels = (page: Page, a: string, sujet: string) =>
  page
    .locator('article')
    .filter({ hasText: `À ${a},` })
    .filter({ hasText: sujet })

/** The worker writes the mail a moment later: the page is asked again until it is there. */
async function attendreCourriel(page: Page, a: string, sujet: string) {
  const courriel = courriels(page, a, sujet).first()
  await expect(async () => {
    await page.goto('/dev/courriels')
    await expect(courriel).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  return courriel
}

test('A02 : deux conjoints, une adresse : chacun entre par son code, retrouve ses accès, puis prend son adresse, qui suffit ensuite', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const contexte = await browser.newContext({ locale: 'fr-FR' })
  const page = await contexte.newPage()
  const { motDePasse } = compteDemonstration('alexandre')

  await entrer(page, PARTAGEE, motDePasse)
  await expect(page.getByText("connectez-vous avec le code d'accès")).toBeVisible()
  for (const { qui, nom } of CONJOINTS) {
    await entrer(page, compteDemonstration(qui).identifiant, motDePasse)
    await expect(page).toHaveURL(/\/adherent$/)
    await expect(page.getByRole('banner')).toContainText(nom)
  }

  // She is there last: covered by his contract, she reads her own care and none of his.
  await page.goto('/adherent/remboursements')
  await expect(page.locator('main')).toContainText('Soizic')
  await expect(page.locator('main')).not.toContainText('Alexandre')

  // One mail, a link for each by first name, and nothing else of either.
  await page.goto('/acces-perdu')
  await page.getByLabel("E-mail ou code d'accès").fill(PARTAGEE)
  await page.getByRole('button', { name: 'Recevoir un lien par e-mail' }).click()
  const perdu = await attendreCourriel(page, PARTAGEE, 'Choisissez un nouveau mot de passe')
  for (const { nom } of CONJOINTS) await expect(perdu).toContainText(`Espace de ${nom}`)
  const texte = (await perdu.textContent()) ?? ''
  expect(texte).not.toMatch(/ornano(?!\.legoff@)|le goff|PL7HF2RKYE|PL5DT8NXWA|\b00?41\d{4}\b/i)

  for (const { qui, nom, sienne } of CONJOINTS) {
    await entrer(page, compteDemonstration(qui).identifiant, motDePasse)
    await expect(page).toHaveURL(/\/adherent$/)
    await page.goto('/adherent/mon-compte')
    await page.getByRole('link', { name: 'Mon adresse e-mail de connexion' }).click()
    const codes = await choisirUneListe(page, motDePasse)
    // The identity confirmed for the list still counts.
    await page.getByLabel('Nouvelle adresse e-mail').fill(sienne)
    await page.getByRole('button', { name: 'Recevoir le lien de confirmation' }).click()
    await expect(page.getByRole('status').first()).toContainText(sienne)
    const recu = await attendreCourriel(page, sienne, 'adresse')
    await recu.locator('a[href*="confirmer-mon-nouveau-courriel"]').first().click()
    await page.getByRole('button', { name: 'Confirmer ma nouvelle adresse' }).click()
    await entrer(page, sienne, motDePasse)
    await page.getByLabel('Code', { exact: true }).fill(codes[1] ?? '')
    await page.getByRole('button', { name: 'Continuer', exact: true }).click()
    await expect(page).toHaveURL(/\/adherent$/)
    await expect(page.getByRole('banner')).toContainText(nom)
    // The mails of one are not among the other's.
    await page.goto('/adherent/mon-compte/courriels')
    for (const autre of CONJOINTS.filter((c) => c.qui !== qui))
      await expect(page.locator('main')).not.toContainText(autre.sienne)
  }

  await entrer(page, PARTAGEE, motDePasse)
  await expect(page.getByText("n'ouvrent pas d'espace")).toBeVisible()
  await contexte.close()
})
