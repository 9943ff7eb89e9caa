import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any page of ours has. */
const STOPS = 300

/** Somebody without a mouse: Tab, Enter, Space, arrows and letters, nothing else. */
export interface Clavier {
  /** Tab until it has the focus, and the focus is seen. */
  readonly tabuler: (cible: Locator) => Promise<void>
  readonly presser: (cible: Locator) => Promise<void>
  readonly ecrire: (cible: Locator, texte: string) => Promise<void>
  readonly dater: (cible: Locator, jour: string) => Promise<void>
  readonly cocher: (cible: Locator) => Promise<void>
  readonly choisir: (cible: Locator, option: string) => Promise<void>
  readonly joindre: (cible: Locator, fichier: Piece) => Promise<void>
}

export interface Piece {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const aLeFocus = (cible: Locator): Promise<boolean> =>
  cible.evaluate((element) => element === document.activeElement)

async function tabuler(page: Page, cible: Locator): Promise<void> {
  await cible.waitFor()
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await aLeFocus(cible)) {
      await expect(cible, 'le focus se voit').toHaveCSS('outline-style', 'solid')
      await expect(cible, 'le focus est à l’écran').toBeInViewport()
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`aucune tabulation ne mène à ${String(cible)}`)
}

/** Of a group of round buttons, Tab reaches one; arrows the others. */
async function cocher(page: Page, cible: Locator): Promise<void> {
  await cible.waitFor()
  const groupe = await cible.getAttribute('name')
  for (let stop = 0; stop < STOPS && !(await cible.isChecked()); stop += 1) {
    const [ici, type, nom] = await page.evaluate(() => {
      const actif = document.activeElement
      return actif instanceof HTMLInputElement ? ['champ', actif.type, actif.name] : ['', '', '']
    })
    const dansLeGroupe = ici === 'champ' && nom === groupe
    if (await aLeFocus(cible)) await page.keyboard.press('Space')
    else await page.keyboard.press(dansLeGroupe && type === 'radio' ? 'ArrowDown' : 'Tab')
  }
  await expect(cible).toBeChecked()
}

/** The parts of a day are in the order of the reader's language. */
async function dater(page: Page, cible: Locator, jour: string): Promise<void> {
  await tabuler(page, cible)
  const [annee = '', mois = '', quantieme = ''] = jour.split('-')
  for (const parties of [
    [quantieme, mois, annee],
    [mois, quantieme, annee],
  ]) {
    await page.keyboard.type(parties.join(''))
    if ((await cible.inputValue()) === jour) return
    for (let retour = 0; retour < 3; retour += 1) await page.keyboard.press('ArrowLeft')
  }
  await expect(cible).toHaveValue(jour)
}

/** Typing what an option says chooses it. */
async function choisir(page: Page, cible: Locator, option: string): Promise<void> {
  await tabuler(page, cible)
  await page.keyboard.type(option)
  await expect(cible.locator('option:checked')).toHaveText(new RegExp(`^${option}`))
}

async function joindre(page: Page, cible: Locator, fichier: Piece): Promise<void> {
  await tabuler(page, cible)
  const ouvert = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (await ouvert).setFiles(fichier)
  await expect(cible).toHaveValue(new RegExp(`${fichier.name}$`))
}

export function clavier(page: Page): Clavier {
  // Heard from the start: the browser is told then to open no window of its own, and not while the key is pressed.
  page.on('filechooser', () => {})
  return {
    tabuler: (cible) => tabuler(page, cible),
    presser: async (cible) => {
      await tabuler(page, cible)
      await page.keyboard.press('Enter')
    },
    ecrire: async (cible, texte) => {
      await tabuler(page, cible)
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type(texte)
    },
    dater: (cible, jour) => dater(page, cible, jour),
    cocher: (cible) => cocher(page, cible),
    choisir: (cible, option) => choisir(page, cible, option),
    joindre: (cible, fichier) => joindre(page, cible, fichier),
  }
}
