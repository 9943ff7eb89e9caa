import type { Page } from '@playwright/test'
import type { Etat } from './etat'

const LISTE = '/gestion/corbeille'
const UNE = `${LISTE}/[demande]`

const ouvrir = (nom: RegExp) => async (page: Page) => {
  await page.locator('main').getByRole('link', { name: nom }).first().click()
  await page.waitForURL(/corbeille\/[0-9a-f-]{36}$/)
}
/** The acts unfolded, as somebody who reads them all. */
const toutDeplier = async (page: Page) => {
  const plies = page.locator('main details:not([open]) > summary')
  while ((await plies.count()) > 0) await plies.first().click()
}
const repondreVide = async (page: Page) => {
  await ouvrir(/cotisation/)(page)
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click()
  await page.getByText('À corriger').waitFor()
}

/** Aïssatou's message is Nadia's already; Gérard's is late; Clémence's waits for a piece. */
export const CORBEILLE: readonly Etat[] = [
  { nom: 'corbeille', page: LISTE, url: LISTE, qui: 'GESTIONNAIRE' },
  { nom: 'corbeille en retard', page: LISTE, url: `${LISTE}?vue=retard`, qui: 'GESTIONNAIRE' },
  { nom: 'corbeille à lire', page: LISTE, url: `${LISTE}?vue=messages`, qui: 'GESTIONNAIRE' },
  { nom: 'corbeille, numéro inconnu', page: LISTE, url: `${LISTE}?numero=D-999999`, qui: 'GESTIONNAIRE' },
  { nom: 'corbeille du superviseur', page: LISTE, url: LISTE, qui: 'SUPERVISEUR' },
  { nom: 'corbeille des closes', page: LISTE, url: `${LISTE}?vue=closes`, qui: 'GESTIONNAIRE' },
  { nom: 'corbeille vide', page: LISTE, url: `${LISTE}?nature=AIDE&rien=oui`, qui: 'GESTIONNAIRE' },
  { nom: 'corbeille du comptable', page: LISTE, url: LISTE, qui: 'COMPTABLE' },
  {
    nom: 'une demande en retard',
    page: UNE,
    url: `${LISTE}?vue=retard`,
    qui: 'GESTIONNAIRE',
    geste: ouvrir(/message/),
  },
  {
    nom: 'une demande à soi, dépliée',
    page: UNE,
    url: `${LISTE}?miennes=oui`,
    qui: 'GESTIONNAIRE',
    geste: async (page) => {
      await ouvrir(/cotisation/)(page)
      await toutDeplier(page)
    },
  },
  {
    nom: 'une réponse vide',
    page: UNE,
    url: `${LISTE}?miennes=oui`,
    qui: 'GESTIONNAIRE',
    geste: repondreVide,
  },
  {
    nom: 'une pièce attendue',
    page: UNE,
    url: `${LISTE}?vue=piece`,
    qui: 'GESTIONNAIRE',
    geste: ouvrir(/message/),
  },
  {
    nom: 'une pièce à juger, dépliée',
    page: UNE,
    url: `${LISTE}?vue=piece`,
    qui: 'GESTIONNAIRE',
    geste: async (page) => {
      await ouvrir(/message/)(page)
      await toutDeplier(page)
    },
  },
  {
    nom: 'une demande vue par le superviseur, dépliée',
    page: UNE,
    url: `${LISTE}?vue=retard`,
    qui: 'SUPERVISEUR',
    geste: async (page) => {
      await ouvrir(/message/)(page)
      await toutDeplier(page)
    },
  },
  {
    nom: 'une réclamation',
    page: UNE,
    url: `${LISTE}?nature=RECLAMATION`,
    qui: 'GESTIONNAIRE',
    geste: ouvrir(/réclamation/),
  },
  { nom: 'demande introuvable', page: UNE, url: `${LISTE}/x`, qui: 'GESTIONNAIRE' },
]
