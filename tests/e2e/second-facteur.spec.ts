import { expect, type Page, test } from '@playwright/test'
import { compteDemonstration, ouvrirBaseE2e } from '../support/e2e-base'
import { pdf } from '../support/pdf-pieges'

/** Step two, as people go through it. */
test.describe.configure({ timeout: 120_000 })

async function premierPas(page: Page, qui: string): Promise<void> {
  const { identifiant, motDePasse } = compteDemonstration(qui)
  await page.goto('/connexion')
  await page.getByLabel('E-mail ou code d').fill(identifiant)
  await page.getByLabel('Mot de passe').fill(motDePasse)
  await page.getByRole('button', { name: 'Me connecter' }).click()
}

const code = (page: Page) => page.getByLabel('Code', { exact: true })
const continuer = (page: Page) => page.getByRole('button', { name: 'Continuer', exact: true })

for (const [javaScriptEnabled, qui] of [
  [false, 'SUPERVISEUR'],
  [true, 'MEDECIN_CONSEIL'],
] as const)
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('T01, S-17 : le personnel entre par deux pas ; un code faux le dit, le mot de passe seul n’ouvre rien', async ({
      page,
    }) => {
      await premierPas(page, qui)
      await expect(page).toHaveURL(/\/connexion\/second-facteur$/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirmez que c’est vous')
      await expect(code(page)).toHaveAttribute('autocomplete', 'one-time-code')
      await page.goto('/gestion')
      await expect(page).toHaveURL(/\/connexion\?retour=/)
      await page.goto('/connexion/second-facteur')
      await code(page).fill('ABCDE-23456')
      await continuer(page).click()
      await expect(page).toHaveTitle(/^Erreur : /)
      await expect(page.getByText('Ce code n’est pas le bon').first()).toBeVisible()
      await page.goto('/connexion/second-facteur')
      await code(page).fill((await page.locator('[data-code-demonstration]').textContent()) ?? '')
      await continuer(page).click()
      await expect(page).toHaveURL(/\/gestion$/)
    })
  })

test.describe('sans JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('T01, S-07 : changer son RIB demande une seconde protection ; sans téléphone, une liste imprimée suffit', async ({
    page,
  }) => {
    const { motDePasse } = compteDemonstration('solveig')
    await premierPas(page, 'solveig')
    await page.goto('/adherent/coordonnees/rib')
    await page.getByRole('link', { name: 'Choisir ma seconde protection' }).click()
    await expect(page).toHaveURL(/securite\?retour=/)
    await page.getByLabel('Votre mot de passe').fill(motDePasse)
    await page.getByRole('button', { name: 'Continuer', exact: true }).click()
    await page.getByRole('button', { name: 'Créer ma liste de codes' }).click()
    const codes = await page.locator('[data-codes] li').allTextContents()
    expect(codes).toHaveLength(10)
    await page.getByLabel('L’un des codes de la nouvelle liste').fill(codes[9] ?? '')
    await page.getByRole('button', { name: 'Utiliser cette liste' }).click()
    // As if five minutes had passed.
    const base = await ouvrirBaseE2e()
    await base.query(
      `UPDATE sessions SET reconfirmee_le = NULL WHERE compte_id = (SELECT id FROM comptes WHERE email = $1)`,
      [compteDemonstration('solveig').identifiant],
    )
    await base.end()
    await page.getByRole('link', { name: 'Revenir à ce que vous faisiez' }).click()

    const remplir = async (motif: { motDePasse: string; code: string }) => {
      await page.getByLabel('Titulaire du compte').fill('Solveig Lindqvist')
      await page.getByLabel('IBAN').fill('FR76 3000 6000 0112 3456 7890 189')
      await page.getByLabel('Le RIB de votre banque').setInputFiles({
        name: 'rib.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from(await pdf()),
      })
      await page.getByLabel('Votre mot de passe').fill(motif.motDePasse)
      await page.getByLabel('Code de votre seconde protection').fill(motif.code)
      await page.getByRole('button', { name: 'Enregistrer ce compte' }).click()
    }
    await remplir({ motDePasse, code: '123456' })
    await expect(page.getByText('Ce code n’est pas le bon').first()).toBeVisible()
    await expect(page.getByLabel('Titulaire du compte')).toHaveValue('Solveig Lindqvist')
    await remplir({ motDePasse, code: codes[0] ?? '' })
    await expect(page.getByRole('status').first()).toContainText('0189')

    await page.goto('/adherent')
    await page.getByRole('button', { name: 'Me déconnecter' }).click()
    await premierPas(page, 'solveig')
    await code(page).fill(codes[0] ?? '')
    await continuer(page).click()
    await expect(page.getByText('il a déjà servi').first()).toBeVisible()
    await code(page).fill(codes[1] ?? '')
    await continuer(page).click()
    await expect(page).toHaveURL(/\/adherent$/)
  })
})

test('T01 : une clé d’accès se crée, puis ouvre l’espace ; ce qu’elle a signé une fois ne sert plus', async ({
  page,
}) => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const { motDePasse } = compteDemonstration('zofia')
  await premierPas(page, 'zofia')
  await page.waitForURL(/\/adherent$/)
  await page.goto('/adherent/mon-compte/securite')
  await page.getByLabel('Votre mot de passe').fill(motDePasse)
  await page.getByRole('button', { name: 'Continuer', exact: true }).click()
  await page.getByLabel('Nom de cet appareil').fill('Ordinateur de la maison')
  await page.getByRole('button', { name: 'Créer une clé d’accès sur cet appareil' }).click()
  await expect(page.getByText('Ordinateur de la maison (clé d’accès)')).toBeVisible()

  await page.goto('/adherent')
  await page.getByRole('button', { name: 'Me déconnecter' }).click()
  await premierPas(page, 'zofia')
  await page.waitForURL(/second-facteur/)
  let signe = ''
  page.on('request', (requete) => {
    const corps = requete.postData() ?? ''
    signe = /name="[^"]*cleAcces"\r\n\r\n(\{.*\})\r\n/.exec(corps)?.[1] ?? signe
  })
  await page.getByRole('button', { name: 'Continuer avec ma clé d’accès' }).click()
  await page.waitForURL(/\/adherent$/)
  expect(signe).toContain('clientDataJSON')

  await page.getByRole('button', { name: 'Me déconnecter' }).click()
  await premierPas(page, 'zofia')
  await page.waitForURL(/second-facteur/)
  await page.getByRole('button', { name: 'Continuer avec ma clé d’accès' }).waitFor()
  await page.locator('input[name=cleAcces]').evaluate((champ: HTMLInputElement, valeur) => {
    champ.value = valeur
    champ.form?.requestSubmit()
  }, signe)
  await expect(page.getByText('Cette clé d’accès n’a pas été reconnue')).toBeVisible()
  await page.goto('/adherent')
  await expect(page).toHaveURL(/\/connexion/)
})
