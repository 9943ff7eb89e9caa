import { expect, type Page, test } from '@playwright/test'
import type pg from 'pg'
import { ouvrirBaseE2e } from '../support/e2e-base'
import { ouvrir } from '../support/e2e-parcours'

test.describe.configure({ timeout: 180_000 })

/** Every page of a member where care may be told of. */
const PAGES = [
  '/adherent',
  '/adherent/remboursements?du=2025-01-01&au=2026-03-17',
  '/adherent/mon-annee',
  '/adherent/limites?personne=tous',
  '/adherent/contrats/droits',
  '/adherent/documents',
  '/adherent/documents/prises-en-charge',
  '/adherent/demandes',
]

/** Her care since she is sixteen, and where the members' pages lead to it. */
async function soinsDe(base: pg.Pool): Promise<readonly string[]> {
  const { rows } = await base.query<{ id: string }>(
    `SELECT s.id FROM prestations s JOIN personnes p ON p.id = s.personne_id
      WHERE p.prenom = 'Yasmine' AND p.nom = 'HADDAD' AND s.date_soins >= seize_ans_le(p.date_naissance)`,
  )
  return rows.map(({ id }) => id)
}

const statut = async (page: Page, id: string): Promise<number> =>
  (await page.request.get(`/adherent/remboursements/${id}`)).status()

test('A03, T07 : à seize ans, Yasmine garde ses soins ; elle accepte, son père les voit ; elle se ravise, il ne les voit plus', async ({
  browser,
}) => {
  const base = await ouvrirBaseE2e()
  const siens = await soinsDe(base)
  await base.end()
  const [premier] = siens
  if (premier === undefined) throw new Error('Yasmine n’a pas de soin depuis ses seize ans')
  const pere = await ouvrir(browser, 'rachid')
  const elle = await ouvrir(browser, 'yasmine')
  const LISTE = '/adherent/remboursements?du=2025-01-01&au=2026-03-17'

  const reserve = async () => {
    for (const id of siens) expect(await statut(pere, id), id).toBe(404)
    for (const chemin of PAGES) {
      const corps = await (await pere.request.get(chemin)).text()
      for (const id of siens) expect(corps.includes(id), `${chemin} ${id}`).toBe(false)
    }
    await pere.goto(LISTE)
    await expect(pere.getByRole('heading', { name: 'Des soins dont le détail est réservé' })).toBeVisible()
    await expect(pere.getByText(/versés? le .* pour les soins de Yasmine/).first()).toBeVisible()
  }

  await reserve()
  await expect(pere.getByText(/Depuis ses 16 ans/)).toBeVisible()
  expect(await statut(elle, premier)).toBe(200)

  await elle.goto('/adherent/mon-compte/mes-soins')
  await elle.getByRole('button', { name: 'Laisser le titulaire voir mes soins' }).click()
  await expect(elle.getByText(/C’est noté : le titulaire du contrat voit/)).toBeVisible()
  expect(await statut(pere, premier)).toBe(200)
  await pere.goto(LISTE)
  await expect(pere.getByRole('heading', { name: 'Des soins dont le détail est réservé' })).toHaveCount(0)

  await elle.goto('/adherent/mon-compte/mes-soins')
  await elle.getByRole('button', { name: 'Retirer mon accord' }).click()
  await expect(elle.getByText(/C’est noté : le titulaire du contrat ne voit plus/)).toBeVisible()
  await reserve()
  await expect(pere.getByText(/L’accord qui vous était donné a été retiré/)).toBeVisible()
  await elle.context().close()
  await pere.context().close()
})
