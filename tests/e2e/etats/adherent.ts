import type { Page } from '@playwright/test'
import { type Etat, soumettreVide } from './etat'

const LISTE = '/adherent/remboursements'
const ouvrirLeDetail = async (page: Page) => {
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click()
  await page.waitForURL(/remboursements\/[0-9a-f-]{36}/)
}
const DOCUMENTS = '/adherent/documents'
const ouvrirUnPapier = (bouton: string) => async (page: Page) => {
  await page.getByRole('button', { name: bouton }).click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
}
const ouvrirUnReleve = async (page: Page) => {
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
}
/** Followed as a professional would: the address printed on the card. */
const verifierLaCarte = async (page: Page) => {
  await ouvrirUnPapier('Voir ma carte de tiers payant')(page)
  await page.getByRole('link', { name: /Ce que le code imprimé/ }).click()
  await page.waitForURL(/\/verifier\//)
}
const ENVOI = '/adherent/documents/envoyer'
const choisirUnGif = async (page: Page) => {
  const fichier = { name: 'photo.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a') }
  await page.getByLabel('Vos fichiers').setInputFiles(fichier)
  await page.getByText('ne sera pas envoyé').waitFor()
}
const deplierCotisation = (page: Page) => page.locator('main summary').first().click()
const deplier = (page: Page) => page.locator('article summary').first().click()

export const ADHERENT: readonly Etat[] = [
  { nom: 'toutes les pages', page: '/adherent/menu', url: '/adherent/menu', qui: 'maelys' },
  { nom: 'espace', page: '/adherent', url: '/adherent', qui: 'maelys' },
  { nom: 'remboursements', page: LISTE, url: LISTE, qui: 'maelys', geste: deplier },
  { nom: 'remboursements, aucun', page: LISTE, url: `${LISTE}?du=2019-01-01&au=2019-01-02`, qui: 'maelys' },
  { nom: 'remboursements à corriger', page: LISTE, url: `${LISTE}?du=2026-02-30&au=`, qui: 'maelys' },
  { nom: 'un remboursement', page: `${LISTE}/[id]`, url: LISTE, qui: 'maelys', geste: ouvrirLeDetail },
  { nom: 'remboursement introuvable', page: `${LISTE}/[id]`, url: `${LISTE}/x`, qui: 'maelys' },
  { nom: 'relevés', page: '/adherent/releves', url: '/adherent/releves', qui: 'maelys' },
  { nom: 'relevés, ayant droit', page: '/adherent/releves', url: '/adherent/releves', qui: 'yasmine' },
  {
    nom: 'un relevé',
    page: `${DOCUMENTS}/[id]`,
    url: '/adherent/releves',
    qui: 'maelys',
    geste: ouvrirUnReleve,
  },
  { nom: 'documents', page: DOCUMENTS, url: DOCUMENTS, qui: 'maelys' },
  {
    nom: 'documents, aucun droit à une carte',
    page: DOCUMENTS,
    url: DOCUMENTS,
    qui: 'sander',
    geste: async (page) => {
      await page.getByRole('button', { name: 'Voir ma carte de tiers payant' }).click()
      await page.getByText('a pris fin le').waitFor()
    },
  },
  {
    nom: 'une carte',
    page: `${DOCUMENTS}/[id]`,
    url: DOCUMENTS,
    qui: 'maelys',
    geste: ouvrirUnPapier('Voir ma carte de tiers payant'),
  },
  {
    nom: 'une attestation',
    page: `${DOCUMENTS}/[id]`,
    url: DOCUMENTS,
    qui: 'maelys',
    geste: ouvrirUnPapier('Obtenir mon attestation de droits'),
  },
  {
    nom: 'un certificat',
    page: `${DOCUMENTS}/[id]`,
    url: DOCUMENTS,
    qui: 'maelys',
    geste: ouvrirUnPapier('Obtenir mon certificat d’adhésion'),
  },
  { nom: 'document introuvable', page: `${DOCUMENTS}/[id]`, url: `${DOCUMENTS}/x`, qui: 'maelys' },
  {
    nom: 'vérification d’une carte',
    page: '/verifier/[jeton]',
    url: DOCUMENTS,
    qui: 'maelys',
    geste: verifierLaCarte,
  },
  {
    nom: 'cotisations',
    page: '/adherent/cotisations',
    url: '/adherent/cotisations',
    qui: 'maelys',
    geste: deplierCotisation,
  },
  {
    nom: 'cotisations, impayé',
    page: '/adherent/cotisations',
    url: '/adherent/cotisations',
    qui: 'aissatou',
  },
  {
    nom: 'cotisations, année sans',
    page: '/adherent/cotisations',
    url: '/adherent/cotisations?annee=2031',
    qui: 'maelys',
  },
  { nom: 'compte', page: '/adherent/mon-compte', url: '/adherent/mon-compte', qui: 'maelys' },
  { nom: 'envoi de documents', page: ENVOI, url: ENVOI, qui: 'maelys' },
  { nom: 'envoi à corriger', page: ENVOI, url: ENVOI, qui: 'maelys', geste: soumettreVide },
  { nom: 'envoi, un fichier écarté', page: ENVOI, url: ENVOI, qui: 'maelys', geste: choisirUnGif },
]
