import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { ranger } from '@/lib/server/stockage/fichiers'
import { type FichierADonner, repondreFichier } from '@/lib/server/telechargement'
import { baseDeFlux } from '../support/base-flux'

let proprietaire: pg.Pool
let fermer: () => Promise<void>
let donnees: string
const octets = randomBytes(200_000)

beforeAll(async () => {
  donnees = await mkdtemp(join(tmpdir(), 'portail-telechargement-'))
  process.env.PORTAIL_DATA = donnees
  ;({ proprietaire, fermer } = await baseDeFlux())
})
afterAll(async () => {
  await fermer()
  await rm(donnees, { recursive: true, force: true })
})

const chemin = (id: string) => join(donnees, 'fichiers', id.slice(0, 2), id.slice(2, 4), id)

async function rangerUn(): Promise<FichierADonner> {
  const { id } = await ecrire(SYSTEME, (client) =>
    ranger(client, {
      octets,
      typeMime: 'application/pdf',
      conservation: 'DOCUMENT',
      verdict: 'NON_REQUIS',
      deposeParId: null,
    }),
  )
  const { rows } = await proprietaire.query(
    `SELECT id, type_mime AS "typeMime", verdict, cle_scellee AS "cleScellee", efface_le AS "effaceLe"
      FROM fichiers WHERE id = $1`,
    [id],
  )
  return rows[0]
}
const demander = (fichier: FichierADonner, nom = 'Relevé d’été.pdf', method = 'GET') =>
  repondreFichier(new Request('http://localhost:3000/x', { method }), fichier, nom)

describe('un fichier donné', () => {
  test('est une pièce jointe que le navigateur garde sans l’exécuter', async () => {
    const reponse = await demander(await rangerUn())
    expect(reponse.status).toBe(200)
    expect(Object.fromEntries(reponse.headers)).toEqual({
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="Releve d-ete.pdf"; filename*=UTF-8''Relev%C3%A9%20d%E2%80%99%C3%A9t%C3%A9.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
    })
    expect(Buffer.from(await reponse.arrayBuffer()).equals(octets)).toBe(true)
  })

  test('demandé par HEAD, a les mêmes en-têtes et aucun octet', async () => {
    const reponse = await demander(await rangerUn(), 'a', 'HEAD')
    expect([reponse.status, reponse.headers.get('content-type'), reponse.body]).toEqual([
      200,
      'application/pdf',
      null,
    ])
  })

  test('abandonné en route, rend le fichier au système sans casser le serveur', async () => {
    const reponse = await demander(await rangerUn())
    const lecteur = reponse.body?.getReader()
    expect((await lecteur?.read())?.done).toBe(false)
    await lecteur?.cancel()
    const jamaisLu = await demander(await rangerUn())
    await jamaisLu.body?.cancel()
  })

  test('altéré au milieu, coupe la réponse au lieu de mentir', async () => {
    const fichier = await rangerUn()
    const altere = await readFile(chemin(fichier.id))
    altere[150_000] = (altere[150_000] ?? 0) ^ 1
    await writeFile(chemin(fichier.id), altere)
    const reponse = await demander(fichier)
    expect(reponse.status).toBe(200)
    await expect(reponse.arrayBuffer()).rejects.toThrow()
  })
})

describe('un fichier refusé le dit en une phrase, sans un octet de contenu', () => {
  test.each([
    ['en attente de verdict', { verdict: 'EN_ATTENTE' }, 409, /en cours d'analyse/],
    ['infecté', { verdict: 'INFECTE' }, 403, /programme dangereux/],
    ['effacé', { effaceLe: new Date() }, 410, /n'est plus conservé/],
    ['dont la clé est celle d’une autre ligne', { id: randomUUID() }, 500, /ne retrouvons pas/],
  ] as const)('%s', async (_nom, autre, statut, phrase) => {
    const reponse = await demander({ ...(await rangerUn()), ...autre })
    expect(reponse.status).toBe(statut)
    expect(reponse.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(reponse.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(await reponse.text()).toMatch(phrase)
  })

  test('perdu : la phrase dit que nous le savons', async () => {
    const fichier = await rangerUn()
    await rm(chemin(fichier.id))
    const reponse = await demander(fichier)
    expect([reponse.status, await reponse.text()]).toEqual([
      500,
      'Nous ne retrouvons pas ce fichier. Nos équipes en sont averties ; appelez-nous si vous en avez besoin.\n',
    ])
  })
})
