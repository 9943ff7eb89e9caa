import { expect, type Page, test } from '@playwright/test'
import { SOINS_A_SIMULER } from '@/lib/lexique/soins-a-simuler'
import { session } from '../support/e2e-comptes'
import { unPdf } from '../support/e2e-piece'

interface Saisie {
  readonly nom: string
  readonly qui: string
  readonly url: string
  /** By the name of the field. */
  readonly remplir?: Readonly<Record<string, string>>
  /** Null: the address itself is the bad answer. */
  readonly bouton: string | null
  /** What is said, field by field, in the order of the summary. */
  readonly fautes: readonly (readonly [string, RegExp])[]
  /** What is still in the fields afterwards; what was typed, unless said. */
  readonly gardes?: Readonly<Record<string, string>>
}

const C = '/adherent/coordonnees'
const PROJET = '/adherent/contrats/que-puis-je-faire'
const DEPART = '/adherent/contrats/depart-employeur'
const PRELEVEMENT = '/adherent/cotisations/prelevement'
/** The last digit of the example of every French bank, changed. */
const IBAN_FAUX = 'FR76 3000 6000 0112 3456 7890 188'

const SAISIES: readonly Saisie[] = [
  {
    nom: 'une adresse sans rue, au code postal trop court, déjà commencée',
    qui: 'maelys',
    url: `${C}/adresse`,
    remplir: { voie: '', codePostal: '350', ville: 'Rennes', du: '2026-03-01' },
    bouton: 'Enregistrer ma nouvelle adresse',
    fautes: [
      ['voie', /numéro et la rue, par exemple/],
      ['codePostal', /5 chiffres en France/],
    ],
  },
  {
    nom: 'une adresse qui commencerait avant demain',
    qui: 'maelys',
    url: `${C}/adresse`,
    remplir: { voie: '4 quai du Port', codePostal: '35000', ville: 'Rennes', du: '2026-03-01' },
    bouton: 'Enregistrer ma nouvelle adresse',
    // Mutami asks a proof of address: what else is missing is said at the same time.
    fautes: [
      ['du', /choisissez le 18 mars 2026 ou un jour suivant/],
      ['justificatif', /justificatif/],
    ],
  },
  {
    nom: 'une adresse dans trop longtemps',
    qui: 'maelys',
    url: `${C}/adresse`,
    remplir: { voie: '4 quai du Port', codePostal: '35000', ville: 'Rennes', du: '2031-01-01' },
    bouton: 'Enregistrer ma nouvelle adresse',
    fautes: [
      ['du', /avant le 17 mars 2027/],
      ['justificatif', /justificatif/],
    ],
  },
  {
    nom: 'un fixe à la place du mobile, et la moitié d’un numéro',
    qui: 'yasmine',
    url: `${C}/telephones`,
    remplir: { mobile: '02 99 12 34 56', fixe: '02 99' },
    bouton: 'Enregistrer mes numéros',
    fautes: [
      ['mobile', /commence par 06 ou 07/],
      ['fixe', /10 chiffres, par exemple/],
      ['motDePasse', /Retapez votre mot de passe/],
    ],
  },
  {
    nom: 'aucun numéro',
    qui: 'yasmine',
    url: `${C}/telephones`,
    remplir: { mobile: '', fixe: '', motDePasse: 'peu importe' },
    gardes: { mobile: '', fixe: '' },
    bouton: 'Enregistrer mes numéros',
    fautes: [['mobile', /au moins un numéro/]],
  },
  {
    nom: 'un e-mail sans domaine, sans mot de passe',
    qui: 'clemence',
    url: `${C}/courriel`,
    remplir: { email: 'maelys@' },
    bouton: 'Recevoir le lien de confirmation',
    fautes: [
      ['email', /adresse e-mail complète/],
      ['motDePasse', /Retapez votre mot de passe/],
      ['codeUnique', /Tapez le code à 6 chiffres/],
    ],
  },
  {
    nom: 'un IBAN à la clé fausse, un BIC trop court, aucun RIB',
    qui: 'clemence',
    url: `${C}/rib`,
    remplir: { titulaire: 'Maëlys Œuvrard', iban: IBAN_FAUX, bic: 'PSST' },
    bouton: 'Enregistrer ce compte',
    fautes: [
      ['iban', /erreur de recopie/],
      ['bic', /8 ou 11 caractères/],
      ['justificatif', /Joignez le RIB/],
      ['motDePasse', /Retapez votre mot de passe/],
      ['codeUnique', /Tapez le code à 6 chiffres/],
    ],
  },
  {
    nom: 'un IBAN trop court',
    qui: 'clemence',
    url: `${C}/rib`,
    remplir: { titulaire: 'Maëlys Œuvrard', iban: 'FR76 3000 6000 0112' },
    bouton: 'Enregistrer ce compte',
    fautes: [
      ['iban', /27 caractères ; celui-ci en a 16/],
      ['justificatif', /Joignez le RIB/],
      ['motDePasse', /Retapez votre mot de passe/],
      ['codeUnique', /Tapez le code à 6 chiffres/],
    ],
  },
  {
    nom: 'un mandat sur un compte mal recopié, ni signé ni confirmé',
    qui: 'maelys',
    url: `${PRELEVEMENT}/signer`,
    remplir: { titulaire: 'Maëlys Œuvrard', iban: IBAN_FAUX, lieu: '' },
    bouton: 'Signer le mandat',
    fautes: [
      ['iban', /erreur de recopie/],
      ['lieu', /commune où vous signez/],
      ['accord', /Cochez la case pour signer/],
      ['motDePasse', /Retapez votre mot de passe/],
    ],
  },
  {
    nom: 'arrêter un prélèvement sans le confirmer',
    qui: 'maelys',
    url: `${PRELEVEMENT}/arreter`,
    bouton: 'Arrêter le prélèvement',
    fautes: [
      ['accord', /Cochez la case pour confirmer/],
      ['motDePasse', /Retapez votre mot de passe/],
    ],
  },
  {
    nom: 'la preuve d’un enfant, sans fichier ni objet',
    qui: 'camille',
    url: '/adherent/documents/envoyer',
    bouton: 'Envoyer ces documents',
    fautes: [
      ['objet', /Dites ce que vous envoyez/],
      ['fichiers', /au moins un fichier/],
    ],
  },
  {
    nom: 'une naissance à venir',
    qui: 'maelys',
    url: `${PROJET}?faire=ajouter&motif=perte-de-couverture&demande=2026-03-17&lien=CONJOINT&evenement=2026-03-01&naissance-annee=2031&naissance-mois=1&naissance-jour=1`,
    bouton: null,
    fautes: [['naissance-jour', /dans le futur : vérifiez l’année/]],
    gardes: { 'naissance-annee': '2031', 'naissance-mois': '1', 'naissance-jour': '1' },
  },
  {
    nom: 'une naissance qui n’existe pas',
    qui: 'maelys',
    url: `${PROJET}?faire=ajouter&motif=perte-de-couverture&demande=2026-03-17&lien=CONJOINT&evenement=2026-03-01&naissance-annee=1990&naissance-mois=2&naissance-jour=30`,
    bouton: null,
    fautes: [['naissance-jour', /n’existe pas : vérifiez/]],
    gardes: { 'naissance-annee': '1990', 'naissance-mois': '2', 'naissance-jour': '30' },
  },
  {
    nom: 'un départ demandé un jour qui n’existe pas',
    qui: 'maelys',
    url: `${PROJET}?faire=partir&motif=ECHEANCE&demande=2026-02-30`,
    bouton: null,
    fautes: [['demande', /n’existe pas/]],
    gardes: {},
  },
  {
    nom: 'des droits avant que les règles soient connues',
    qui: 'maelys',
    url: '/adherent/contrats/droits?au=2019-01-01',
    bouton: null,
    fautes: [['au', /à partir du 1er janvier 2020/]],
    gardes: { au: '2019-01-01' },
  },
  {
    nom: 'des droits dans trop longtemps',
    qui: 'maelys',
    url: '/adherent/contrats/droits?au=2040-01-01',
    bouton: null,
    fautes: [['au', /les règles peuvent avoir changé/]],
    gardes: { au: '2040-01-01' },
  },
  {
    nom: 'un départ de l’employeur sans date',
    qui: 'agent',
    url: `${DEPART}?cessation=`,
    bouton: null,
    fautes: [['cessation', /dernier jour/]],
    gardes: {},
  },
  {
    nom: 'un départ de l’employeur un jour qui n’existe pas',
    qui: 'agent',
    url: `${DEPART}?cessation=2026-02-30`,
    bouton: null,
    fautes: [['cessation', /n’existe pas au calendrier/]],
    gardes: {},
  },
  {
    nom: 'une indemnisation finie avant le contrat, une durée qui n’en est pas une',
    qui: 'salarie',
    url: `${DEPART}?suite=CHOMAGE&cessation=2026-03-31&indemnisation=2026-01-31&duree=un+an`,
    bouton: null,
    fautes: [
      ['indemnisation', /vérifiez les deux dates/],
      ['duree', /nombre entier de mois/],
    ],
    gardes: { cessation: '2026-03-31', indemnisation: '2026-01-31', duree: 'un an' },
  },
  {
    nom: 'un départ de l’employeur sans dire ce qu’on devient',
    qui: 'salarie',
    url: `${DEPART}?cessation=2026-03-31`,
    bouton: null,
    fautes: [['suite', /ce que vous devenez/]],
    gardes: { cessation: '2026-03-31' },
  },
  {
    nom: 'une période qui finit avant de commencer',
    qui: 'maelys',
    url: '/adherent/remboursements?du=2026-03-31&au=2026-03-01',
    bouton: null,
    fautes: [['au', /La fin de la période doit suivre son début/]],
    gardes: { du: '2026-03-31', au: '2026-03-01' },
  },
]

const sessions = new Map<string, ReturnType<typeof session>>()

async function verifier(page: Page, { fautes, remplir = {}, gardes = remplir }: Saisie): Promise<void> {
  const resume = page.getByRole('alert').filter({ has: page.locator('#resume-erreurs') })
  await expect(resume).toBeVisible()
  await expect(resume.getByRole('listitem')).toHaveCount(fautes.length)
  await expect(page).toHaveTitle(/^Erreur : /)
  for (const [champ, dit] of fautes) {
    const lien = resume.getByRole('link', { name: dit })
    // The summary leads to the field, and beside the field is the same sentence, whole.
    await expect(lien).toHaveAttribute('href', `#${champ}`)
    const phrase = (await lien.textContent()) ?? ''
    expect(phrase).toMatch(/^\p{Lu}.{12,}\.$/u)
    await expect(page.locator(`[id="${champ}-erreur"]`)).toHaveText(phrase)
    await expect(page.locator(`[id="${champ}"]`)).toBeVisible()
    expect(await page.locator(`[aria-describedby~="${champ}-erreur"]`).count()).toBeGreaterThan(0)
  }
  for (const [nom, valeur] of Object.entries(gardes))
    await expect(page.locator(`main [name="${nom}"]`).first(), nom).toHaveValue(valeur)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    for (const saisie of SAISIES) {
      test(`${saisie.nom} : une phrase à côté du champ et dans le résumé, ce qui est tapé reste, rien n’est écrit`, async ({
        browser,
      }) => {
        const { qui, url, remplir = {}, bouton } = saisie
        const ouverte = sessions.get(qui) ?? session(qui)
        sessions.set(qui, ouverte)
        const contexte = await browser.newContext({ storageState: await ouverte, javaScriptEnabled })
        const page = await contexte.newPage()
        await page.goto(url)
        const avant = await page.locator('main').textContent()
        for (const [nom, valeur] of Object.entries(remplir))
          await page.locator(`main [name="${nom}"]`).fill(valeur)
        if (bouton !== null) await page.getByRole('button', { name: bouton, exact: true }).click()
        await verifier(page, saisie)
        await page.goto(url)
        expect(await page.locator('main').textContent()).toBe(avant)
        await contexte.close()
      })
    }
  })
}

/** The kinds of care in four parts, so that none is long. */
const CHIFFRES = SOINS_A_SIMULER.filter(
  ({ champs }) => champs.includes('prix') || champs.includes('lunettes'),
)
const PARTS = [0, 1, 2, 3].map((part) => CHIFFRES.filter((_soin, rang) => rang % 4 === part))

for (const [part, soins] of PARTS.entries())
  test(`simuler, chaque genre de soin (${part + 1} sur 4) : un prix négatif est dit à côté de son champ et dans le résumé`, async ({
    browser,
  }) => {
    test.setTimeout(240_000)
    const contexte = await browser.newContext({ storageState: await session('maelys') })
    const page = await contexte.newPage()
    for (const soin of soins) {
      await page.goto(`/adherent/simuler/${soin.code}`)
      const nom = soin.champs.includes('lunettes') ? 'prixMonture' : 'prix'
      const prix = page.locator(`main [name=${nom}]`)
      await prix.fill('-5')
      await page.getByRole('button', { name: 'Calculer mon remboursement' }).click()
      const erreur = page.locator(`[id="${nom}-erreur"]`)
      await expect
        .soft(erreur, soin.code)
        .toHaveText(/ne peut pas être négatif : écrivez par exemple 30 ou 30,50\.$/)
      await expect.soft(page.locator(`[role=alert] a[href="#${nom}"]`), soin.code).toHaveCount(1)
      await expect.soft(prix, soin.code).toHaveValue('-5')
    }
    await contexte.close()
  })

test('simuler : un jour absent, une base mal écrite, une autre mutuelle qui paierait plus que le prix', async ({
  browser,
}) => {
  const contexte = await browser.newContext({ storageState: await session('maelys') })
  const page = await contexte.newPage()
  await page.goto('/adherent/simuler/medecin-generaliste')
  await page.locator('main [name=date]').fill('')
  await page.locator('main [name=prix]').fill('trente')
  await page.getByRole('button', { name: 'Calculer mon remboursement' }).click()
  await expect(page.locator('#date-erreur')).toHaveText('Indiquez le jour du soin, même approximatif.')
  await expect(page.locator('#prix-erreur')).toHaveText(
    'Écrivez un montant en euros, par exemple 30 ou 30,50.',
  )
  await page.locator('main [name=date]').fill('2026-03-17')
  await page.locator('main [name=prix]').fill('30')
  const autres = page.locator('main [name=autres]')
  if (!(await autres.isVisible())) await page.getByText('Préciser (facultatif)').click()
  await autres.fill('40')
  await page.getByRole('button', { name: 'Calculer mon remboursement' }).click()
  await expect(page.locator('#autres-erreur')).toHaveText(
    'L’autre mutuelle ne peut pas payer plus que le prix.',
  )
  await expect(autres).toBeVisible()
  await expect(autres).toHaveValue('40')
  await contexte.close()
})

test('une préférence qui n’existe pas est refusée, rien n’est changé', async ({ browser }) => {
  const contexte = await browser.newContext({ storageState: await session('maelys') })
  const page = await contexte.newPage()
  await page.goto(`${C}/preferences`)
  await page.locator('main [name=RELEVES]').evaluateAll((boutons) => {
    for (const bouton of boutons) bouton.setAttribute('value', 'PIGEON')
  })
  await page.locator('main form button').click()
  await expect(page.getByText('Choisissez : papier ou électronique.').first()).toBeVisible()
  await page.goto(`${C}/preferences`)
  await expect(page.locator('main [name=RELEVES]:checked')).toHaveValue(/^(PAPIER|ELECTRONIQUE)$/)
  await contexte.close()
})

test('la lettre d’une personne qui n’est pas de la famille n’existe pas', async ({ browser }) => {
  const contexte = await browser.newContext({ storageState: await session('maelys') })
  const reponse = await contexte.request.get(
    `${C}/teletransmission/lettre?personne=00000000-0000-4000-8000-000000000000`,
  )
  expect(reponse.status()).toBe(404)
  await contexte.close()
})

test('A19 : deux onglets changent la même adresse, le second est averti, garde ce qui est tapé, et n’écrase rien', async ({
  browser,
}) => {
  const contexte = await browser.newContext({ storageState: await session('thaddee') })
  const [premier, second] = [await contexte.newPage(), await contexte.newPage()]
  const remplir = async (page: Page, voie: string) => {
    await page.locator('main [name=voie]').fill(voie)
    await page.locator('main [name=codePostal]').fill('35000')
    await page.locator('main [name=ville]').fill('Rennes')
    await page.locator('main [name=du]').fill('2026-04-01')
    await page.locator('main [name=justificatif]').setInputFiles(await unPdf('quittance.pdf'))
  }
  const bouton = 'Enregistrer ma nouvelle adresse'
  for (const page of [premier, second]) await page.goto(`${C}/adresse`)
  await remplir(premier, '4 quai du Port')
  await remplir(second, '9 rue des Forges')
  await premier.getByRole('button', { name: bouton }).click()
  await expect(premier.getByRole('status')).toContainText('Nouvelle adresse enregistrée : 4 quai du Port')
  await second.getByRole('button', { name: bouton }).click()
  await verifier(second, {
    nom: '',
    qui: '',
    url: '',
    bouton,
    fautes: [['voie', /entre-temps.*4 quai du Port.*Rien n’a été écrasé/]],
    gardes: { voie: '9 rue des Forges', codePostal: '35000', ville: 'Rennes', du: '2026-04-01' },
  })
  await premier.goto(C)
  await expect(premier.getByText('4 quai du Port')).toBeVisible()
  await expect(premier.getByText('9 rue des Forges')).toHaveCount(0)
  await contexte.close()
})
