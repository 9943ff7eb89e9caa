import type { BrowserContext, Page } from '@playwright/test'
import { compteDemonstration } from './e2e-base'
import { courrielDe, estExtreme, installerExtreme } from './e2e-extremes'
import { donnerUneListe, ouvrirSansPorte } from './e2e-session'

async function compteDe(qui: string): Promise<{ readonly identifiant: string; readonly motDePasse: string }> {
  if (!estExtreme(qui)) return compteDemonstration(qui)
  await installerExtreme(qui)
  return { ...compteDemonstration('maelys'), identifiant: courrielDe(qui) }
}

/** Members of the demonstration who, in the tests, have a second factor: for the pages that demand one. Nobody else's test logs them in. */
const AVEC_FACTEUR: readonly string[] = ['clemence']

const aDeuxPas = (qui: string): boolean => qui === qui.toUpperCase() || AVEC_FACTEUR.includes(qui)

type EtatOuvert = Awaited<ReturnType<BrowserContext['storageState']>>

/** Logs in as a person does: by the page, with the keyboard's Enter, JavaScript or not. Who has two steps to make begins after them. */
export async function connecter(page: Page, qui: string): Promise<void> {
  if (aDeuxPas(qui)) {
    const { cookies } = await session(qui)
    await page.context().addCookies(cookies)
    await page.goto(qui === qui.toUpperCase() ? '/gestion' : '/adherent')
    return
  }
  const { identifiant, motDePasse } = await compteDe(qui)
  await page.goto('/connexion')
  await page.getByLabel('E-mail ou code d').fill(identifiant)
  await page.getByLabel('Mot de passe').fill(motDePasse)
  await page.getByLabel('Mot de passe').press('Enter')
  await page.waitForURL(/\/(adherent|gestion|connexion\/second-facteur)$/)
  if (!page.url().endsWith('/second-facteur')) return
  // Chosen meanwhile, in a test of theirs.
  const { cookies } = await ouvrirSansPorte(identifiant)
  await page.context().addCookies(cookies)
  await page.goto('/adherent')
}

/** The cookies of an open session, to begin a test already logged in: the door has tests of its own (acces, second-facteur). */
export async function session(qui: string): Promise<EtatOuvert> {
  const { identifiant } = await compteDe(qui)
  if (AVEC_FACTEUR.includes(qui)) await donnerUneListe(identifiant)
  return ouvrirSansPorte(identifiant)
}
