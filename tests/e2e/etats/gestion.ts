import type { Page } from '@playwright/test'
import { type Etat, soumettreVide } from './etat'

const ouvrirLeFlux = async (page: Page) => {
  await page.locator('main a[href^="/gestion/flux/"]').first().click()
  await page.waitForURL(/flux\/[0-9a-f-]{36}/)
}
const PAIEMENTS = '/gestion/paiements'
const ouvrirLe = (debut: string) => async (page: Page) => {
  await page.locator(`main a[href^="${debut}"]`).first().click()
  await page.waitForURL((url) => `${url.pathname}${url.search}`.startsWith(debut))
}
const ecrireUnCourrier = async (page: Page) => {
  await page.getByLabel('Numéro d’adhérent').fill('00410011')
  await page.getByLabel('Objet').fill('Votre appel')
  await page.getByLabel('Texte').fill('Bonjour,\n\nMerci de votre appel.')
  await page.getByRole('button', { name: 'Écrire ce courrier' }).click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
}
const ouvrirLeContrat = async (page: Page) => {
  await page.locator('main a[href^="/gestion/cotisations/"]').first().click()
  await page.waitForURL(/cotisations\/[0-9a-f-]{36}/)
}
const ouvrirLeTarif = async (page: Page) => {
  await page.locator('main li a[href^="/gestion/tarifs/"]').first().click()
  await page.waitForURL(/tarifs\/[0-9a-f-]{36}/)
}
export const GESTION: readonly Etat[] = [
  { nom: 'toutes les pages de gestion', page: '/gestion/menu', url: '/gestion/menu', qui: 'GESTIONNAIRE' },
  {
    nom: 'papiers à poster',
    page: '/gestion/documents/a-poster',
    url: '/gestion/documents/a-poster',
    qui: 'GESTIONNAIRE',
  },
  { nom: 'lots de relevés', page: '/gestion/releves', url: '/gestion/releves', qui: 'GESTIONNAIRE' },
  { nom: 'courrier', page: '/gestion/courriers', url: '/gestion/courriers', qui: 'GESTIONNAIRE' },
  {
    nom: 'courrier à corriger',
    page: '/gestion/courriers',
    url: '/gestion/courriers',
    qui: 'GESTIONNAIRE',
    geste: soumettreVide,
  },
  {
    nom: 'un courrier écrit',
    page: '/gestion/documents/[id]',
    url: '/gestion/courriers',
    qui: 'GESTIONNAIRE',
    geste: ecrireUnCourrier,
  },
  { nom: 'suivi', page: '/gestion/cotisations', url: '/gestion/cotisations', qui: 'ADMINISTRATEUR' },
  {
    nom: 'suivi à corriger',
    page: '/gestion/cotisations',
    url: '/gestion/cotisations',
    qui: 'ADMINISTRATEUR',
    geste: soumettreVide,
  },
  {
    nom: 'un contrat',
    page: '/gestion/cotisations/[adhesion]',
    url: '/gestion/cotisations',
    qui: 'ADMINISTRATEUR',
    geste: ouvrirLeContrat,
  },
  { nom: 'tarifs', page: '/gestion/tarifs', url: '/gestion/tarifs', qui: 'ADMINISTRATEUR' },
  {
    nom: 'un tarif',
    page: '/gestion/tarifs/[tarif]',
    url: '/gestion/tarifs',
    qui: 'ADMINISTRATEUR',
    geste: ouvrirLeTarif,
  },
  {
    nom: 'tarif à corriger',
    page: '/gestion/tarifs/saisir',
    url: '/gestion/tarifs/saisir?formule=mutami.tribu-equilibre',
    qui: 'ADMINISTRATEUR',
    geste: soumettreVide,
  },
  {
    nom: 'tarif sans formule',
    page: '/gestion/tarifs/saisir',
    url: '/gestion/tarifs/saisir',
    qui: 'ADMINISTRATEUR',
    geste: soumettreVide,
  },
  { nom: 'gestion', page: '/gestion', url: '/gestion', qui: 'GESTIONNAIRE' },
  { nom: 'documents reçus', page: '/gestion/depots', url: '/gestion/depots', qui: 'GESTIONNAIRE' },
  { nom: 'flux', page: '/gestion/flux', url: '/gestion/flux', qui: 'GESTIONNAIRE' },
  {
    nom: 'flux à corriger',
    page: '/gestion/flux',
    url: '/gestion/flux',
    qui: 'GESTIONNAIRE',
    geste: soumettreVide,
  },
  {
    nom: 'un flux',
    page: '/gestion/flux/[flux]',
    url: '/gestion/flux',
    qui: 'GESTIONNAIRE',
    geste: ouvrirLeFlux,
  },
  { nom: 'flux introuvable', page: '/gestion/flux/[flux]', url: '/gestion/flux/x', qui: 'GESTIONNAIRE' },
  { nom: 'impayés', page: '/gestion/impayes', url: '/gestion/impayes', qui: 'GESTIONNAIRE' },
  { nom: 'courriels', page: '/gestion/courriels', url: '/gestion/courriels', qui: 'GESTIONNAIRE' },
  {
    nom: 'courriels en échec',
    page: '/gestion/courriels',
    url: '/gestion/courriels?etat=echec',
    qui: 'GESTIONNAIRE',
  },
  { nom: 'compte de gestion', page: '/gestion/mon-compte', url: '/gestion/mon-compte', qui: 'GESTIONNAIRE' },
  { nom: 'paiements', page: PAIEMENTS, url: PAIEMENTS, qui: 'COMPTABLE' },
  { nom: 'paiements à corriger', page: PAIEMENTS, url: PAIEMENTS, qui: 'COMPTABLE', geste: soumettreVide },
  {
    nom: 'un lot',
    page: `${PAIEMENTS}/[lot]`,
    url: PAIEMENTS,
    qui: 'COMPTABLE',
    geste: async (page) => {
      await page
        .getByRole('link', { name: /virements?, / })
        .first()
        .click()
      await page.waitForURL(/paiements\/[0-9a-f-]{36}/)
    },
  },
  { nom: 'lot introuvable', page: `${PAIEMENTS}/[lot]`, url: `${PAIEMENTS}/x`, qui: 'COMPTABLE' },
  {
    nom: 'fichiers de la banque',
    page: `${PAIEMENTS}/retours`,
    url: `${PAIEMENTS}/retours`,
    qui: 'COMPTABLE',
  },
  {
    nom: 'fichier de la banque à corriger',
    page: `${PAIEMENTS}/retours`,
    url: `${PAIEMENTS}/retours`,
    qui: 'COMPTABLE',
    geste: soumettreVide,
  },
  {
    nom: 'comptes des professionnels',
    page: `${PAIEMENTS}/professionnels`,
    url: `${PAIEMENTS}/professionnels`,
    qui: 'COMPTABLE',
  },
  {
    nom: 'le compte d’un professionnel',
    page: `${PAIEMENTS}/professionnels`,
    url: `${PAIEMENTS}/professionnels`,
    qui: 'COMPTABLE',
    geste: ouvrirLe(`${PAIEMENTS}/professionnels?tiers=`),
  },
  { nom: 'sommes versées à tort', page: `${PAIEMENTS}/indus`, url: `${PAIEMENTS}/indus`, qui: 'COMPTABLE' },
]
