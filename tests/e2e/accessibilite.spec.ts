import { readFileSync } from 'node:fs'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test,
} from '@playwright/test'
import { axe } from '../support/e2e-axe'
import { session } from '../support/e2e-comptes'
import { lireMotifs, manquesDe, SORTES_DE_FAIT } from '../support/motifs-rendus'
import { ADHERENT } from './etats/adherent'
import { AIDES_ETATS } from './etats/aides'
import { BENEFICIAIRES } from './etats/beneficiaires'
import { CARTE } from './etats/carte'
import { COMPTE } from './etats/compte'
import { CONTRATS_ETATS } from './etats/contrats'
import { COORDONNEES } from './etats/coordonnees'
import { CORBEILLE } from './etats/corbeille'
import { DELEGATIONS } from './etats/delegations'
import { DEMANDES } from './etats/demandes'
import { DEMANDES_CONTRAT } from './etats/demandes-contrat'
import { DONNEES } from './etats/donnees'
import type { Etat } from './etats/etat'
import { FACTEURS } from './etats/facteurs'
import { GARANTIES_ETATS } from './etats/garanties'
import { GESTION } from './etats/gestion'
import { IDENTITES } from './etats/identites'
import { JOURNAL } from './etats/journal'
import { MANDAT } from './etats/mandat'
import { NATURES_ETATS } from './etats/natures'
import { PRISES } from './etats/prises-en-charge'
import { PUBLIC } from './etats/public'
import { RENDUS } from './etats/rendus'
import { SEIZE } from './etats/seize'
import { SIMULATION } from './etats/simuler'
import { VERIFICATIONS } from './etats/verifications'

/** Every page of the product, in every state it has. A page of the build that is in none of these fails the first test. */
const ETATS: readonly Etat[] = [
  ...PUBLIC,
  ...ADHERENT,
  ...BENEFICIAIRES,
  ...CARTE,
  ...COMPTE,
  ...CONTRATS_ETATS,
  ...COORDONNEES,
  ...DONNEES,
  ...DEMANDES,
  ...DEMANDES_CONTRAT,
  ...CORBEILLE,
  ...DELEGATIONS,
  ...FACTEURS,
  ...GARANTIES_ETATS,
  ...MANDAT,
  ...PRISES,
  ...VERIFICATIONS,
  ...NATURES_ETATS,
  ...AIDES_ETATS,
  ...RENDUS,
  ...SEIZE,
  ...SIMULATION,
  ...GESTION,
  ...JOURNAL,
  ...IDENTITES,
]

/** `npm run test:long` asks axe again in the narrow window, of a page whose structure and colours it found clean in the wide one. */
const ENTIER = process.env.PORTAIL_E2E_ENTIER === '1'

const LARGE = { width: 1280, height: 900 }
const ETROITE = { width: 320, height: 640 }
const TOUT = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4']

/** One context for each way of looking and person in each worker: a context is slow to open. */
const contextes = new Map<string, Promise<BrowserContext>>()
const sessions = new Map<string, ReturnType<typeof session>>()

function retenir<T>(memoire: Map<string, T>, cle: string, ouvrir: () => T): T {
  const connu = memoire.get(cle) ?? ouvrir()
  memoire.set(cle, connu)
  return connu
}

async function ouvrir(
  browser: Browser,
  etat: Etat,
  vue: string,
  options: BrowserContextOptions,
): Promise<Page> {
  const contexte = await retenir(contextes, `${vue} ${etat.qui}`, async () => {
    const { qui } = etat
    const ouverte = qui === undefined ? undefined : await retenir(sessions, qui, () => session(qui))
    return browser.newContext({
      ...options,
      reducedMotion: 'reduce',
      ...(ouverte === undefined ? {} : { storageState: ouverte }),
    })
  })
  const page = await contexte.newPage()
  await page.goto(etat.url)
  await etat.geste?.(page)
  return page
}

/** Sideways scrolling and text cut off by its own box. */
const debordements = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const coupes = [...document.querySelectorAll('main *')].filter((element) => {
      const { overflowX } = getComputedStyle(element)
      return (
        overflowX === 'hidden' && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1
      )
    })
    return [
      ...(scrollWidth > clientWidth + 1 ? [`page : ${scrollWidth} > ${clientWidth}`] : []),
      ...coupes.map((element) => element.outerHTML.slice(0, 80)),
    ]
  })

/** Links and buttons that a finger misses: less than 44 pixels high, outside a sentence. */
const petitesCibles = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), label:has(input)')]
      .filter(
        (element) =>
          element.checkVisibility() && element.closest('p, .texte, .etapes, [role=alert]') === null,
      )
      .filter((element) => !element.matches('label input, .sr-only'))
      .filter((element) => element.getBoundingClientRect().height < 43.5)
      .map((element) => `${element.outerHTML.slice(0, 90)} : ${element.getBoundingClientRect().height}`),
  )

test('toutes les pages construites sont dans la liste', () => {
  const routes: Record<string, string> = JSON.parse(
    readFileSync('.next/app-path-routes-manifest.json', 'utf8'),
  )
  const pages = Object.entries(routes)
    .filter(([source]) => source.endsWith('/page'))
    .map(([, route]) => route)
    .filter((route) => route !== '/_global-error')
  const vues = new Set(ETATS.map(({ page }) => page))
  expect(pages.filter((page) => !vues.has(page))).toEqual([])
})

const TOUTES_LES_REGLES = { type: 'tag' as const, values: TOUT }
/** By night the structure is the same: only the colours are looked at again. */
const COULEURS = { type: 'rule' as const, values: ['color-contrast'] }

/** What a member reads says its grounds in every state, after a click or an answer too. */
const sansMotif = async (page: Page, etat: Etat): Promise<string[]> =>
  /^\/(adherent|carte)(\/|$)/.test(etat.page)
    ? manquesDe(await page.evaluate(lireMotifs, SORTES_DE_FAIT))
    : []

const TEXTES = [
  // The size of 200 %, whatever the width that the page believes it has.
  ['texte au double', 'html { font-size: 225% !important }'],
  [
    'texte espacé',
    '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
  ],
] as const

for (const etat of ETATS) {
  test(`${etat.nom} : axe ne trouve rien, rien ne déborde ni n’est coupé, de jour, de nuit, étroite, agrandie, tout montant a ses motifs`, async ({
    browser,
  }) => {
    test.setTimeout(120_000)
    // The policy of the pages forbids a style of ours: the browser is asked to look away.
    const page = await ouvrir(browser, etat, 'regard', { viewport: LARGE, bypassCSP: true })
    expect.soft(await axe(page, TOUTES_LES_REGLES), 'large, de jour').toEqual([])
    expect.soft(await debordements(page), 'large').toEqual([])
    expect.soft(await sansMotif(page, etat), 'montant, date ou refus sans motif').toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect.soft(await axe(page, COULEURS), 'large, de nuit').toEqual([])
    await page.setViewportSize(ETROITE)
    if (ENTIER) expect.soft(await axe(page, COULEURS), 'étroite, de nuit').toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    if (ENTIER) expect.soft(await axe(page, TOUTES_LES_REGLES), 'étroite, de jour').toEqual([])
    expect.soft(await debordements(page), 'étroite').toEqual([])
    expect.soft(await petitesCibles(page), 'au doigt, hors d’une phrase').toEqual([])
    await page.setViewportSize({ width: 640, height: 900 })
    for (const [nom, content] of TEXTES) {
      const style = await page.addStyleTag({ content })
      expect.soft(await debordements(page), nom).toEqual([])
      await style.evaluate((element) => element.parentNode?.removeChild(element))
    }
    await page.close()
  })
}

test('à contraste imposé, un bouton garde un bord visible', async ({ browser }) => {
  const contexte = await browser.newContext({ colorScheme: 'dark', forcedColors: 'active' })
  const page = await contexte.newPage()
  await page.goto('/')
  const bouton = page.locator('main').getByRole('link', { name: 'Me connecter' })
  const [bord, fond, epaisseur] = await bouton.evaluate((element) => {
    const style = getComputedStyle(element)
    return [style.borderTopColor, style.backgroundColor, style.borderTopWidth]
  })
  expect(bord).not.toBe(fond)
  expect(epaisseur).toBe('2px')
  await contexte.close()
})
