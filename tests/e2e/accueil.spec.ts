import { expect, test } from '@playwright/test'

test("la page d'accueil est servie, et son script passe la politique de sécurité", async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  const answer = await page.goto('/')
  expect(answer?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(complaints).toEqual([])
})

test('la route de santé répond sans rien dire de plus', async ({ request }) => {
  const answer = await request.get('/api/sante')
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toEqual({ statut: 'ok' })
  expect(answer.headers()['cache-control']).toContain('no-store')
})
