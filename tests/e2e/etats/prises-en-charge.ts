import type { Page } from '@playwright/test'
import type { Etat } from './etat'

const MIENNES = '/adherent/documents/prises-en-charge'
const LEURS = '/gestion/prises-en-charge'

const ouvrir = (ou: string, texte: string | RegExp) => async (page: Page) => {
  await page.locator(`main a[href^="${ou}/"]`).filter({ hasText: texte }).first().click()
  await page.waitForURL(/prises-en-charge\/[0-9a-f-]{36}$/)
}
const deplier = async (page: Page) => {
  for (const pourquoi of await page.locator('main summary').all()) await pourquoi.click()
}
const chiffrer = async (page: Page) => {
  await ouvrir(LEURS, 'Yanis')(page)
  await page.locator('#quantite1').fill('4')
  await page.locator('#prix0').fill('1800')
  await page.locator('#quantite2').fill('3')
  await page.locator('#prix2').fill('240')
  await page.getByRole('button', { name: 'Calculer' }).click()
  await page.getByRole('button', { name: 'Accorder' }).waitFor()
}
const saisir = async (page: Page) => {
  await page.getByLabel('Numéro d’adhérent').fill('00410011')
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.waitForURL(/saisir\/[0-9a-f-]{36}/)
}

export const PRISES: readonly Etat[] = [
  { nom: 'devis et prises en charge', page: MIENNES, url: MIENNES, qui: 'maelys', geste: deplier },
  { nom: 'aucune prise en charge', page: MIENNES, url: MIENNES, qui: 'camille' },
  {
    nom: 'un devis étudié',
    page: `${MIENNES}/[prise]`,
    url: MIENNES,
    qui: 'maelys',
    geste: ouvrir(MIENNES, 'Devis'),
  },
  {
    nom: 'une prise en charge qui attend',
    page: `${MIENNES}/[prise]`,
    url: MIENNES,
    qui: 'maelys',
    geste: ouvrir(MIENNES, 'Prise en charge'),
  },
  {
    nom: 'une prise en charge refusée',
    page: `${MIENNES}/[prise]`,
    url: MIENNES,
    qui: 'bich',
    geste: ouvrir(MIENNES, 'Prise en charge'),
  },
  { nom: 'prises en charge à décider', page: LEURS, url: LEURS, qui: 'GESTIONNAIRE' },
  {
    nom: 'prises en charge, à corriger',
    page: LEURS,
    url: LEURS,
    qui: 'GESTIONNAIRE',
    geste: (page) => page.getByRole('button', { name: 'Continuer' }).click(),
  },
  {
    nom: 'enregistrer une demande',
    page: `${LEURS}/saisir/[adhesion]`,
    url: LEURS,
    qui: 'GESTIONNAIRE',
    geste: saisir,
  },
  {
    nom: 'enregistrer une demande, à corriger',
    page: `${LEURS}/saisir/[adhesion]`,
    url: LEURS,
    qui: 'GESTIONNAIRE',
    geste: async (page) => {
      await saisir(page)
      await page.getByRole('button', { name: 'Enregistrer et chiffrer' }).click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  {
    nom: 'décider d’une prise en charge, chiffrée',
    page: `${LEURS}/[prise]`,
    url: LEURS,
    qui: 'GESTIONNAIRE',
    geste: chiffrer,
  },
  {
    nom: 'décider d’une prise en charge, à corriger',
    page: `${LEURS}/[prise]`,
    url: LEURS,
    qui: 'GESTIONNAIRE',
    geste: async (page) => {
      await ouvrir(LEURS, 'Yanis')(page)
      await page.getByRole('button', { name: 'Refuser cette demande' }).click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  {
    nom: 'une prise en charge accordée, vue par l’équipe',
    page: `${LEURS}/[prise]`,
    url: LEURS,
    qui: 'GESTIONNAIRE',
    geste: ouvrir(LEURS, 'Gérard'),
  },
]
