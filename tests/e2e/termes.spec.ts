import { expect, test } from '@playwright/test'
import { MOTIF_DES_TERMES, TERMES_DU_MOTIF } from '@/lib/lexique/aide/formes'
import { session } from '../support/e2e-comptes'
import { termesSansLien } from '../support/termes-rendus'
import { ROUTES } from './politiques'

const RECHERCHE = { motif: MOTIF_DES_TERMES, termes: TERMES_DU_MOTIF }
const PROJET = '/adherent/contrats/que-puis-je-faire'

/** A signpost: each of its lines is the description of a page, and the word is explained on that page. */
const POTEAUX: readonly string[] = ['/adherent/menu']
const PAGES = [
  ...Object.entries(ROUTES)
    .filter(
      ([route, politique]) => (politique === 'ADHERENT' || politique === 'CONTRAT') && !route.includes('['),
    )
    .map(([route]) => route)
    .filter((route) => !POTEAUX.includes(route)),
  '/adherent/garanties?besoin=lunettes',
  '/adherent/garanties?besoin=hopital',
  '/adherent/garanties?besoin=dentiste',
  '/adherent/contrats/droits?au=2025-06-15',
  '/adherent/limites?personne=tous',
  `${PROJET}?faire=option&formule=tribu-premium&demande=2026-03-17`,
  `${PROJET}?faire=partir&motif=CHANGEMENT_SITUATION&demande=2026-03-17&evenement=2025-11-01`,
]

test('A39 : le contrôle voit un mot du glossaire sans lien, et laisse un titre, un bouton, un papier', async ({
  page,
}) => {
  await page.setContent(
    '<main><h2>Mon devis</h2><button>Signer le mandat</button><p data-fait="DOCUMENT">Un décompte</p><p>Votre forfait, le <a href="/aide/glossaire#indu">indu</a> et un indu.</p></main>',
  )
  const { manques } = await page.evaluate(termesSansLien, RECHERCHE)
  expect(manques).toEqual(['forfait : « Votre forfait, le indu et un indu. »'])
})

for (const qui of ['maelys', 'yasmine']) {
  test(`A39 : sur chaque page que ${qui} peut ouvrir, un mot du glossaire mène à ce qu’il veut dire`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const contexte = await browser.newContext({ storageState: await session(qui) })
    const page = await contexte.newPage()
    let lies = 0
    for (const adresse of PAGES) {
      await page.goto(adresse)
      const lus = await page.evaluate(termesSansLien, RECHERCHE)
      lies += lus.lies
      expect.soft(lus.manques, adresse).toEqual([])
    }
    expect(lies).toBeGreaterThan(15)
    await page.goto('/adherent/remboursements')
    await page.getByRole('link', { name: 'base de remboursement' }).first().click()
    await expect(page.getByText('Le tarif officiel d’un soin, dont part tout le calcul')).toBeInViewport()
    await contexte.close()
  })
}
