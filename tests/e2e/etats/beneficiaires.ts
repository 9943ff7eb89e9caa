import type { Page } from '@playwright/test'
import type { Etat } from './etat'

const PAGE = '/adherent/beneficiaires'
const DEPART = '/adherent/contrats/depart-employeur'
const DOCUMENTS = '/adherent/documents'

const deplierTout = async (page: Page) => {
  for (const resume of await page.locator('main summary').all())
    if (await resume.isVisible()) await resume.click()
}
const envoyerLaPreuve = async (page: Page) => {
  await page.getByRole('link', { name: /Envoyer ce document/ }).click()
  await page.waitForURL(/demandes\/preuve/)
}
const demanderLaRadiation = async (page: Page) => {
  await page.getByRole('button', { name: 'Obtenir une attestation de radiation' }).click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
}

/** A family whose children grow up, one whose son studies, the girl of sixteen, the young man who left. */
export const BENEFICIAIRES: readonly Etat[] = [
  { nom: 'bénéficiaires, dépliés', page: PAGE, url: PAGE, qui: 'rachid', geste: deplierTout },
  { nom: 'bénéficiaires, un étudiant', page: PAGE, url: PAGE, qui: 'camille', geste: deplierTout },
  { nom: 'bénéficiaires, enfants petits', page: PAGE, url: PAGE, qui: 'maelys' },
  { nom: 'bénéficiaires, à seize ans', page: PAGE, url: PAGE, qui: 'yasmine' },
  { nom: 'bénéficiaires, parti', page: PAGE, url: PAGE, qui: 'elias', geste: deplierTout },
  {
    nom: 'bénéficiaires, preuve à envoyer',
    page: '/adherent/demandes/preuve',
    url: PAGE,
    qui: 'camille',
    geste: envoyerLaPreuve,
  },
  { nom: 'départ de l’employeur, contrat individuel', page: DEPART, url: DEPART, qui: 'maelys' },
  {
    nom: 'une attestation de radiation',
    page: `${DOCUMENTS}/[id]`,
    url: DOCUMENTS,
    qui: 'sander',
    geste: demanderLaRadiation,
  },
]
