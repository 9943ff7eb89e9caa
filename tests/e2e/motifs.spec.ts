import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { session } from '../support/e2e-comptes'
import { lireMotifs, manquesDe, SORTES_DE_FAIT } from '../support/motifs-rendus'
import { ROUTES } from './politiques'

const MOTIFS =
  '<ol data-motifs=""><li data-etape="">60 % de 30,00 €<span data-article="">Art. 5</span></li></ol>'

/** What must be seen, and what must not: the lint is worth what it finds. */
const PIEGES: readonly (readonly [string, string, readonly string[]])[] = [
  ['un montant nu', '<p>Il reste 1 234,50 € à payer.</p>', ['1 234,50 €']],
  ['un montant coupé en deux éléments', '<p><b>12,00</b>&nbsp;<span>€</span></p>', ['12,00 €']],
  [
    'une date en lettres, une en chiffres',
    '<p>du 1er mars 2026 au 31/03/2026</p>',
    ['1er mars 2026', '31/03/2026'],
  ],
  ['un pourcentage', '<td>60 %</td>', ['60 %']],
  ['un refus', '<p>Ce soin n’est pas remboursé.</p>', ['n’est pas remboursé']],
  ['dans un pli fermé', '<details><summary>Voir</summary><p>8,00 €</p></details>', ['8,00 €']],
  ['des motifs à côté, sans dire qu’ils expliquent', `<p>8,00 €</p>${MOTIFS}`, ['8,00 €']],
  ['un cadre sans motifs', '<section data-fonde=""><p>8,00 €</p></section>', ['8,00 €']],
  ['des motifs vides', '<section data-fonde=""><p>8,00 €</p><ol data-motifs=""></ol></section>', ['8,00 €']],
  [
    'une étape sans article',
    '<section data-fonde=""><p>8,00 €</p><ol data-motifs=""><li data-etape="">Parce que<span data-article=""></span></li></ol></section>',
    ['8,00 €'],
  ],
  [
    'les motifs d’un autre cadre',
    `<section data-fonde=""><p>8,00 €</p><div data-fonde="">${MOTIFS}</div></section>`,
    ['8,00 €'],
  ],
  ['des motifs nommés qui n’y sont pas', '<p data-fonde="#ailleurs">8,00 €</p>', ['8,00 €']],
  ['un renvoi sans lien', '<p data-fonde="lien">8,00 €, <a href="/x">voir</a></p>', ['8,00 €']],
  ['un fait inventé', '<p data-fait="PARCE_QUE">8,00 €</p>', ['8,00 €']],
  ['toute la page en un cadre', `<div data-fonde=""><h1>Titre</h1><p>8,00 €</p>${MOTIFS}</div>`, ['8,00 €']],
  ['un montant et ses motifs', `<section data-fonde=""><p>18,00 €</p>${MOTIFS}</section>`, []],
  ['des motifs nommés', `<p data-fonde="#ici">18,00 €</p><div id="ici">${MOTIFS}</div>`, []],
  [
    'un renvoi à la page des motifs',
    '<p data-fonde="lien">8,00 €, <a data-vers-motifs="" href="/x">voir</a></p>',
    [],
  ],
  ['une naissance', '<p data-fait="REGISTRE">Naissance : 12 avril 1986</p>', []],
  [
    'des nombres qui ne sont ni sommes ni jours',
    '<p>Contrat n° 00410011, 3 personnes, option 2, en 2026.</p>',
    [],
  ],
]

test.describe('T05 : le contrôle des pages rendues', () => {
  for (const [nom, html, attendus] of PIEGES) {
    test(`${nom} : ${attendus.length === 0 ? 'rien à redire' : 'trouvé'}`, async ({ page }) => {
      await page.setContent(`<main>${html}</main>`)
      const { manques } = await page.evaluate(lireMotifs, SORTES_DE_FAIT)
      expect(manques.map(({ texte }) => texte.replace(/\s/g, ' '))).toEqual(attendus)
    })
  }
})

const AVEC_UNE_PLACE = /\[/
const DE_L_ADHERENT = Object.entries(ROUTES)
  .filter(([, politique]) => politique === 'ADHERENT' || politique === 'CONTRAT')
  .map(([route]) => route)
  .filter((route) => !AVEC_UNE_PLACE.test(route))

/** An address without what changes from one line to the next: grounds are looked for once by kind of page. */
const genreDe = (href: string): string => href.replace(/[0-9a-f-]{36}/, '[id]').replace(/=[^&]*/g, '=')

async function ouvrir(browser: Browser, qui: string): Promise<BrowserContext> {
  return browser.newContext({ storageState: await session(qui) })
}

/** Where a page says that the grounds are, they are. */
async function suivre(page: Page, liens: readonly string[], vus: Set<string>): Promise<string[]> {
  const vides: string[] = []
  for (const href of liens) {
    if (vus.has(genreDe(href))) continue
    vus.add(genreDe(href))
    await page.goto(href)
    if ((await page.locator('main [data-motifs] [data-etape]').count()) === 0) vides.push(href)
  }
  return vides
}

// An adult with children, somebody whose direct debit was lost, somebody whose contract has ended, a girl of sixteen.
for (const qui of ['maelys', 'aissatou', 'sander', 'yasmine']) {
  test(`T05 : sur chaque page que ${qui} peut ouvrir, un montant, une date ou un refus a ses motifs et leur article`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const contexte = await ouvrir(browser, qui)
    const page = await contexte.newPage()
    const vus = new Set<string>()
    let fondes = 0
    for (const route of DE_L_ADHERENT) {
      const reponse = await page.goto(route)
      if (reponse?.status() === 404) continue
      const lue = await page.evaluate(lireMotifs, SORTES_DE_FAIT)
      fondes += lue.fondes
      expect.soft(manquesDe(lue), route).toEqual([])
      expect.soft(await suivre(page, lue.liens, vus), `motifs promis par ${route}`).toEqual([])
    }
    // A walk that found nothing to read would prove nothing.
    expect(fondes).toBeGreaterThan(50)
    await contexte.close()
  })
}
