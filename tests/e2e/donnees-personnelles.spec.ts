import { expect, test } from '@playwright/test'

// The right is exercised by letter or e-mail to the data protection officer; nothing else is promised by the page.
test('T07 : de toute page, on lit quelles données sont gardées, combien de temps, ses droits et à qui écrire', async ({
  page,
}) => {
  await page.goto('/connexion')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Données personnelles' }).click()
  const contenu = page.getByRole('main')
  for (const droit of ['accès', 'rectification', 'effacement', 'limitation', 'opposition', 'portabilité'])
    await expect(
      contenu.getByRole('listitem').filter({ has: page.getByText(droit, { exact: true }) }),
    ).toBeVisible()
  await expect(contenu.getByRole('link', { name: /@/ })).toHaveAttribute('href', /^mailto:.+@.+/)
  await expect(contenu).toContainText('délégué à la protection des données')
  await expect(contenu).toContainText('Ce que l’Assurance maladie nous dit de vos soins')
  await expect(contenu).toContainText('délais légaux de prescription')
  await expect(contenu.getByRole('link', { name: /cnil\.fr/ })).toHaveAttribute(
    'href',
    /^https:\/\/www\.cnil\.fr/,
  )
})
