import type { Page } from '@playwright/test'
import type { Etat } from './etat'

/** Through the provider, as somebody nobody knows here yet. */
async function revenirInconnu(page: Page): Promise<void> {
  // States share a window: the provider must not remember who came before.
  await page.context().clearCookies({ name: /^_/ })
  await page.goto('/connexion/externe/essai')
  await page.getByLabel('Qui').fill(`inconnu-${Math.random()}`)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.waitForURL(/relier-mon-identite$/)
}

export const IDENTITES: readonly Etat[] = [
  {
    nom: 'relier une identité, mot de passe',
    page: '/relier-mon-identite',
    url: '/connexion',
    geste: revenirInconnu,
  },
  {
    nom: 'relier une identité, carte',
    page: '/relier-mon-identite',
    url: '/connexion',
    geste: async (page) => {
      await revenirInconnu(page)
      await page.getByRole('link', { name: 'Utilisez votre carte' }).click()
      await page.waitForURL(/avec=carte/)
    },
  },
  {
    nom: 'relier une identité, espace ouvert',
    page: '/relier-mon-identite',
    url: '/adherent/mon-compte/identites',
    qui: 'maelys',
    geste: revenirInconnu,
  },
  {
    nom: 'connexion qui n’a pas abouti ailleurs',
    page: '/connexion/externe/[fournisseur]',
    url: '/connexion?echec=refus&par=essai',
  },
  {
    nom: 'identités reliées, aucune',
    page: '/adherent/mon-compte/identites',
    url: '/adherent/mon-compte/identites',
    qui: 'maelys',
  },
  {
    nom: 'identités reliées, déjà prise',
    page: '/adherent/mon-compte/identites',
    url: '/adherent/mon-compte/identites?echec=deja-ailleurs&par=essai',
    qui: 'maelys',
  },
  {
    nom: 'identités reliées, personnel',
    page: '/gestion/mon-compte/identites',
    url: '/gestion/mon-compte/identites',
    qui: 'GESTIONNAIRE',
  },
  {
    nom: 'déconnexion ailleurs, rien à faire',
    page: '/deconnexion/fournisseur',
    url: '/deconnexion/fournisseur',
  },
]
