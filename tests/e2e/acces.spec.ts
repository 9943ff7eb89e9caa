import { expect, type Page, test } from '@playwright/test'
import { compteDemonstration } from '../support/e2e-base'
import { ouvrirLienRecu } from '../support/e2e-inscription'

/** The doors, with and without JavaScript, as a person goes through them. */
const NOUVEAU = 'violon brume cactus tiroir'

/** A person of the demonstration who has a card and no account yet. */
const CARTES = {
  avec: { numero: '410061', code: 'pl2gq5wnda', prenom: 'Frédéric', email: 'frederic.avec@exemple.test' },
  sans: { numero: '00410086', code: 'PL8GT4MWYA', prenom: 'Nora', email: 'nora.sans@exemple.test' },
} as const

async function connecter(page: Page, identifiant: string, motDePasse: string): Promise<void> {
  await page.goto('/connexion')
  await page.getByLabel("E-mail ou code d'accès").fill(identifiant)
  await page.getByLabel('Mot de passe').fill(motDePasse)
  await page.getByRole('button', { name: 'Me connecter' }).click()
}

for (const [nom, javaScriptEnabled] of [
  ['sans', false],
  ['avec', true],
] as const) {
  test.describe(`${nom} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('A01, A03 : on crée son compte avec sa carte, on le confirme, on perd ses accès et on les retrouve', async ({
      page,
    }) => {
      test.setTimeout(120_000)
      const { numero, code, prenom, email } = CARTES[nom]
      await page.goto('/creer-mon-compte')
      await page.getByLabel('N° adhérent').fill(numero)
      await page.getByLabel("Code d'accès").fill('faux')
      await page.getByRole('button', { name: 'Continuer avec cette carte' }).click()
      await expect(page).toHaveTitle(/^Erreur : /)
      await expect(page.getByLabel('N° adhérent')).toHaveValue(numero)
      await page.getByLabel("Code d'accès").fill(code)
      await page.getByRole('button', { name: 'Continuer avec cette carte' }).click()

      await page.getByLabel('Adresse e-mail').fill(email)
      await page.getByLabel('Mot de passe').fill(`${prenom}-2026-mutuelle`)
      await page.getByRole('button', { name: 'Continuer vers les conditions' }).click()
      await expect(page).toHaveTitle(/^Erreur : /)
      await expect(page.getByLabel('Adresse e-mail')).toHaveValue(email)
      await expect(page.getByLabel('Mot de passe')).toHaveValue('')
      await page.getByLabel('Mot de passe').fill('girafe lampe ciment vague')
      await page.getByRole('button', { name: 'Continuer vers les conditions' }).click()
      await page.getByLabel(/j'accepte les conditions/).check()
      await page.getByRole('button', { name: 'Créer mon espace' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vérifiez vos e-mails')

      await ouvrirLienRecu(page, email, 'confirmer-mon-adresse')
      const lien = page.url()
      await page.getByRole('button', { name: 'Confirmer mon adresse' }).click()
      await expect(page.getByText('Votre adresse est confirmée')).toBeVisible()
      await page.goto(lien)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne sert plus')

      await page.goto('/acces-perdu')
      await page.getByLabel("E-mail ou code d'accès").fill(email)
      await page.getByRole('button', { name: 'Recevoir un lien par e-mail' }).click()
      await expect(page.getByText("C'est noté")).toBeVisible()
      await ouvrirLienRecu(page, email, 'nouveau-mot-de-passe')
      const lienAcces = page.url()
      await page.getByLabel('Nouveau mot de passe').fill(NOUVEAU)
      await page.getByRole('button', { name: 'Changer mon mot de passe' }).click()
      await expect(page.getByText('Votre mot de passe est changé')).toBeVisible()
      await page.goto(lienAcces)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne sert plus')
      await connecter(page, code, NOUVEAU)
      await expect(page).toHaveURL(/\/adherent$/)
      await expect(page.getByText(prenom).first()).toBeVisible()
    })

    test('S-01, S-06 : on ferme une connexion ouverte ailleurs ; après la déconnexion, le cookie copié et le retour ne montrent rien', async ({
      page,
      browser,
      baseURL,
    }) => {
      const { identifiant, motDePasse } = compteDemonstration(nom === 'avec' ? 'bich' : 'gael')
      const ailleurs = await browser.newContext({
        javaScriptEnabled,
        ...(baseURL === undefined ? {} : { baseURL }),
      })
      const autre = await ailleurs.newPage()
      await connecter(autre, identifiant, motDePasse)
      await expect(autre).toHaveURL(/\/adherent$/)

      await page.goto('/adherent/mon-compte/connexions')
      await connecter(page, identifiant, motDePasse)
      await expect(page).toHaveURL(/\/adherent$/)
      await page.goto('/adherent/mon-compte/connexions')
      await page.getByRole('button', { name: 'Fermer toutes les autres connexions' }).click()
      await expect(page.getByText('Les autres connexions sont fermées')).toBeVisible()
      await autre.goto('/adherent')
      await expect(autre).toHaveURL(/\/connexion\?retour=/)
      await ailleurs.close()

      await page.goto('/adherent')
      const copie = await page.context().cookies()
      await page.getByRole('button', { name: 'Me déconnecter' }).click()
      await expect(page.getByText('Vous êtes déconnecté.')).toBeVisible()
      await page.goBack()
      await expect(page).toHaveURL(/\/connexion/)
      await page.context().addCookies(copie)
      await page.goto('/adherent')
      await expect(page).toHaveURL(/\/connexion\?retour=%2Fadherent/)
    })
  })
}

test('avec JavaScript, l’erreur reçoit le focus et mène au champ ; la politique de contenu ne se plaint de rien', async ({
  page,
}) => {
  const plaintes: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) plaintes.push(message.text())
  })
  await page.goto('/connexion')
  // Hydrated: React then owns the submission.
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Me connecter' }).click()
  await expect(page).toHaveTitle(/^Erreur : /)
  await expect(page.getByRole('alert').filter({ hasText: 'corriger' })).toBeFocused()
  await page.getByRole('link', { name: 'Indiquez votre mot de passe.' }).click()
  await expect(page.getByLabel('Mot de passe')).toBeFocused()
  expect(plaintes).toEqual([])
})

test('deux réponses n’ont jamais le même nonce', async ({ request }) => {
  const nonces = new Set<string>()
  for (let i = 0; i < 50; i += 1) {
    const politique = (await request.get('/connexion')).headers()['content-security-policy'] ?? ''
    const nonce = /'nonce-([A-Za-z0-9+/]+=*)'/.exec(politique)?.[1] ?? ''
    expect(Buffer.from(nonce, 'base64').length).toBeGreaterThanOrEqual(16)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(50)
})

test("une enfant de 15 ans n'ouvre pas d'espace avec sa carte", async ({ page }) => {
  await page.goto('/creer-mon-compte')
  await page.getByLabel('N° adhérent').fill('410061')
  await page.getByLabel("Code d'accès").fill('PL8RN3XHCA')
  await page.getByRole('button', { name: 'Continuer avec cette carte' }).click()
  await expect(page.getByText('à partir de 16 ans')).toBeVisible()
})
