import type { Page } from '@playwright/test'
import { type Etat, soumettreVide } from './etat'

const MIENNES = '/adherent/mon-compte/securite'
const GESTION = '/gestion/mon-compte/securite'

const ouvrirLAcces = async (page: Page) => {
  await page
    .getByRole('link', { name: /^Couper l’accès de / })
    .first()
    .click()
  await page.getByRole('heading', { name: /^L’accès de / }).waitFor()
}

const ouvrirLAccesDeMaelys = async (page: Page) => {
  await page.getByLabel('Qui cherchez-vous').fill('oeuvrard maelys')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.getByRole('link', { name: 'Maëlys' }).click()
  await page.getByRole('link', { name: /^Fermer ses connexions/ }).click()
  await page.getByRole('heading', { name: /^L’accès de / }).waitFor()
}

export const FACTEURS: readonly Etat[] = [
  { nom: 'sécurité, sans protection', page: MIENNES, url: MIENNES, qui: 'maelys' },
  { nom: 'sécurité, une liste', page: MIENNES, url: MIENNES, qui: 'clemence' },
  { nom: 'sécurité à corriger', page: MIENNES, url: MIENNES, qui: 'clemence', geste: soumettreVide },
  { nom: 'sécurité, personnel', page: GESTION, url: GESTION, qui: 'GESTIONNAIRE' },
  {
    nom: 'comptes des collègues',
    page: `${GESTION}/collegues`,
    url: `${GESTION}/collegues`,
    qui: 'ADMINISTRATEUR',
  },
  {
    nom: 'protection perdue d’un collègue',
    page: `${GESTION}/collegues`,
    url: `${GESTION}/collegues`,
    qui: 'ADMINISTRATEUR',
    geste: async (page) => {
      await page
        .getByRole('link', { name: /^Seconde protection de / })
        .first()
        .click()
      await page.getByRole('heading', { name: 'Seconde protection perdue' }).waitFor()
    },
  },
  {
    nom: 'accès d’un adhérent',
    page: '/gestion/adherents/[personne]/acces',
    url: '/gestion/adherents',
    qui: 'GESTIONNAIRE',
    geste: ouvrirLAccesDeMaelys,
  },
  {
    nom: 'accès d’un adhérent à corriger',
    page: '/gestion/adherents/[personne]/acces',
    url: '/gestion/adherents',
    qui: 'GESTIONNAIRE',
    geste: async (page) => {
      await ouvrirLAccesDeMaelys(page)
      await soumettreVide(page)
      await page.getByText('Choisissez ce qui est à faire.').first().waitFor()
    },
  },
  {
    nom: 'accès d’un collègue',
    page: `${GESTION}/collegues`,
    url: `${GESTION}/collegues`,
    qui: 'ADMINISTRATEUR',
    geste: ouvrirLAcces,
  },
  {
    nom: 'accès d’un collègue à corriger',
    page: `${GESTION}/collegues`,
    url: `${GESTION}/collegues`,
    qui: 'ADMINISTRATEUR',
    geste: async (page) => {
      await ouvrirLAcces(page)
      await soumettreVide(page)
      await page.getByText('Choisissez ce qui est à faire.').first().waitFor()
    },
  },
]
