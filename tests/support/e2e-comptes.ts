import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'

interface CompteDemo {
  readonly identifiant: string
  readonly motDePasse: string
  readonly role: string
  readonly famille?: string
}

const { comptes }: { comptes: readonly CompteDemo[] } = JSON.parse(
  readFileSync('prisma/demonstration/comptes.json', 'utf8'),
)

/** A demonstration account, by family for a member, by role for staff. */
export function compteDemo(qui: string): CompteDemo {
  const compte = comptes.find(({ famille, role }) => famille === qui || role === qui)
  if (compte === undefined) throw new Error(`pas de compte de démonstration : ${qui}`)
  return compte
}

/** Logs in as a person does: by the page, with the keyboard's Enter, JavaScript or not. */
export async function connecter(page: Page, qui: string): Promise<void> {
  const { identifiant, motDePasse } = compteDemo(qui)
  await page.goto('/connexion')
  await page.getByLabel('E-mail ou code d').fill(identifiant)
  await page.getByLabel('Mot de passe').fill(motDePasse)
  await page.getByLabel('Mot de passe').press('Enter')
  await page.waitForURL(/\/(adherent|gestion)$/)
}

/** The cookies of an open session, to begin a test already logged in. */
export async function session(browser: Browser, qui: string) {
  const contexte = await browser.newContext({ javaScriptEnabled: false })
  await connecter(await contexte.newPage(), qui)
  const etat = await contexte.storageState()
  await contexte.close()
  return etat
}
