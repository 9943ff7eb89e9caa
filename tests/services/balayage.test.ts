import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { baseDeFlux } from '../support/base-flux'
import { installerFamilles, porteeClaire } from '../support/famille'
import { SECRETS_DE_TEST } from '../support/secrets'

let base: pg.Pool
let fermer: () => Promise<void>
let donnees: string

beforeAll(async () => {
  donnees = await mkdtemp(join(tmpdir(), 'portail-balayage-'))
  process.env.PORTAIL_DATA = donnees
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await installerFamilles(base)
  await base.query(
    `INSERT INTO comptes (id, role, statut, personne_id, email, nom_affiche) VALUES ($1, 'ADHERENT', 'EN_ATTENTE', $2, 'c@exemple.fr', 'C')`,
    [porteeClaire.compteId, porteeClaire.personneId],
  )
})
afterAll(async () => {
  await fermer()
  await rm(donnees, { recursive: true, force: true })
})
beforeEach(async () => {
  await base.query('DELETE FROM fichiers')
  await rm(join(donnees, 'fichiers'), { recursive: true, force: true })
})

/** The server as it would be with that ring: the environment is read once by a process. */
async function serveur(cles = SECRETS_DE_TEST.PORTAIL_CLES) {
  process.env.PORTAIL_CLES = cles
  vi.resetModules()
  const { ecrire } = await import('@/lib/server/db')
  const { SYSTEME } = await import('@/lib/server/portee')
  const fichiers = await import('@/lib/server/stockage/fichiers')
  const { balayer } = await import('@/lib/server/stockage/balayage')
  const { renouvelerCles } = await import('@/lib/server/stockage/rotation')
  const ranger = async (octets: Uint8Array, conservation: 'DOCUMENT' | 'PIECE' = 'DOCUMENT') => {
    const deposeParId = conservation === 'PIECE' ? porteeClaire.compteId : null
    const rangee = {
      octets,
      typeMime: 'application/pdf',
      conservation,
      verdict: 'NON_REQUIS',
      deposeParId,
    } as const
    return (await ecrire(SYSTEME, (client) => fichiers.ranger(client, rangee))).id
  }
  const relire = async (id: string) => {
    const { rows } = await base.query(
      'SELECT id, cle_scellee AS "cleScellee", efface_le AS "effaceLe" FROM fichiers WHERE id = $1',
      [id],
    )
    return buffer(await fichiers.ouvrirFichier(rows[0]))
  }
  return { ranger, relire, balayer, renouvelerCles }
}

const chemin = (id: string) => join(donnees, 'fichiers', id.slice(0, 2), id.slice(2, 4), id)
const existe = (id: string) =>
  stat(chemin(id)).then(
    () => true,
    () => false,
  )
async function poser(id: string, age: Date): Promise<void> {
  await mkdir(dirname(chemin(id)), { recursive: true })
  await writeFile(chemin(id), 'octets')
  await utimes(chemin(id), age, age)
}
const ilYA = (heures: number) => new Date(Date.now() - heures * 3_600_000)
const VIDE = { effaces: 0, orphelins: 0, abandonnes: 0, absents: [], abimes: [], enAttente: 0 }

describe('le balayage', () => {
  test('ne touche à rien quand tout est à sa place, et le note au journal', async () => {
    const s = await serveur()
    const id = await s.ranger(randomBytes(70_000))
    await s.ranger(Buffer.alloc(0))
    await s.ranger(randomBytes(65_536))
    await utimes(chemin(id), ilYA(100), ilYA(100))
    expect(await s.balayer(new Date())).toEqual({ ...VIDE, gardes: 3 })
    expect((await s.relire(id)).length).toBe(70_000)
    const { rows } = await base.query('SELECT acte, donnees FROM journal ORDER BY rang DESC LIMIT 1')
    expect(rows[0]).toMatchObject({ acte: 'FICHIERS_BALAYES', donnees: { gardes: 3, absents: 0 } })
  })

  test('retire les octets sans ligne de plus d’un jour, pas ceux qu’une transaction va nommer', async () => {
    const s = await serveur()
    const [vieux, jeune] = [randomUUID(), randomUUID()]
    await poser(vieux, ilYA(25))
    await poser(jeune, ilYA(23))
    expect(await s.balayer(new Date())).toEqual({ ...VIDE, gardes: 0, orphelins: 1 })
    expect([await existe(vieux), await existe(jeune)]).toEqual([false, true])
  })

  test('retire les écritures abandonnées par un arrêt brutal', async () => {
    const s = await serveur()
    await s.ranger(Buffer.from('x'))
    const enCours = join(donnees, 'fichiers', 'en-cours')
    for (const [nom, heures] of [
      ['vieille', 25],
      ['jeune', 1],
    ] as const) {
      await writeFile(join(enCours, nom), 'moitié')
      await utimes(join(enCours, nom), ilYA(heures), ilYA(heures))
    }
    expect((await s.balayer(new Date())).abandonnes).toBe(1)
    expect(await readdir(enCours)).toEqual(['jeune'])
  })

  test('nomme les fichiers absents, et ceux dont la longueur a changé', async () => {
    const s = await serveur()
    const [absent, abime, sain] = [
      await s.ranger(randomBytes(9)),
      await s.ranger(randomBytes(9)),
      await s.ranger(randomBytes(9)),
    ]
    await rm(chemin(absent))
    await truncate(chemin(abime), 20)
    expect(await s.balayer(new Date())).toEqual({ ...VIDE, gardes: 3, absents: [absent], abimes: [abime] })
    expect(await existe(sain)).toBe(true)
  })

  test('efface une pièce après deux ans et un document après cinq, pas un jour avant', async () => {
    const s = await serveur()
    const ids = { p1: '', p2: '', d1: '', d2: '' }
    ids.p1 = await s.ranger(Buffer.from('p1'), 'PIECE')
    ids.p2 = await s.ranger(Buffer.from('p2'), 'PIECE')
    ids.d1 = await s.ranger(Buffer.from('d1'))
    ids.d2 = await s.ranger(Buffer.from('d2'))
    for (const [id, le] of [
      [ids.p1, '2024-11-21T10:00:00Z'],
      [ids.p2, '2024-11-23T10:00:00Z'],
      [ids.d1, '2021-11-21T10:00:00Z'],
      [ids.d2, '2021-11-23T10:00:00Z'],
    ])
      await base.query('UPDATE fichiers SET cree_le = $2 WHERE id = $1', [id, le])
    expect(await s.balayer(new Date('2026-11-22T10:00:00Z'))).toEqual({ ...VIDE, gardes: 2, effaces: 2 })
    expect(await Promise.all(Object.values(ids).map(existe))).toEqual([false, true, false, true])
    const { rows } = await base.query(
      'SELECT efface_le IS NOT NULL AS efface, length(cle_scellee) > 0 AS cle, length(empreinte) AS trace FROM fichiers WHERE id = $1',
      [ids.p1],
    )
    expect(rows[0]).toEqual({ efface: true, cle: false, trace: 32 })
    expect((await s.relire(ids.d2)).toString()).toBe('d2')
  })

  test('coupé entre la clé et les octets, reprend au passage suivant', async () => {
    const s = await serveur()
    const id = await s.ranger(Buffer.from('x'))
    await base.query(`UPDATE fichiers SET efface_le = now(), cle_scellee = '' WHERE id = $1`, [id])
    await utimes(chemin(id), ilYA(48), ilYA(48))
    expect(await s.balayer(new Date())).toEqual({ ...VIDE, gardes: 0, orphelins: 1 })
    expect(await existe(id)).toBe(false)
  })
})

describe('la rotation des clés', () => {
  const cle = (nom: string) => `${nom}:${createHash('sha256').update(nom).digest('base64')}`

  test('scelle tout sous la première clé : l’ancienne peut quitter le trousseau', async () => {
    const avant = await serveur(cle('un'))
    const ids: string[] = []
    for (let i = 0; i < 5; i += 1) ids.push(await avant.ranger(Buffer.from(`contenu ${i}`)))
    const efface = await avant.ranger(Buffer.from('effacé'))
    await base.query(`UPDATE fichiers SET efface_le = now(), cle_scellee = '' WHERE id = $1`, [efface])
    const pendant = await serveur(`${cle('deux')},${cle('un')}`)
    expect((await pendant.relire(ids[0] ?? '')).toString()).toBe('contenu 0')
    expect(await pendant.renouvelerCles()).toEqual({ renouvelees: 5, fermees: [] })
    expect(await pendant.renouvelerCles()).toEqual({ renouvelees: 0, fermees: [] })
    const apres = await serveur(cle('deux'))
    const lus = await Promise.all(ids.map(async (id) => (await apres.relire(id)).toString()))
    expect(lus).toEqual(ids.map((_, i) => `contenu ${i}`))
    const { rows } = await base.query('SELECT acte, donnees FROM journal ORDER BY rang DESC LIMIT 1')
    expect(rows[0]).toEqual({ acte: 'CLES_RENOUVELEES', donnees: { renouvelees: 0, fermees: 0 } })
  })

  test('reprend où elle s’est arrêtée', async () => {
    const avant = await serveur(cle('un'))
    const [a, b] = [await avant.ranger(Buffer.from('a')), await avant.ranger(Buffer.from('b'))]
    const ancienne = (await base.query('SELECT cle_scellee FROM fichiers WHERE id = $1', [b])).rows[0]
      .cle_scellee
    const pendant = await serveur(`${cle('deux')},${cle('un')}`)
    await pendant.renouvelerCles()
    // As if it had been cut before the second one.
    await base.query('UPDATE fichiers SET cle_scellee = $2 WHERE id = $1', [b, ancienne])
    expect(await pendant.renouvelerCles()).toEqual({ renouvelees: 1, fermees: [] })
    const apres = await serveur(cle('deux'))
    expect([(await apres.relire(a)).toString(), (await apres.relire(b)).toString()]).toEqual(['a', 'b'])
  })

  test('nomme ce que le trousseau n’ouvre plus, sans y toucher ni arrêter le reste', async () => {
    const avant = await serveur(cle('perdue'))
    const perdu = await avant.ranger(Buffer.from('perdu'))
    const entre = await serveur(cle('un'))
    const garde = await entre.ranger(Buffer.from('gardé'))
    const pendant = await serveur(`${cle('deux')},${cle('un')}`)
    expect(await pendant.renouvelerCles()).toEqual({ renouvelees: 1, fermees: [perdu] })
    expect((await pendant.relire(garde)).toString()).toBe('gardé')
    const retrouvee = await serveur(`${cle('deux')},${cle('perdue')}`)
    expect((await retrouvee.relire(perdu)).toString()).toBe('perdu')
  })
})
