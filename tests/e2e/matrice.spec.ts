import { readFileSync } from 'node:fs'
import {
  type APIRequestContext,
  type APIResponse,
  type Browser,
  expect,
  type PlaywrightWorkerArgs,
  test,
} from '@playwright/test'
import type pg from 'pg'
import { chercheur } from '../support/canaris'
import { compteDemonstration, ouvrirBaseE2e } from '../support/e2e-base'
import { session } from '../support/e2e-comptes'
import { envoyerUnePiece, envoyerUnMessage } from '../support/e2e-piece'
import { type PolitiqueRoute, ROUTES } from './politiques'

/**
 * Every route and every server action of the build × every identity: no byte of somebody else, nothing written, « introuvable » for what is
 * not yours. The lists come from the build's manifests, so nothing new escapes.
 */
const IDENTITES = {
  anonyme: null,
  membre: 'maelys',
  autreMembre: 'alexandre',
  ayantDroit16: 'yasmine',
  gestionnaire: 'GESTIONNAIRE',
  administrateur: 'ADMINISTRATEUR',
} as const

type Identite = keyof typeof IDENTITES

const ESPACES: Readonly<Record<Identite, readonly PolitiqueRoute[]>> = {
  anonyme: ['PUBLIC', 'DEMONSTRATION'],
  membre: ['PUBLIC', 'DEMONSTRATION', 'ADHERENT', 'CONTRAT'],
  autreMembre: ['PUBLIC', 'DEMONSTRATION', 'ADHERENT', 'CONTRAT'],
  ayantDroit16: ['PUBLIC', 'DEMONSTRATION', 'ADHERENT'],
  gestionnaire: ['PUBLIC', 'DEMONSTRATION', 'GESTION', 'DOSSIERS', 'CORBEILLE'],
  administrateur: ['PUBLIC', 'DEMONSTRATION', 'GESTION', 'PAIEMENTS', 'TARIFS', 'ADMINISTRATION'],
}

const manifeste = (nom: string): unknown => JSON.parse(readFileSync(`.next/${nom}`, 'utf8'))
const routes = Object.values(manifeste('app-path-routes-manifest.json') as Record<string, string>)

interface Action {
  readonly id: string
  readonly fichier: string
  readonly nom: string
  readonly page: string
}

function listerActions(): Action[] {
  const { node } = manifeste('server/server-reference-manifest.json') as {
    node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>
  }
  return Object.entries(node).map(([id, entree]) => ({
    id,
    fichier: entree.filename,
    nom: entree.exportedName,
    page: `/${(Object.keys(entree.workers)[0] ?? '')
      .replace(/^app\//, '')
      .replace(/\/?page$/, '')
      .replace(/\([a-z-]+\)\/?/g, '')}`,
  }))
}

let base: pg.Pool
const contextes = new Map<Identite, APIRequestContext>()
const canaris = new Map<Identite, (corps: string) => string[]>()
const siennes = new Map<Identite, string>()
/** A paper of each, asked for by its own button and downloaded once: looking at it again writes nothing. */
const papiers = new Map<Identite, string>()
const cartes = new Map<Identite, string>()
let fluxConnu = ''
let lotConnu = ''
/** A piece sent by each. */
const envois = new Map<Identite, string>()
/** A prise en charge of each. */
const prises = new Map<Identite, string>()
/** A message sent by each. */
const demandes = new Map<Identite, string>()
let contratConnu = ''
let personneConnue = ''
let tarifConnu = ''
/** Of nobody where none waits: it is not found, by anyone. */
let verifieeConnue = '01890a5d-ac96-774b-bcce-b302099a8057'
/** A demande of maelys, and a piece she joined to it. */
const demandeConnue = { id: '', piece: '' }

// One worker, in order: the sessions are opened once.
test.describe.configure({ mode: 'default', timeout: 300_000 })

test.beforeAll(async ({ playwright, browser }, info) => {
  // A loaded machine logs six people in slowly.
  test.setTimeout(120_000)
  base = await ouvrirBaseE2e()
  const baseURL = info.project.use.baseURL ?? ''
  for (const [identite, cle] of Object.entries(IDENTITES) as [Identite, string | null][]) {
    contextes.set(identite, await entrer(playwright, baseURL, cle))
    canaris.set(identite, chercheur(await canarisPour(cle)))
  }
  const { rows } = await base.query<{ id: string }>('SELECT id FROM flux_recus ORDER BY ordre DESC LIMIT 1')
  fluxConnu = rows[0]?.id ?? ''
  const lots = await base.query<{ id: string }>(`SELECT id FROM lots_bancaires WHERE etat = 'EMIS' LIMIT 1`)
  lotConnu = lots.rows[0]?.id ?? ''
  contratConnu = (await base.query<{ id: string }>('SELECT id FROM adhesions LIMIT 1')).rows[0]?.id ?? ''
  personneConnue =
    (await base.query<{ id: string }>('SELECT membre_participant_id AS id FROM adhesions LIMIT 1')).rows[0]
      ?.id ?? ''
  tarifConnu = (await base.query<{ id: string }>('SELECT id FROM tarifs LIMIT 1')).rows[0]?.id ?? ''
  const attendent = await base.query<{ id: string }>(
    `SELECT id FROM prestations WHERE etat = 'A_VERIFIER' LIMIT 1`,
  )
  verifieeConnue = attendent.rows[0]?.id ?? verifieeConnue
  for (const identite of ['membre', 'autreMembre', 'ayantDroit16'] as const) {
    siennes.set(identite, await prestationDe(IDENTITES[identite]))
    prises.set(identite, await priseDe(IDENTITES[identite]))
    papiers.set(identite, await demander('Obtenir mon attestation de droits', browser, identite, baseURL))
    cartes.set(identite, await demander('Voir ma carte de tiers payant', browser, identite, baseURL))
  }
})

test.beforeAll(async ({ browser }, info) => {
  test.setTimeout(120_000)
  for (const identite of ['membre', 'autreMembre', 'ayantDroit16'] as const) {
    const etat = await chez(identite).storageState()
    envois.set(identite, await envoyerUnePiece(etat, browser, info.project.use.baseURL ?? ''))
    demandes.set(identite, await envoyerUnMessage(etat, browser, info.project.use.baseURL ?? ''))
  }
  const { rows } = await base.query<{ id: string; piece: string }>(
    `INSERT INTO pieces_demande (demande_id, depot_id, cree_le) SELECT d.id, o.id, now() FROM depots o JOIN demandes d ON d.compte_id = o.compte_id
      WHERE o.id = $1 AND d.envoyee_le IS NOT NULL LIMIT 1 RETURNING demande_id AS id, id AS piece`,
    [envois.get('membre')],
  )
  Object.assign(demandeConnue, rows[0])
})

test.afterAll(async () => {
  for (const contexte of contextes.values()) await contexte.dispose()
  await base.end()
})

async function entrer(
  playwright: PlaywrightWorkerArgs['playwright'],
  baseURL: string,
  cle: string | null,
): Promise<APIRequestContext> {
  const options = { baseURL, extraHTTPHeaders: { origin: baseURL }, maxRedirects: 0 }
  if (cle === null) return playwright.request.newContext(options)
  const storageState = await session(cle)
  return playwright.request.newContext({ ...options, storageState })
}

async function demander(
  bouton: string,
  browser: Browser,
  identite: Identite,
  baseURL: string,
): Promise<string> {
  const storageState = await chez(identite).storageState()
  const fenetre = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false })
  const page = await fenetre.newPage()
  await page.goto('/adherent/documents')
  await page.getByRole('button', { name: bouton }).click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await fenetre.close()
  expect((await chez(identite).get(`/adherent/documents/${id}/telecharger`)).status()).toBe(200)
  return id
}

const identifiantDe = (cle: string): string => compteDemonstration(cle).identifiant

/** SQL that finds the person of an account by e-mail, or by name where two spouses share one. */
async function personneDe(cle: string): Promise<string> {
  const { rows } = await base.query<{ id: string }>(
    `SELECT p.id FROM personnes p JOIN comptes c ON c.personne_id = p.id
     WHERE c.email = $1 OR lower(p.prenom) = $2`,
    [identifiantDe(cle), cle],
  )
  const id = rows[0]?.id
  if (id === undefined || rows.length !== 1) throw new Error(`personne de ${cle} : ${rows.length} trouvée(s)`)
  return id
}

/** Everything that names somebody this identity may not see: ids, numbers and names of the others. Staff see all. */
async function canarisPour(cle: string | null): Promise<readonly string[]> {
  if (cle !== null && cle === cle.toUpperCase()) return []
  const moi = cle === null ? null : await personneDe(cle)
  const { rows } = await base.query<{ canari: string }>(
    `WITH visibles AS (
       SELECT b.personne_id FROM beneficiaires b JOIN adhesions a ON a.id = b.adhesion_id WHERE a.membre_participant_id = $1
       UNION SELECT $1::uuid WHERE $1 IS NOT NULL
     ), adhesions_visibles AS (
       SELECT adhesion_id FROM beneficiaires WHERE personne_id = $1
     )
     SELECT id::text AS canari FROM personnes WHERE id NOT IN (SELECT personne_id FROM visibles)
     UNION SELECT id::text FROM prestations WHERE personne_id NOT IN (SELECT personne_id FROM visibles)
     UNION SELECT id::text FROM adhesions WHERE id NOT IN (SELECT adhesion_id FROM adhesions_visibles)
     UNION SELECT numero_adherent FROM adhesions WHERE id NOT IN (SELECT adhesion_id FROM adhesions_visibles)
     UNION SELECT upper(nom) FROM personnes WHERE length(nom) > 5
       AND upper(nom) NOT IN (SELECT upper(nom) FROM personnes WHERE id IN (SELECT personne_id FROM visibles))`,
    [moi],
  )
  expect(rows.length).toBeGreaterThan(50)
  return rows.map((ligne) => ligne.canari)
}

async function prestationDe(cle: string): Promise<string> {
  const { rows } = await base.query<{ id: string }>(
    'SELECT id FROM prestations WHERE personne_id = $1 ORDER BY date_soins DESC, id LIMIT 1',
    [await personneDe(cle)],
  )
  return rows[0]?.id ?? ''
}

async function priseDe(cle: string): Promise<string> {
  const { rows } = await base.query<{ id: string }>(
    'SELECT id FROM prises_en_charge WHERE personne_id = $1 ORDER BY numero LIMIT 1',
    [await personneDe(cle)],
  )
  return rows[0]?.id ?? ''
}

const chez = (identite: Identite): APIRequestContext => {
  const contexte = contextes.get(identite)
  if (contexte === undefined) throw new Error(`pas de contexte pour ${identite}`)
  return contexte
}

/** Rows of every table that a request could change, apart from what a refusal itself writes, and from what the worker counts again at its hours. */
async function lignesEcrites(): Promise<string> {
  const { rows } = await base.query<{ nom: string }>(
    `SELECT relname AS nom FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND relname NOT IN ('journal', 'journal_tete', 'freins', 'sessions', 'delais_constates', '_prisma_migrations') ORDER BY 1`,
  )
  const comptes = rows.map(
    ({ nom }) => `(SELECT '${nom}:' || count(*) || ':' || coalesce(sum(hashtext(t::text)), 0) FROM ${nom} t)`,
  )
  const { rows: etat } = await base.query<{ tout: string }>(
    `SELECT concat_ws(' ', ${comptes.join(', ')}) AS tout`,
  )
  return etat[0]?.tout ?? ''
}

/** The ways a client of Next asks for the same page; each was once a way around a guard. */
const FACONS: readonly {
  readonly nom: string
  readonly suffixe?: string
  readonly headers?: Record<string, string>
}[] = [
  { nom: 'page' },
  { nom: 'RSC', headers: { RSC: '1' } },
  { nom: 'RSC par requête', suffixe: '?_rsc=abcde', headers: { RSC: '1' } },
  { nom: 'préchargement', headers: { RSC: '1', 'Next-Router-Prefetch': '1' } },
  {
    nom: 'préchargement de segment',
    headers: { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  },
  { nom: 'fichier .rsc', suffixe: '.rsc' },
  { nom: 'fichier de segment', suffixe: '.segments/_tree.segment.rsc' },
  { nom: 'sous-requête de proxy', headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' } },
  { nom: 'chemin forgé', headers: { 'x-portail-chemin': '/connexion', 'x-nonce': 'a' } },
]

const ENTETES_ATTENDUS: Readonly<Record<string, RegExp>> = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'cache-control': /no-store/,
  'content-security-policy':
    /script-src 'nonce-[A-Za-z0-9+/=]{22,}' 'strict-dynamic'.*object-src 'none'.*frame-ancestors 'none'/,
}

function verifierEntetes(reponse: APIResponse, quoi: string): void {
  const entetes = reponse.headers()
  const chemin = new URL(reponse.url()).pathname
  // Next's own suffixes are taken off before the proxy reads the address, or not: nothing of it runs either way.
  const telechargement = chemin.endsWith('/telecharger')
  const suffixe = /\/telecharger\.(rsc|segments\/)/.test(chemin)
  for (const [nom, forme] of Object.entries(ENTETES_ATTENDUS))
    expect(entetes[nom] ?? '', `${quoi} : ${nom}`).toMatch(
      nom !== 'content-security-policy' || !(telechargement || suffixe)
        ? forme
        : new RegExp(`^sandbox; default-src 'none'$${suffixe ? `|${forme.source}` : ''}`),
    )
  expect(entetes['x-powered-by'], `${quoi} : x-powered-by`).toBeUndefined()
  expect(entetes['access-control-allow-origin'], `${quoi} : CORS`).toBeUndefined()
}

async function verifierContenu(reponse: APIResponse, identite: Identite, quoi: string): Promise<void> {
  // The offsets and the UTF-16 of a PDF (« Aa » is 00410061) look like numbers of members; a number written so would not be found anyway.
  const corps = (await reponse.text()).replaceAll(/\d{10} \d{5} [nf]|<[0-9a-f\s]+>/gi, '')
  // What the visitor typed in the address comes back in links: it tells nothing.
  const demande = reponse.url().toUpperCase()
  const vus = canaris
    .get(identite)?.(corps)
    .filter((canari) => !demande.includes(canari))
  expect(vus, quoi).toEqual([])
}

function attendu(politique: PolitiqueRoute, identite: Identite): RegExp {
  if (politique === 'PUBLIC' || politique === 'DEMONSTRATION') return /^(200|303|307|404|405|500)$/
  if (politique === 'ACTE') return /^405$/
  if (ESPACES[identite].includes(politique)) return /^200$/
  return identite === 'anonyme' ? /^307$/ : /^404$/
}

test("la pièce d'un autre est introuvable, pour un membre comme pour qui ne traite pas les dossiers", async () => {
  const inventes = ['01890a5d-ac96-774b-bcce-b302099a8057', 'x', '%00']
  for (const identite of ['membre', 'ayantDroit16', 'administrateur'] as const) {
    for (const id of [envois.get('autreMembre') ?? '', ...inventes]) {
      for (const chemin of [`/adherent/documents/envois/${id}`, `/gestion/depots/${id}`]) {
        const reponse = await chez(identite).get(`${chemin}/telecharger`)
        expect([400, 404], `${identite} ${chemin}`).toContain(reponse.status())
        await verifierContenu(reponse, identite, `${identite} ${chemin}`)
      }
    }
  }
})

test("A28 : la prise en charge d'un autre est introuvable, comme une inventée", async () => {
  for (const identite of ['membre', 'ayantDroit16'] as const) {
    for (const id of [prises.get('autreMembre') ?? '', '01890a5d-ac96-774b-bcce-b302099a8057', 'x', '%00']) {
      const reponse = await chez(identite).get(`/adherent/documents/prises-en-charge/${id}`)
      expect([400, 404], `${identite} ${id}`).toContain(reponse.status())
      await verifierContenu(reponse, identite, `${identite} ${id}`)
    }
  }
})

test('chaque route du site a une politique écrite, et aucune politique ne vise une route disparue', () => {
  expect([...routes].sort()).toEqual(Object.keys(ROUTES).sort())
})

for (const identite of Object.keys(IDENTITES) as Identite[]) {
  test(`chaque route demandée par ${identite}, de chaque façon`, async () => {
    const avant = await lignesEcrites()
    for (const [route, politique] of Object.entries(ROUTES)) {
      const connus = route.includes('/documents/')
        ? papiers
        : route.includes('/demandes/')
          ? demandes
          : siennes
      const chemin = route
        .replace('[id]', connus.get(identite) ?? connus.get('membre') ?? '')
        .replace('[document]', cartes.get(identite) ?? cartes.get('membre') ?? '')
        .replace('[soin]', 'medecin-generaliste')
        .replace('[jeton]', 'a'.repeat(43))
        .replace('[flux]', fluxConnu)
        .replace('[lot]', lotConnu)
        .replace('[depot]', envois.get(identite) ?? envois.get('membre') ?? '')
        .replace('[adhesion]', contratConnu)
        .replace('[prise]', prises.get(identite) ?? prises.get('membre') ?? '')
        .replace('[prestation]', verifieeConnue)
        .replace('[tarif]', tarifConnu)
        .replace('[personne]', personneConnue)
        .replace('[demande]', demandeConnue.id)
        .replace('[piece]', demandeConnue.piece)
        .replace('[copie]', '01890a5d-ac96-774b-bcce-b302099a8057')
      const demander = async ({ nom, suffixe, headers }: (typeof FACONS)[number]) => {
        const quoi = `${identite} ${chemin}${suffixe ?? ''} (${nom})`
        const reponse = await chez(identite).get(`${chemin}${suffixe ?? ''}`, { headers: headers ?? {} })
        verifierEntetes(reponse, quoi)
        if (politique !== 'DEMONSTRATION') await verifierContenu(reponse, identite, quoi)
        // A form to write in gives itself a key, at the same address.
        const aSaCle = new RegExp(`^${chemin}\\?cle=[0-9a-f-]{36}$`).test(reponse.headers().location ?? '')
        if (nom === 'page')
          expect(aSaCle ? '200' : String(reponse.status()), quoi).toMatch(attendu(politique, identite))
        if (nom === 'page' && reponse.status() === 307 && politique !== 'PUBLIC' && !aSaCle)
          expect(reponse.headers().location, quoi).toMatch(/^\/connexion\?retour=/)
      }
      await Promise.all(FACONS.map(demander))
    }
    expect(await lignesEcrites()).toBe(avant)
  })
}

test("le remboursement d'un autre est introuvable, comme un identifiant inventé ou malformé", async () => {
  const autres = [
    siennes.get('autreMembre') ?? '',
    '01890a5d-ac96-774b-bcce-b302099a8057',
    'x',
    "1'--",
    '%00',
    '..%2f..',
  ]
  for (const identite of ['membre', 'ayantDroit16'] as const) {
    for (const id of autres) {
      const reponse = await chez(identite).get(`/adherent/remboursements/${id}`)
      expect([400, 404], `${identite} ${id}`).toContain(reponse.status())
      await verifierContenu(reponse, identite, `${identite} ${id}`)
    }
  }
})

test("A21, A32 : la demande d'un autre est introuvable, page et dossier, comme un identifiant inventé", async () => {
  for (const identite of ['membre', 'ayantDroit16'] as const) {
    for (const id of [demandes.get('autreMembre') ?? '', '01890a5d-ac96-774b-bcce-b302099a8057', 'x']) {
      for (const suffixe of ['', '/dossier/telecharger']) {
        const reponse = await chez(identite).get(`/adherent/demandes/${id}${suffixe}`)
        expect(reponse.status(), `${identite} ${id}${suffixe}`).toBe(404)
        await verifierContenu(reponse, identite, `${identite} ${id}${suffixe}`)
      }
    }
  }
})

test("le document d'un autre est introuvable, page et fichier, pour un membre comme pour un ayant droit", async () => {
  const { rows } = await base.query<{ id: string }>(
    `SELECT d.id FROM documents d JOIN adhesions a ON a.id = d.adhesion_id WHERE d.nature = 'RELEVE_PRESTATIONS'
       AND a.membre_participant_id <> $1 AND EXISTS (SELECT FROM beneficiaires b WHERE b.adhesion_id = a.id AND b.personne_id = $2) LIMIT 2`,
    [await personneDe('maelys'), await personneDe('yasmine')],
  )
  expect(rows.length).toBeGreaterThan(0)
  const autres = [
    ...rows.map(({ id }) => id),
    papiers.get('autreMembre') ?? '',
    'x',
    '01890a5d-ac96-774b-bcce-b302099a8057',
  ]
  for (const identite of ['membre', 'ayantDroit16'] as const) {
    for (const id of autres) {
      for (const suffixe of ['', '/telecharger']) {
        const reponse = await chez(identite).get(`/adherent/documents/${id}${suffixe}`)
        expect(reponse.status(), `${identite} ${id}${suffixe}`).toBe(404)
        await verifierContenu(reponse, identite, `${identite} ${id}${suffixe}`)
      }
    }
  }
})

test("l'ayant droit de 16 ans ne voit pas les soins de ses parents", async () => {
  const { rows } = await base.query<{ id: string }>(
    `SELECT p.id FROM prestations p JOIN adhesions a ON a.id = p.adhesion_id
     WHERE a.membre_participant_id = p.personne_id AND p.adhesion_id IN (SELECT adhesion_id FROM beneficiaires WHERE personne_id = $1) LIMIT 3`,
    [await personneDe('yasmine')],
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const { id } of rows)
    expect((await chez('ayantDroit16').get(`/adherent/remboursements/${id}`)).status()).toBe(404)
})

/** What a form or a hostile client may send in place of a well-formed submission. */
const CORPS: readonly Record<string, string>[] = [
  { '0': '[{"statut":"VIERGE"},"$K1"]', _1_email: 'a@b.fr' },
  { '0': '[{"statut":"VIERGE"},{"email":["a"],"motDePasse":{"not":""}}]' },
  { '0': '[]' },
  { '0': '["$1:__proto__:polluted","$K1"]' },
  { '0': '[null,null]' },
  { '0': '{' },
  { '0': '[{"statut":"VIERGE"},"$K1"]', _1_email: 'x'.repeat(200_000) },
]

test('chaque action, appelée avec des arguments hostiles par chaque identité, ne tombe pas et n’écrit rien', async () => {
  const avant = await lignesEcrites()
  const actions = listerActions()
  expect(actions.length).toBeGreaterThan(5)
  for (const identite of Object.keys(IDENTITES) as Identite[]) {
    for (const { id, page, nom } of actions) {
      const envoyer = async (corps: (typeof CORPS)[number]) => {
        const reponse = await chez(identite).post(page, { headers: { 'Next-Action': id }, multipart: corps })
        expect(
          reponse.status(),
          `${identite} ${nom} ${JSON.stringify(corps).slice(0, 60)}`,
        ).toBeLessThanOrEqual(500)
        await verifierContenu(reponse, identite, `${identite} ${nom}`)
      }
      await Promise.all(CORPS.map(envoyer))
    }
  }
  expect(await lignesEcrites()).toBe(avant)
  expect((await chez('anonyme').get('/api/sante')).status()).toBe(200)
})

test('une demande qui ne vient pas d’une page du site est refusée avant toute action', async ({
  playwright,
}, info) => {
  const baseURL = info.project.use.baseURL ?? ''
  const nue = await playwright.request.newContext({ baseURL, maxRedirects: 0 })
  const avant = await lignesEcrites()
  const ORIGINES: readonly Record<string, string>[] = [
    {},
    { origin: 'https://ailleurs.example' },
    { origin: 'null' },
    { origin: `${baseURL}.ailleurs.example` },
    { origin: baseURL, 'sec-fetch-site': 'cross-site' },
    { origin: baseURL, 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://ailleurs.example', 'x-forwarded-host': 'ailleurs.example' },
  ]
  const cibles = [...listerActions().map(({ id, page }) => ({ page, id })), { page: '/deconnexion', id: '' }]
  for (const { page, id } of cibles) {
    const essayer = async (origine: (typeof ORIGINES)[number]) => {
      const reponse = await nue.post(page, {
        headers: { ...origine, ...(id === '' ? {} : { 'Next-Action': id }) },
        multipart: { '0': '[{"statut":"VIERGE"},"$K1"]' },
      })
      expect(reponse.status(), `${page} ${JSON.stringify(origine)}`).toBe(403)
      verifierEntetes(reponse, page)
    }
    await Promise.all(ORIGINES.map(essayer))
  }
  expect(await lignesEcrites()).toBe(avant)
  await nue.dispose()
})

test("l'optimiseur d'images, les sources et les fichiers du serveur ne sont pas servis", async () => {
  for (const chemin of [
    '/_next/image?url=%2Fa.png&w=64&q=75',
    '/.env',
    '/.git/config',
    '/organisme.json',
    '/_next/static/../server/server-reference-manifest.json',
    '/metrics',
  ]) {
    expect([400, 404], chemin).toContain((await chez('anonyme').get(chemin)).status())
  }
})
