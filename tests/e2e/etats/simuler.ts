import type { Page } from '@playwright/test'
import { type Etat, soumettreVide } from './etat'

const SIMULER = '/adherent/simuler'
const SOIN = `${SIMULER}/[soin]`

const simuler = async (page: Page) => {
  await page.getByRole('button', { name: 'Calculer mon remboursement' }).click()
  await page.getByRole('heading', { name: /, le \d/ }).waitFor()
}
/** A crown at a free price: several formules to compare, the ceiling of overruns, the grounds unfolded. */
const simulerUneCouronne = async (page: Page) => {
  await page.getByLabel('De quoi s’agit-il ?').selectOption('HBLD403')
  await page.getByLabel('Prix', { exact: true }).fill('650')
  await simuler(page)
  await page.locator('main section summary').first().click()
}
/** Renewed too early for the adult of the family: what waiting would give is told. */
const simulerDesLunettes = async (page: Page) => {
  for (const element of ['de la monture', 'du verre droit', 'du verre gauche'])
    await page.getByLabel(`Prix ${element}`).fill('120')
  await simuler(page)
}

/** The same, sight having changed: both prescriptions are copied. */
const simulerSaVueQuiChange = async (page: Page) => {
  await page.getByLabel('La vue a changé').check()
  for (const cote of ['droit', 'gauche'])
    await page.getByLabel(`Verre ${cote}`, { exact: true }).selectOption('ORDONNANCE-B')
  for (const titre of ['Recopier mon ordonnance', 'Recopier aussi l’ordonnance d’avant'])
    await page.getByText(titre).click()
  const saisies = {
    sphereDroit: '-2,25',
    sphereGauche: '-6,50',
    sphereAvantDroit: '-1,75',
    sphereAvantGauche: '-6,00',
  }
  for (const [nom, valeur] of Object.entries(saisies)) await page.locator(`[name=${nom}]`).fill(valeur)
  await simulerDesLunettes(page)
}

export const SIMULATION: readonly Etat[] = [
  { nom: 'simuler', page: SIMULER, url: SIMULER, qui: 'maelys' },
  { nom: 'simuler un soin', page: SOIN, url: `${SIMULER}/medecin-specialiste`, qui: 'maelys' },
  {
    nom: 'simuler, à corriger',
    page: SOIN,
    url: `${SIMULER}/medecin-generaliste`,
    qui: 'maelys',
    geste: soumettreVide,
  },
  {
    nom: 'simuler, une couronne',
    page: SOIN,
    url: `${SIMULER}/couronne`,
    qui: 'maelys',
    geste: simulerUneCouronne,
  },
  {
    nom: 'simuler, des lunettes',
    page: SOIN,
    url: `${SIMULER}/lunettes`,
    qui: 'maelys',
    geste: simulerDesLunettes,
  },
  {
    nom: 'simuler, des lunettes quand la vue change',
    page: SOIN,
    url: `${SIMULER}/lunettes`,
    qui: 'maelys',
    geste: simulerSaVueQuiChange,
  },
  { nom: 'simuler, ayant droit', page: SOIN, url: `${SIMULER}/lunettes`, qui: 'yasmine' },
  {
    nom: 'simuler, contrat fini',
    page: SOIN,
    url: `${SIMULER}/medecin-generaliste`,
    qui: 'sander',
    geste: async (page) => {
      await page.getByLabel('Prix', { exact: true }).fill('30')
      await page.getByRole('button', { name: 'Calculer mon remboursement' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  { nom: 'simuler, soin inconnu', page: SOIN, url: `${SIMULER}/x`, qui: 'maelys' },
]
