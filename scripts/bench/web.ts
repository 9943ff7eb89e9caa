// What a page costs: weight of the detail page and of its scripts, and the rate of the list page beside a bare http + pg handler that reads
// the same rows, in one run. Beside a running `npm start` with the demonstration:
//   npm run bench:web -- [address] [seconds]
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { z } from 'zod'

const [ADRESSE = `http://localhost:${process.env.PORT ?? 3000}`, SECONDES = '8'] = process.argv.slice(2)
/** Readers at once. */
const LECTEURS = 8
const LISTE = '/adherent/remboursements'

const comptesSchema = z.object({
  comptes: z.tuple([z.object({ identifiant: z.string(), motDePasse: z.string() })]).rest(z.unknown()),
})

/** Logs in as a browser without JavaScript does: the form as the page gives it. Returns the session's cookie. */
async function seConnecter(): Promise<string> {
  const chemin = join(import.meta.dirname, '../../prisma/demonstration/comptes.json')
  const [compte] = comptesSchema.parse(JSON.parse(readFileSync(chemin, 'utf8'))).comptes
  const page = await (await fetch(`${ADRESSE}/connexion`)).text()
  const formulaire = new FormData()
  for (const [, champ = ''] of page.matchAll(/<input type="hidden"([^>]*)>/g)) {
    const nom = /name="([^"]*)"/.exec(champ)?.[1]
    if (nom !== undefined)
      formulaire.set(nom, (/value="([^"]*)"/.exec(champ)?.[1] ?? '').replaceAll('&quot;', '"'))
  }
  formulaire.set('identifiant', compte.identifiant)
  formulaire.set('motDePasse', compte.motDePasse)
  const reponse = await fetch(`${ADRESSE}/connexion`, {
    method: 'POST',
    body: formulaire,
    redirect: 'manual',
    headers: { Origin: new URL(ADRESSE).origin },
  })
  const temoins = reponse.headers.getSetCookie().map((temoin) => temoin.split(';')[0] ?? '')
  if (temoins.length === 0) throw new Error(`connexion refusée (${reponse.status})`)
  return temoins.join('; ')
}

async function lire(adresse: string, cookie: string): Promise<string> {
  const reponse = await fetch(adresse, { headers: { Cookie: cookie }, redirect: 'error' })
  if (!reponse.ok) throw new Error(`${adresse} : ${reponse.status}`)
  return reponse.text()
}

const ko = (octets: number): string => `${(octets / 1024).toFixed(1)} ko`

async function peser(nom: string, chemin: string, cookie: string): Promise<void> {
  const html = await lire(`${ADRESSE}${chemin}`, cookie)
  // Old browsers alone load what is marked noModule.
  const balises = [...html.matchAll(/<script[^>]*>/g)]
    .map(([balise]) => balise)
    .filter((b) => !/nomodule/i.test(b))
  const sources = balises.flatMap((balise) => /src="(\/_next\/static\/[^"]+)"/.exec(balise)?.[1] ?? [])
  const scripts = [...new Set(sources)]
  const octets = await Promise.all(
    scripts.map(async (src) => gzipSync(await (await fetch(`${ADRESSE}${src}`)).text()).length),
  )
  const total = octets.reduce((somme, taille) => somme + taille, 0)
  console.log(
    `${nom} : HTML ${ko(Buffer.byteLength(html))}, scripts ${ko(total)} gzip (${scripts.length} fichiers)`,
  )
}

/** Requests answered a second, all readers together. */
async function debit(adresse: string, cookie: string): Promise<number> {
  await lire(adresse, cookie)
  const fin = performance.now() + Number(SECONDES) * 1000
  let reponses = 0
  const lecteur = async () => {
    while (performance.now() < fin) {
      await lire(adresse, cookie)
      reponses += 1
    }
  }
  const debut = performance.now()
  await Promise.all(Array.from({ length: LECTEURS }, lecteur))
  return (reponses * 1000) / (performance.now() - debut)
}

const LIGNES = `SELECT id, date_soins, libelle, etat, destinataire, depense, base, part_amo, part_mutuelle, reste_a_charge, motifs
  FROM prestations WHERE adhesion_id = $1 ORDER BY date_soins DESC, id LIMIT 25`
const ADHESION = `SELECT adhesion_id AS id FROM prestations WHERE adhesion_id IS NOT NULL GROUP BY adhesion_id ORDER BY count(*) DESC LIMIT 1`

interface Nu {
  readonly adresse: string
  readonly fermer: () => Promise<void>
}

/** Nothing but a query and its rows as JSON: no session, no fence, no page. */
async function servirNu(connectionString: string): Promise<Nu> {
  const pool = new pg.Pool({ connectionString, max: 10 })
  const { rows } = await pool.query<{ id: string }>(ADHESION)
  const serveur = createServer((_, reponse) => {
    pool.query(LIGNES, [rows[0]?.id]).then(
      (lues) => reponse.setHeader('Content-Type', 'application/json').end(JSON.stringify(lues.rows)),
      () => reponse.writeHead(500).end(),
    )
  })
  serveur.listen(0, '127.0.0.1')
  await once(serveur, 'listening')
  const adresse = serveur.address()
  if (adresse === null || typeof adresse === 'string') throw new Error('serveur sans port')
  return {
    adresse: `http://127.0.0.1:${adresse.port}/`,
    fermer: async () => {
      serveur.closeAllConnections()
      serveur.close()
      await pool.end()
    },
  }
}

const proprietaire = process.env.DATABASE_OWNER_URL
if (proprietaire === undefined) throw new Error('DATABASE_OWNER_URL manque : lancez par npm run bench:web')
const cookie = await seConnecter()
const liste = await lire(`${ADRESSE}${LISTE}`, cookie)
const detail = /href="(\/adherent\/remboursements\/[0-9a-f-]{36})"/.exec(liste)?.[1]
if (detail === undefined) throw new Error('aucun remboursement à ouvrir')
await peser('Page de détail (60 ko, 130 ko gzip au plus)', detail, cookie)
await peser('Liste', LISTE, cookie)
const nu = await servirNu(proprietaire)
try {
  const [page, brut] = [await debit(`${ADRESSE}${LISTE}`, cookie), await debit(nu.adresse, '')]
  console.log(
    `Liste : ${page.toFixed(1)} pages/s, http + pg nus : ${brut.toFixed(0)}/s, soit 1/${(brut / page).toFixed(1)} (plancher 1/35, but 1/22)`,
  )
} finally {
  await nu.fermer()
}
