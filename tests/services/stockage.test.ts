import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { ContenuAltere } from '@/lib/server/scellement'
import { FichierEfface, type FichierLu, ouvrirFichier, ranger } from '@/lib/server/stockage/fichiers'
import { FichierAbsent, magasinLocal } from '@/lib/server/stockage/magasin'
import { baseDeFlux } from '../support/base-flux'

let proprietaire: pg.Pool
let fermer: () => Promise<void>
let donnees: string

beforeAll(async () => {
  donnees = await mkdtemp(join(tmpdir(), 'portail-stockage-'))
  // Before the environment is read for the first time.
  process.env.PORTAIL_DATA = donnees
  ;({ proprietaire, fermer } = await baseDeFlux())
})
afterAll(async () => {
  await fermer()
  await rm(donnees, { recursive: true, force: true })
})

const chemin = (id: string) => join(donnees, 'fichiers', id.slice(0, 2), id.slice(2, 4), id)
const aRanger = (octets: Uint8Array) =>
  ({
    octets,
    typeMime: 'application/pdf',
    conservation: 'DOCUMENT',
    verdict: 'NON_REQUIS',
    deposeParId: null,
  }) as const
const rangerOctets = async (octets: Uint8Array) =>
  (await ecrire(SYSTEME, (client) => ranger(client, aRanger(octets)))).id

async function ligne(id: string): Promise<FichierLu> {
  const { rows } = await proprietaire.query(
    'SELECT id, cle_scellee AS "cleScellee", efface_le AS "effaceLe" FROM fichiers WHERE id = $1',
    [id],
  )
  return rows[0]
}
const relire = async (id: string) => buffer(await ouvrirFichier(await ligne(id)))

describe('un fichier rangé', () => {
  test.each([0, 1, 65_536, 65_537, 1_000_000])('de %i octets se relit tel quel', async (taille) => {
    const octets = randomBytes(taille)
    const id = await rangerOctets(octets)
    expect((await relire(id)).equals(octets)).toBe(true)
    const { rows } = await proprietaire.query('SELECT taille, empreinte FROM fichiers WHERE id = $1', [id])
    expect(rows[0]).toEqual({ taille, empreinte: createHash('sha256').update(octets).digest() })
  })

  test("n'est lisible que par le propriétaire du serveur, et rien n'en est en clair sur le disque", async () => {
    const secret = 'Facture de Mme Vidal, lunettes progressives'
    const id = await rangerOctets(Buffer.from(secret.repeat(50)))
    const surDisque = await readFile(chemin(id))
    expect(surDisque.includes('Vidal')).toBe(false)
    expect((await stat(chemin(id))).mode & 0o777).toBe(0o600)
    expect((await stat(join(donnees, 'fichiers'))).mode & 0o777).toBe(0o700)
    expect(await readdir(join(donnees, 'fichiers', 'en-cours'))).toEqual([])
  })

  test('deux fois les mêmes octets ne se ressemblent pas sur le disque', async () => {
    const octets = Buffer.alloc(1000, 7)
    const [un, deux] = [await rangerOctets(octets), await rangerOctets(octets)]
    const [a, b] = [await readFile(chemin(un)), await readFile(chemin(deux))]
    expect(a.subarray(7).equals(b.subarray(7))).toBe(false)
  })

  test.each([0, 7, 30_000, 65_600, -1])(
    "dont l'octet %i a changé sur le disque est refusé",
    async (place) => {
      const id = await rangerOctets(randomBytes(100_000))
      const altere = await readFile(chemin(id))
      const i = place < 0 ? altere.length + place : place
      altere[i] = (altere[i] ?? 0) ^ 1
      await writeFile(chemin(id), altere)
      await expect(relire(id)).rejects.toThrow(ContenuAltere)
    },
  )

  test('tronqué, ou échangé avec un autre, est refusé', async () => {
    const [un, deux] = [await rangerOctets(randomBytes(100_000)), await rangerOctets(randomBytes(100_000))]
    const contenu = await readFile(chemin(un))
    await writeFile(chemin(un), await readFile(chemin(deux)))
    await expect(relire(un)).rejects.toThrow(ContenuAltere)
    await writeFile(chemin(un), contenu.subarray(0, 65_559))
    await expect(relire(un)).rejects.toThrow(ContenuAltere)
    await writeFile(chemin(un), '')
    await expect(relire(un)).rejects.toThrow(ContenuAltere)
  })

  test("ne s'ouvre pas avec la clé d'une autre ligne", async () => {
    const [un, deux] = [await rangerOctets(Buffer.from('un')), await rangerOctets(Buffer.from('deux'))]
    const { cleScellee } = await ligne(deux)
    await expect(ouvrirFichier({ id: un, cleScellee, effaceLe: null })).rejects.toThrow()
  })

  test('absent du disque le dit par son nom', async () => {
    const id = await rangerOctets(Buffer.from('perdu'))
    await rm(chemin(id))
    await expect(relire(id)).rejects.toThrow(FichierAbsent)
  })

  test('effacé le dit par son nom', async () => {
    const id = await rangerOctets(Buffer.from('vieux'))
    await expect(ouvrirFichier({ ...(await ligne(id)), effaceLe: new Date() })).rejects.toThrow(FichierEfface)
  })
})

describe('ce qui échoue en rangeant', () => {
  const surDisque = async () => {
    const trouves: string[] = []
    for await (const { nom } of magasinLocal(join(donnees, 'fichiers')).lister()) trouves.push(nom)
    return trouves.sort()
  }

  test("une ligne refusée par la base n'en laisse pas les octets", async () => {
    const avant = await surDisque()
    const piece = { ...aRanger(Buffer.from('x')), conservation: 'PIECE' } as const
    await expect(ecrire(SYSTEME, (client) => ranger(client, piece))).rejects.toThrow(/fichiers_piece_deposee/)
    expect(await surDisque()).toEqual(avant)
  })

  test('une source qui casse, ou un disque qui refuse, ne laisse ni fichier ni morceau', async () => {
    const racine = join(donnees, 'autre')
    const magasin = magasinLocal(racine)
    const nom = randomUUID()
    const casse = async function* () {
      yield Buffer.alloc(100_000)
      throw new Error('câble arraché')
    }
    await expect(magasin.ecrire(nom, casse())).rejects.toThrow('câble arraché')
    expect(await magasin.taille(nom)).toBeNull()
    expect(await readdir(join(racine, 'en-cours'))).toEqual([])
    await expect(magasin.lire(nom)).rejects.toThrow(FichierAbsent)
  })

  test.each(['../../etc/passwd', 'a', '', `${randomUUID()}/..`, randomUUID().toUpperCase(), 'en-cours'])(
    'le magasin ne connaît que les noms qu’il a donnés : %j',
    async (nom) => {
      const magasin = magasinLocal(join(donnees, 'fichiers'))
      await expect(magasin.supprimer(nom)).rejects.toThrow('nom de fichier refusé')
      await expect(magasin.lire(nom)).rejects.toThrow('nom de fichier refusé')
    },
  )
})
