import type { Page } from '@playwright/test'
import type { Etat } from './etat'

const D = '/adherent/demandes'
const M = '/adherent/messagerie'
const CLE = '2f1c1f6e-6f0b-4f6e-9f2b-0c6a5b7d9e01'

const envoyerVide = (bouton: string) => async (page: Page) => {
  await page.getByRole('button', { name: bouton }).click()
  // Next has an alert of its own, for the title.
  await page.getByRole('heading', { name: /à corriger/i }).waitFor()
}
/** Sent by the page itself, then followed. */
const envoyerUnMessage = async (page: Page) => {
  await page.getByLabel('Ma carte, une attestation').check()
  await page.getByLabel('Votre message').fill('Quand arrive ma carte ?')
  await page.getByRole('button', { name: 'Envoyer ce message' }).click()
  await page.waitForURL(/demandes\/[0-9a-f-]{36}$/)
}
const envoyerUneReclamation = async (page: Page) => {
  await page.getByLabel('Autre chose').check()
  await page.getByLabel('Ce qui ne va pas').fill('Personne ne m’a rappelée.')
  await page.getByRole('button', { name: 'Envoyer ma réclamation' }).click()
  await page.waitForURL(/demandes\/[0-9a-f-]{36}$/)
}
/** Refused at the moment of choosing, and a draft that saved itself. */
const choisirUnGif = async (page: Page) => {
  const fichier = { name: 'photo.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a') }
  await page.getByLabel('Vos pièces').setInputFiles(fichier)
  await page.getByText('ne sera pas envoyé').waitFor()
  await page.getByLabel('Votre message').fill('Un brouillon')
  await page.getByText(/Brouillon enregistré/).waitFor()
}

export const DEMANDES: readonly Etat[] = [
  { nom: 'demandes', page: D, url: D, qui: 'maelys' },
  { nom: 'demandes, aucune', page: D, url: D, qui: 'elias' },
  { nom: 'faire une demande', page: `${D}/nouvelle`, url: `${D}/nouvelle`, qui: 'maelys' },
  { nom: 'faire une demande, ayant droit', page: `${D}/nouvelle`, url: `${D}/nouvelle`, qui: 'yasmine' },
  { nom: 'une demande introuvable', page: `${D}/[id]`, url: `${D}/x`, qui: 'maelys' },
  {
    nom: 'un message envoyé, son horloge et ses échanges',
    page: `${D}/[id]`,
    url: `${M}/ecrire`,
    qui: 'camille',
    geste: envoyerUnMessage,
  },
  {
    nom: 'une réclamation envoyée, et le médiateur',
    page: `${D}/[id]`,
    url: `${D}/reclamation`,
    qui: 'camille',
    geste: envoyerUneReclamation,
  },
  { nom: 'réclamation', page: `${D}/reclamation`, url: `${D}/reclamation`, qui: 'maelys' },
  {
    nom: 'réclamation à corriger',
    page: `${D}/reclamation`,
    url: `${D}/reclamation`,
    qui: 'maelys',
    geste: envoyerVide('Envoyer ma réclamation'),
  },
  { nom: 'droits sur mes données', page: `${D}/mes-donnees`, url: `${D}/mes-donnees`, qui: 'yasmine' },
  { nom: 'contester, aucune somme', page: `${D}/contester`, url: `${D}/contester`, qui: 'maelys' },
  { nom: 'messagerie', page: M, url: M, qui: 'maelys' },
  { nom: 'messagerie vide', page: M, url: M, qui: 'elias' },
  { nom: 'écrire un message', page: `${M}/ecrire`, url: `${M}/ecrire`, qui: 'maelys' },
  {
    nom: 'écrire un message à corriger',
    page: `${M}/ecrire`,
    url: `${M}/ecrire`,
    qui: 'maelys',
    geste: envoyerVide('Envoyer ce message'),
  },
  {
    nom: 'un brouillon, un fichier refusé',
    page: `${M}/ecrire`,
    url: `${M}/ecrire?cle=${CLE}`,
    qui: 'rachid',
    geste: choisirUnGif,
  },
]
