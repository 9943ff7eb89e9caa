import type { Page } from '@playwright/test'
import type { Etat } from './etat'

const DEMANDES = '/adherent/demandes'
const CONTRAT = `${DEMANDES}/contrat`
const NAISSANCE = `${CONTRAT}?faire=ajouter&motif=naissance&evenement=2026-02-20`
const ADHERENTS = '/gestion/adherents'

const envoyer = (bouton: string) => async (page: Page) => {
  await page.getByRole('button', { name: bouton }).click()
  await page.getByText('À corriger').first().waitFor()
}
const chercher = (qui: string) => async (page: Page) => {
  await page.getByLabel('Qui cherchez-vous').fill(qui)
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.locator('main h2, main [aria-live] p').first().waitFor()
}

/** What is asked of a contract or of a care, and the file that staff opens. */
export const DEMANDES_CONTRAT: readonly Etat[] = [
  { nom: 'changer mon contrat, rien de choisi', page: CONTRAT, url: CONTRAT, qui: 'maelys' },
  { nom: 'déclarer une naissance', page: CONTRAT, url: NAISSANCE, qui: 'maelys' },
  {
    nom: 'une naissance à corriger',
    page: CONTRAT,
    url: NAISSANCE,
    qui: 'maelys',
    geste: envoyer('Envoyer cette demande'),
  },
  {
    nom: 'confirmer une résiliation',
    page: CONTRAT,
    url: `${CONTRAT}?faire=partir&motif=ECHEANCE`,
    qui: 'maelys',
  },
  { nom: 'preuve de l’année', page: `${DEMANDES}/preuve`, url: `${DEMANDES}/preuve`, qui: 'camille' },
  { nom: 'aucune preuve à envoyer', page: `${DEMANDES}/preuve`, url: `${DEMANDES}/preuve`, qui: 'theo' },
  {
    nom: 'une preuve à corriger',
    page: `${DEMANDES}/preuve`,
    url: `${DEMANDES}/preuve`,
    qui: 'camille',
    geste: envoyer('Envoyer cette preuve'),
  },
  {
    nom: 'une facture, quel soin',
    page: `${DEMANDES}/remboursement`,
    url: `${DEMANDES}/remboursement`,
    qui: 'maelys',
  },
  {
    nom: 'une facture de lunettes',
    page: `${DEMANDES}/remboursement/[soin]`,
    url: `${DEMANDES}/remboursement/lunettes`,
    qui: 'maelys',
  },
  {
    nom: 'une facture à corriger',
    page: `${DEMANDES}/remboursement/[soin]`,
    url: `${DEMANDES}/remboursement/medecin-generaliste`,
    qui: 'maelys',
    geste: envoyer('Envoyer cette demande'),
  },
  { nom: 'chercher un adhérent', page: ADHERENTS, url: ADHERENTS, qui: 'GESTIONNAIRE' },
  {
    nom: 'des adhérents trouvés',
    page: ADHERENTS,
    url: ADHERENTS,
    qui: 'GESTIONNAIRE',
    geste: chercher('ha'),
  },
  { nom: 'aucun adhérent', page: ADHERENTS, url: ADHERENTS, qui: 'GESTIONNAIRE', geste: chercher('zzz') },
  {
    nom: 'le dossier d’un adhérent',
    page: `${ADHERENTS}/[personne]`,
    url: ADHERENTS,
    qui: 'GESTIONNAIRE',
    geste: async (page) => {
      await chercher('oeuvrard maelys')(page)
      await page.getByRole('link', { name: 'Maëlys' }).click()
      await page.getByRole('heading', { name: 'Journal du dossier' }).waitFor()
    },
  },
  {
    nom: 'envoyer un nouveau code d’accès',
    page: `${ADHERENTS}/[personne]/code-acces`,
    url: ADHERENTS,
    qui: 'GESTIONNAIRE',
    geste: async (page) => {
      await chercher('oeuvrard maelys')(page)
      await page.getByRole('link', { name: 'Maëlys' }).click()
      await page.getByRole('link', { name: 'Lui envoyer un nouveau code d’accès' }).click()
      await page.getByRole('button', { name: 'Envoyer un nouveau code' }).waitFor()
    },
  },
]
