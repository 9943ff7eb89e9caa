import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test,
} from '@playwright/test'
import { session } from '../support/e2e-comptes'

/** Every page of the product, in every state it has. A page of the build that is in none of these fails the first test. */
interface Etat {
  readonly nom: string
  readonly page: string
  readonly url: string
  readonly qui?:
    | 'maelys'
    | 'aissatou'
    | 'yasmine'
    | 'sander'
    | 'GESTIONNAIRE'
    | 'COMPTABLE'
    | 'ADMINISTRATEUR'
  /** What is done on the page before looking at it. */
  readonly geste?: (page: Page) => Promise<unknown>
}

const soumettreVide = (page: Page) => page.locator('main form button').click()

const PUBLIC: readonly Etat[] = [
  { nom: 'accueil', page: '/', url: '/' },
  { nom: 'connexion', page: '/connexion', url: '/connexion' },
  { nom: 'connexion à corriger', page: '/connexion', url: '/connexion', geste: soumettreVide },
  { nom: 'connexion pour continuer', page: '/connexion', url: '/connexion?retour=%2Fadherent' },
  { nom: 'création, carte', page: '/creer-mon-compte', url: '/creer-mon-compte' },
  {
    nom: 'création, carte à corriger',
    page: '/creer-mon-compte',
    url: '/creer-mon-compte',
    geste: soumettreVide,
  },
  {
    nom: 'création, e-mails',
    page: '/creer-mon-compte/verifier-mes-courriels',
    url: '/creer-mon-compte/verifier-mes-courriels',
  },
  {
    nom: 'création, identifiants',
    page: '/creer-mon-compte/identifiants',
    url: '/creer-mon-compte/identifiants',
  },
  { nom: 'création, conditions', page: '/creer-mon-compte/conditions', url: '/creer-mon-compte/conditions' },
  { nom: 'confirmation, lien mort', page: '/confirmer-mon-adresse', url: '/confirmer-mon-adresse?jeton=x' },
  { nom: 'accès perdu', page: '/acces-perdu', url: '/acces-perdu' },
  { nom: 'mot de passe, lien mort', page: '/nouveau-mot-de-passe', url: '/nouveau-mot-de-passe?jeton=x' },
  {
    nom: 'premier administrateur, introuvable',
    page: '/premier-administrateur',
    url: '/premier-administrateur',
  },
  { nom: 'e-mails écrits', page: '/dev/courriels', url: '/dev/courriels' },
  { nom: 'mentions légales', page: '/mentions-legales', url: '/mentions-legales' },
  { nom: 'données personnelles', page: '/donnees-personnelles', url: '/donnees-personnelles' },
  { nom: 'accessibilité', page: '/accessibilite', url: '/accessibilite' },
  { nom: 'conditions', page: '/conditions', url: '/conditions' },
  { nom: 'vérification, inconnu', page: '/verifier/[jeton]', url: '/verifier/inconnu' },
  { nom: 'introuvable', page: '/_not-found', url: '/nulle-part' },
]

const LISTE = '/adherent/remboursements'
const ouvrirLeDetail = async (page: Page) => {
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click()
  await page.waitForURL(/remboursements\/[0-9a-f-]{36}/)
}
const ouvrirLeFlux = async (page: Page) => {
  await page.locator('main a[href^="/gestion/flux/"]').first().click()
  await page.waitForURL(/flux\/[0-9a-f-]{36}/)
}
const PAIEMENTS = '/gestion/paiements'
const ouvrirLe = (debut: string) => async (page: Page) => {
  await page.locator(`main a[href^="${debut}"]`).first().click()
  await page.waitForURL((url) => `${url.pathname}${url.search}`.startsWith(debut))
}
const DOCUMENTS = '/adherent/documents'
const ouvrirUnPapier = (bouton: string) => async (page: Page) => {
  await page.getByRole('button', { name: bouton }).click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
}
const ouvrirUnReleve = async (page: Page) => {
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
}
/** Followed as a professional would: the address printed on the card. */
const verifierLaCarte = async (page: Page) => {
  await ouvrirUnPapier('Voir ma carte de tiers payant')(page)
  await page.getByRole('link', { name: /Ce que le code imprimé/ }).click()
  await page.waitForURL(/\/verifier\//)
}
const ecrireUnCourrier = async (page: Page) => {
  await page.getByLabel('Numéro d’adhérent').fill('00410011')
  await page.getByLabel('Objet').fill('Votre appel')
  await page.getByLabel('Texte').fill('Bonjour,\n\nMerci de votre appel.')
  await page.getByRole('button', { name: 'Écrire ce courrier' }).click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
}
const ENVOI = '/adherent/documents/envoyer'
const choisirUnGif = async (page: Page) => {
  const fichier = { name: 'photo.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a') }
  await page.getByLabel('Vos fichiers').setInputFiles(fichier)
  await page.getByText('ne sera pas envoyé').waitFor()
}
const ouvrirLeContrat = async (page: Page) => {
  await page.locator('main a[href^="/gestion/cotisations/"]').first().click()
  await page.waitForURL(/cotisations\/[0-9a-f-]{36}/)
}
const ouvrirLeTarif = async (page: Page) => {
  await page.locator('main li a[href^="/gestion/tarifs/"]').first().click()
  await page.waitForURL(/tarifs\/[0-9a-f-]{36}/)
}
const deplierCotisation = (page: Page) => page.locator('main summary').first().click()
const deplier = (page: Page) => page.locator('article summary').first().click()

const PERSONNELS: readonly Etat[] = [
  { nom: 'espace', page: '/adherent', url: '/adherent', qui: 'maelys' },
  { nom: 'remboursements', page: LISTE, url: LISTE, qui: 'maelys', geste: deplier },
  { nom: 'remboursements, aucun', page: LISTE, url: `${LISTE}?du=2019-01-01&au=2019-01-02`, qui: 'maelys' },
  { nom: 'remboursements à corriger', page: LISTE, url: `${LISTE}?du=2026-02-30&au=`, qui: 'maelys' },
  { nom: 'un remboursement', page: `${LISTE}/[id]`, url: LISTE, qui: 'maelys', geste: ouvrirLeDetail },
  { nom: 'remboursement introuvable', page: `${LISTE}/[id]`, url: `${LISTE}/x`, qui: 'maelys' },
  { nom: 'relevés', page: '/adherent/releves', url: '/adherent/releves', qui: 'maelys' },
  { nom: 'relevés, ayant droit', page: '/adherent/releves', url: '/adherent/releves', qui: 'yasmine' },
  {
    nom: 'un relevé',
    page: `${DOCUMENTS}/[id]`,
    url: '/adherent/releves',
    qui: 'maelys',
    geste: ouvrirUnReleve,
  },
  { nom: 'documents', page: DOCUMENTS, url: DOCUMENTS, qui: 'maelys' },
  {
    nom: 'documents, aucun droit à une carte',
    page: DOCUMENTS,
    url: DOCUMENTS,
    qui: 'sander',
    geste: async (page) => {
      await page.getByRole('button', { name: 'Voir ma carte de tiers payant' }).click()
      await page.getByText('a pris fin le').waitFor()
    },
  },
  {
    nom: 'une carte',
    page: `${DOCUMENTS}/[id]`,
    url: DOCUMENTS,
    qui: 'maelys',
    geste: ouvrirUnPapier('Voir ma carte de tiers payant'),
  },
  {
    nom: 'une attestation',
    page: `${DOCUMENTS}/[id]`,
    url: DOCUMENTS,
    qui: 'maelys',
    geste: ouvrirUnPapier('Obtenir mon attestation de droits'),
  },
  {
    nom: 'un certificat',
    page: `${DOCUMENTS}/[id]`,
    url: DOCUMENTS,
    qui: 'maelys',
    geste: ouvrirUnPapier('Obtenir mon certificat d’adhésion'),
  },
  { nom: 'document introuvable', page: `${DOCUMENTS}/[id]`, url: `${DOCUMENTS}/x`, qui: 'maelys' },
  {
    nom: 'vérification d’une carte',
    page: '/verifier/[jeton]',
    url: DOCUMENTS,
    qui: 'maelys',
    geste: verifierLaCarte,
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
  {
    nom: 'cotisations',
    page: '/adherent/cotisations',
    url: '/adherent/cotisations',
    qui: 'maelys',
    geste: deplierCotisation,
  },
  {
    nom: 'cotisations, impayé',
    page: '/adherent/cotisations',
    url: '/adherent/cotisations',
    qui: 'aissatou',
  },
  {
    nom: 'cotisations, année sans',
    page: '/adherent/cotisations',
    url: '/adherent/cotisations?annee=2031',
    qui: 'maelys',
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
    url: '/gestion/tarifs/saisir',
    qui: 'ADMINISTRATEUR',
    geste: soumettreVide,
  },
  { nom: 'compte', page: '/adherent/mon-compte', url: '/adherent/mon-compte', qui: 'maelys' },
  { nom: 'gestion', page: '/gestion', url: '/gestion', qui: 'GESTIONNAIRE' },
  { nom: 'envoi de documents', page: ENVOI, url: ENVOI, qui: 'maelys' },
  { nom: 'envoi à corriger', page: ENVOI, url: ENVOI, qui: 'maelys', geste: soumettreVide },
  { nom: 'envoi, un fichier écarté', page: ENVOI, url: ENVOI, qui: 'maelys', geste: choisirUnGif },
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

const ETATS = [...PUBLIC, ...PERSONNELS]

const LARGE = { width: 1280, height: 900 }
const ETROITE = { width: 320, height: 640 }
const TOUT = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4']

interface Vue {
  readonly nom: string
  readonly options: BrowserContextOptions
  /** By night the structure is the same: only the colours are looked at again. */
  readonly nuit: boolean
}

const VUES: readonly Vue[] = [
  { nom: 'large, claire', options: { viewport: LARGE, colorScheme: 'light' }, nuit: false },
  { nom: 'étroite, claire', options: { viewport: ETROITE, colorScheme: 'light' }, nuit: false },
  { nom: 'large, sombre', options: { viewport: LARGE, colorScheme: 'dark' }, nuit: true },
  { nom: 'étroite, sombre', options: { viewport: ETROITE, colorScheme: 'dark' }, nuit: true },
]

/** One context for each view and person in each worker: a context is slow to open. */
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
    const ouverte = qui === undefined ? undefined : await retenir(sessions, qui, () => session(browser, qui))
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

for (const { nom, options, nuit } of VUES) {
  for (const etat of ETATS) {
    test(`${etat.nom}, ${nom} : axe ne trouve rien, rien ne déborde`, async ({ browser }) => {
      const page = await ouvrir(browser, etat, nom, options)
      const axe = new AxeBuilder({ page })
      const { violations } = await (nuit ? axe.withRules(['color-contrast']) : axe.withTags(TOUT)).analyze()
      const trouve = violations.map(({ id, nodes }) => `${id} : ${nodes.map(({ html }) => html).join(' | ')}`)
      expect(trouve).toEqual([])
      expect(await debordements(page)).toEqual([])
      await page.close()
    })
  }
}

const TEXTES = [
  // The size of 200 %, whatever the width that the page believes it has.
  ['au double', 'html { font-size: 225% !important }'],
  [
    'espacé',
    '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
  ],
] as const

for (const [nom, style] of TEXTES) {
  test(`texte ${nom} : rien n’est coupé ni ne déborde`, async ({ browser }) => {
    test.setTimeout(300_000)
    for (const etat of ETATS) {
      // The policy of the pages forbids a style of ours: the browser is asked to look away.
      const page = await ouvrir(browser, etat, 'texte', {
        viewport: { width: 640, height: 900 },
        bypassCSP: true,
      })
      await page.addStyleTag({ content: style })
      expect(await debordements(page), etat.nom).toEqual([])
      await page.close()
    }
  })
}

test('au doigt, chaque lien et chaque bouton hors d’une phrase a 44 pixels de haut', async ({ browser }) => {
  test.setTimeout(300_000)
  for (const etat of ETATS) {
    const page = await ouvrir(browser, etat, 'doigt', {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    })
    const petits = await page.evaluate(() =>
      [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), label:has(input)')]
        .filter((element) => element.checkVisibility() && element.closest('p, .texte, [role=alert]') === null)
        .filter((element) => !element.matches('label input, .sr-only'))
        .filter((element) => element.getBoundingClientRect().height < 43.5)
        .map((element) => `${element.outerHTML.slice(0, 90)} : ${element.getBoundingClientRect().height}`),
    )
    expect(petits, etat.nom).toEqual([])
    await page.close()
  }
})

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
