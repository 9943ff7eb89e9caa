import type { Page } from '@playwright/test'
import type { Etat } from './etat'

const COTISATIONS = '/adherent/cotisations'

const deplierLeRendu = (page: Page) => page.getByText('Pourquoi cette somme').first().click()
const obtenirLAttestation = async (page: Page) => {
  await page.getByRole('button', { name: 'Obtenir mon attestation de cotisations' }).first().click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
}

/** Contributions given back, and the paper of those paid. */
export const RENDUS: readonly Etat[] = [
  { nom: 'cotisation rendue', page: COTISATIONS, url: COTISATIONS, qui: 'theo', geste: deplierLeRendu },
  {
    nom: 'attestation de cotisations',
    page: '/adherent/documents/[id]',
    url: COTISATIONS,
    qui: 'maelys',
    geste: obtenirLAttestation,
  },
]
