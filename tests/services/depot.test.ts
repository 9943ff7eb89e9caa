import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AntivirusInjoignable, analyser } from '@/lib/server/antivirus'
import { ecrire, lire as lireBase } from '@/lib/server/db'
import { frapperAdherent, frapperGestion, type PorteeAdherent } from '@/lib/server/portee'
import { balayer } from '@/lib/server/stockage/balayage'
import { ranger } from '@/lib/server/stockage/fichiers'
import { repondreFichier } from '@/lib/server/telechargement'
import { analyserEnAttente } from '@/lib/services/analyse/mutations'
import {
  loadDefautsDuMagasin,
  loadDepotsRecus,
  loadFichierDuDepot,
  loadMesDepots,
} from '@/lib/services/depot/data'
import { deposer, noterLectureDepot } from '@/lib/services/depot/mutations'
import { cleDepotSchema, depotSchema } from '@/lib/services/depot/schema'
import { baseDeFlux } from '../support/base-flux'
import { installerFamilles, porteeClaire, porteeElie, porteeOdette } from '../support/famille'
import * as P from '../support/pdf-pieges'

/** A scanner that speaks INSTREAM, and answers as asked: one that says yes, no, nothing, or dies. */
type Humeur = 'JUGE' | 'MUET' | 'RACCROCHE' | 'COUPE' | 'LIMITE'
let humeur: Humeur = 'JUGE'
const prises = new Set<Socket>()
const scanner: Server = createServer((prise) => {
  prises.add(prise)
  prise.on('error', () => {}).on('close', () => prises.delete(prise))
  let recu = Buffer.alloc(0)
  if (humeur === 'COUPE') prise.destroy()
  prise.on('data', (octets: Buffer) => {
    recu = Buffer.concat([recu, octets])
    if (humeur === 'RACCROCHE') prise.end()
    if (humeur === 'LIMITE' && recu.length > 50) prise.end('INSTREAM size limit exceeded. ERROR\0')
    if (humeur === 'JUGE') repondre(prise, recu)
  })
})

function repondre(prise: Socket, recu: Buffer): void {
  const commande = 'zINSTREAM\0'
  if (recu.subarray(0, commande.length).toString() !== commande.slice(0, recu.length))
    return void prise.destroy()
  const clair: Buffer[] = []
  for (let i = commande.length; i + 4 <= recu.length; ) {
    const longueur = recu.readUInt32BE(i)
    if (longueur === 0) {
      const infecte = Buffer.concat(clair).includes('EICAR')
      return void prise.end(infecte ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    }
    clair.push(recu.subarray(i + 4, i + 4 + longueur))
    i += 4 + longueur
  }
}

let base: pg.Pool
let fermer: () => Promise<void>
let donnees: string

beforeAll(async () => {
  donnees = await mkdtemp(join(tmpdir(), 'portail-depot-'))
  scanner.listen(0, '127.0.0.1')
  await once(scanner, 'listening')
  // Before the environment is read for the first time.
  process.env.PORTAIL_DATA = donnees
  process.env.CLAMD_URL = `tcp://127.0.0.1:${(scanner.address() as AddressInfo).port}`
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await installerFamilles(base)
  for (const { compteId, personneId } of [porteeClaire, porteeElie, porteeOdette])
    await base.query(
      `INSERT INTO comptes (id, role, statut, personne_id, email, nom_affiche) VALUES ($1, 'ADHERENT', 'EN_ATTENTE', $2, $3, 'X')`,
      [compteId, personneId, `${compteId}@exemple.fr`],
    )
})
afterAll(async () => {
  for (const prise of prises) prise.destroy()
  scanner.close()
  await fermer()
  await rm(donnees, { recursive: true, force: true })
})

const fichier = (octets: Uint8Array, nom = 'Facture été.pdf', type = 'application/pdf') =>
  new File([new Uint8Array(octets)], nom, { type })
const envoyer = async (acteur: PorteeAdherent, ...fichiers: File[]) =>
  deposer(acteur, { objet: 'FACTURE', fichiers })
const bon = async (nom?: string) => fichier(await P.pdf(), nom)
const derniers = async (acteur: PorteeAdherent) => (await loadMesDepots(acteur, null)).depots
const chemin = (id: string) => join(donnees, 'fichiers', id.slice(0, 2), id.slice(2, 4), id)
const GESTIONNAIRE = frapperGestion({ type: 'GESTION', compteId: randomUUID(), role: 'GESTIONNAIRE' })
const COMPTABLE = frapperGestion({ type: 'GESTION', compteId: randomUUID(), role: 'COMPTABLE' })

async function dernierFichier(acteur: PorteeAdherent) {
  const { rows } = await base.query(
    `SELECT f.id, f.verdict, f.efface_le, length(f.cle_scellee) AS cle, d.id AS depot FROM fichiers f JOIN depots d ON d.fichier_id = f.id
      WHERE f.depose_par_id = $1 ORDER BY f.cree_le DESC LIMIT 1`,
    [acteur.compteId],
  )
  return rows[0]
}
const demander = async (acteur: PorteeAdherent, depot: string) => {
  const lu = await loadFichierDuDepot(acteur, depot)
  return lu === null ? null : repondreFichier(new Request('http://localhost/x'), lu.fichier, lu.nom)
}

describe('un envoi', () => {
  test('garde les bons fichiers, dit lesquels sont refusés et pourquoi', async () => {
    const piege = fichier(await P.pdf(1, (d) => d.addJavaScript('a', 'x')), 'piège.pdf')
    const resultat = await envoyer(
      porteeClaire,
      await bon(),
      piege,
      fichier(Buffer.from('x'), 'a.gif', 'image/gif'),
    )
    expect(resultat).toEqual({
      recus: ['Facture été.pdf'],
      refuses: [
        { nom: 'piège.pdf', code: 'PDF_CODE' },
        { nom: 'a.gif', code: 'FORMAT' },
      ],
    })
    expect(await derniers(porteeClaire)).toMatchObject([
      { nom: 'Facture été.pdf', objet: 'Facture', etat: 'EN_ANALYSE' },
    ])
    const { rows } = await base.query(
      'SELECT acte, compte_id, objet_type FROM journal ORDER BY rang DESC LIMIT 1',
    )
    expect(rows[0]).toEqual({ acte: 'PIECE_DEPOSEE', compte_id: porteeClaire.compteId, objet_type: 'depot' })
  })

  test('range le nom nettoyé, pas celui du dehors', async () => {
    const { recus } = await envoyer(porteeClaire, await bon('../../x\r\nSet-Cookie: a=1\u202E.pdf'))
    expect(recus).toEqual(['xSet-Cookie- a=1.pdf'])
  })

  test('de six fichiers n’est pas commencé', async () => {
    const six = await Promise.all(Array.from({ length: 6 }, () => bon()))
    const { recus, refuses } = await envoyer(porteeOdette, ...six)
    expect([recus, refuses.map(({ code }) => code)]).toEqual([
      [],
      Array.from({ length: 6 }, () => 'TROP_DE_FICHIERS'),
    ])
    expect(await derniers(porteeOdette)).toEqual([])
  })

  test("d'un compte sans adhésion est refusé", async () => {
    const sans = frapperAdherent({ ...porteeClaire, adhesions: [], adhesionsLues: [] })
    await expect(envoyer(sans, await bon())).rejects.toThrow('sans adhésion')
  })

  test("d'un ayant droit va au contrat qui le couvre", async () => {
    await envoyer(porteeElie, await bon())
    const { depot } = await dernierFichier(porteeElie)
    const { rows } = await base.query('SELECT adhesion_id FROM depots WHERE id = $1', [depot])
    expect(rows[0].adhesion_id).toBe(porteeElie.adhesionsLues[0])
  })
})

describe('le formulaire', () => {
  const lire = (fichiers: unknown) => depotSchema.safeParse({ objet: 'DEVIS', fichiers })
  const vide = (nom: string) => new File([], nom, { type: 'application/octet-stream' })

  test.each(['', 'undefined', 'blob'])('sans fichier choisi (%j), demande d’en choisir un', (nom) => {
    expect(lire(vide(nom)).error?.issues[0]?.message).toBe('Choisissez au moins un fichier.')
  })

  test('prend un fichier ou plusieurs, même vide : sa phrase viendra', async () => {
    expect(lire(vide('facture.pdf')).data?.fichiers).toHaveLength(1)
    expect(lire([await bon(), await bon(), vide('')]).data?.fichiers).toHaveLength(2)
    expect(lire('facture.pdf').success).toBe(false)
    expect(depotSchema.safeParse({ objet: 'X', fichiers: [] }).success).toBe(false)
  })
})

describe('les cloisons', () => {
  test('un autre membre ne voit ni le dépôt ni le fichier, même par leur identifiant', async () => {
    await envoyer(porteeClaire, await bon())
    const { id, depot } = await dernierFichier(porteeClaire)
    for (const autre of [porteeOdette, porteeElie]) {
      expect(await loadFichierDuDepot(autre, depot)).toBeNull()
      const vu = await lireBase(autre, async (tx) => [
        await tx.depot.findUnique({ where: { id: depot } }),
        await tx.fichier.findUnique({ where: { id } }),
      ])
      expect(vu).toEqual([null, null])
    }
    expect((await loadFichierDuDepot(porteeClaire, depot))?.fichier.id).toBe(id)
  })

  test('on ne dépose ni au nom d’un autre, ni dans le contrat d’un autre, ni déjà jugé sain', async () => {
    await envoyer(porteeClaire, await bon())
    const { id } = await dernierFichier(porteeClaire)
    const inserer = (compte: string, adhesion: string | undefined) =>
      ecrire(porteeOdette, (client) =>
        client.query(
          `INSERT INTO depots (compte_id, adhesion_id, fichier_id, objet, nom_origine) VALUES ($1, $2, $3, 'AUTRE', 'x')`,
          [compte, adhesion, id],
        ),
      )
    await expect(inserer(porteeClaire.compteId, porteeClaire.adhesions[0])).rejects.toThrow(
      /row-level security/,
    )
    await expect(inserer(porteeOdette.compteId, porteeClaire.adhesions[0])).rejects.toThrow(
      /row-level security/,
    )
    const sain = {
      octets: randomBytes(3),
      typeMime: 'application/pdf',
      conservation: 'PIECE',
      deposeParId: porteeOdette.compteId,
    }
    await expect(
      ecrire(porteeOdette, (client) => ranger(client, { ...sain, verdict: 'SAIN' } as never)),
    ).rejects.toThrow(/row-level security/)
  })

  test('le personnel qui traite les pièces les voit et le journal le dit ; le comptable ne voit rien', async () => {
    await envoyer(porteeOdette, await bon())
    const { depot } = await dernierFichier(porteeOdette)
    expect((await loadDepotsRecus(GESTIONNAIRE, null)).depots[0]).toMatchObject({
      id: depot,
      de: 'Odette Vidal',
      numeroAdherent: '100777',
    })
    expect(await loadFichierDuDepot(GESTIONNAIRE, depot)).not.toBeNull()
    await noterLectureDepot(GESTIONNAIRE, depot)
    const { rows } = await base.query('SELECT acte, role, objet_id FROM journal ORDER BY rang DESC LIMIT 1')
    expect(rows[0]).toEqual({ acte: 'PIECE_LUE', role: 'GESTIONNAIRE', objet_id: depot })
    expect(await loadDepotsRecus(COMPTABLE, null)).toEqual({ depots: [], suite: null })
    expect(await loadFichierDuDepot(COMPTABLE, depot)).toBeNull()
    await expect(noterLectureDepot(COMPTABLE, depot)).rejects.toThrow('refusée')
  })
})

describe('l’antivirus', () => {
  test('juge les fichiers qui attendent ; avant, ils ne se téléchargent pas', async () => {
    await envoyer(porteeClaire, await bon())
    const { depot } = await dernierFichier(porteeClaire)
    expect((await demander(porteeClaire, depot))?.status).toBe(409)
    humeur = 'JUGE'
    const compte = await analyserEnAttente()
    expect(compte).toMatchObject({ infectes: 0, restants: 0 })
    expect(compte.sains).toBeGreaterThan(0)
    expect((await dernierFichier(porteeClaire)).verdict).toBe('SAIN')
    expect((await demander(porteeClaire, depot))?.status).toBe(200)
    expect(await analyserEnAttente()).toEqual({ sains: 0, infectes: 0, restants: 0 })
  })

  test('efface un fichier infecté, et le dit à la personne', async () => {
    await envoyer(porteeClaire, fichier(await P.pdf(1, (d) => d.setTitle('x')), 'a.pdf'))
    // What reaches the scanner is what was kept: a signature inside a page's drawing.
    const signature = fichier(
      P.brut(...P.UNE_PAGE, P.objet(7, '<</Length 5>>\nstream\nEICAR\nendstream')),
      'b.pdf',
    )
    await envoyer(porteeClaire, signature)
    const { id, depot } = await dernierFichier(porteeClaire)
    expect((await stat(chemin(id))).isFile()).toBe(true)
    expect(await analyserEnAttente()).toEqual({ sains: 1, infectes: 1, restants: 0 })
    const apres = await dernierFichier(porteeClaire)
    expect([apres.verdict, apres.cle, apres.efface_le === null]).toEqual(['INFECTE', 0, false])
    await expect(stat(chemin(id))).rejects.toThrow('ENOENT')
    expect((await derniers(porteeClaire))[0]).toMatchObject({
      etat: 'REFUSE',
      telechargeable: false,
      libelleEtat: expect.stringContaining('programme dangereux'),
    })
    const reponse = await demander(porteeClaire, depot)
    expect([reponse?.status, await reponse?.text()]).toEqual([
      403,
      expect.stringContaining('programme dangereux'),
    ])
    const { rows } = await base.query('SELECT acte, objet_id FROM journal ORDER BY rang DESC LIMIT 1')
    expect(rows[0]).toEqual({ acte: 'PIECE_INFECTEE', objet_id: id })
  })

  test.each<Humeur>(['RACCROCHE', 'COUPE'])(
    'qui meurt (%s) ne juge rien : le fichier attend, puis passe',
    async (panne) => {
      await envoyer(porteeClaire, await bon())
      humeur = panne
      await expect(analyserEnAttente()).rejects.toThrow(AntivirusInjoignable)
      expect((await dernierFichier(porteeClaire)).verdict).toBe('EN_ATTENTE')
      humeur = 'JUGE'
      expect(await analyserEnAttente()).toEqual({ sains: 1, infectes: 0, restants: 0 })
    },
  )

  test('qui ne répond pas est abandonné à temps', async () => {
    humeur = 'MUET'
    const source = (async function* () {
      yield Buffer.from('x')
    })()
    await expect(analyser(source, 50)).rejects.toThrow(AntivirusInjoignable)
    humeur = 'JUGE'
  })

  test('qui refuse un fichier trop long le laisse attendre, et juge les autres', async () => {
    humeur = 'LIMITE'
    await envoyer(porteeClaire, await bon(), await bon())
    expect(await analyserEnAttente()).toEqual({ sains: 0, infectes: 0, restants: 2 })
    humeur = 'JUGE'
    expect(await analyserEnAttente()).toEqual({ sains: 2, infectes: 0, restants: 0 })
  })

  test('ne fait pas attendre les autres pour un fichier perdu', async () => {
    await envoyer(porteeClaire, await bon(), await bon())
    const { id } = await dernierFichier(porteeClaire)
    await rm(chemin(id))
    expect(await analyserEnAttente()).toEqual({ sains: 1, infectes: 0, restants: 1 })
    await base.query(`UPDATE fichiers SET verdict = 'SAIN' WHERE id = $1`, [id])
    expect(await loadDefautsDuMagasin(GESTIONNAIRE)).toBeNull()
    expect((await balayer(new Date())).absents).toEqual([id])
    expect(await loadDefautsDuMagasin(GESTIONNAIRE)).toMatchObject({ nombre: 1 })
    expect(await loadDefautsDuMagasin(COMPTABLE)).toBeNull()
  })
})

describe('les listes et les quotas', () => {
  test('les envois se lisent page après page, chacun une fois, même au même instant', async () => {
    await base.query(
      `WITH f AS (INSERT INTO fichiers (type_mime, taille, empreinte, cle_scellee, conservation, verdict, depose_par_id, cree_le)
        SELECT 'application/pdf', 1, decode(repeat('00', 32), 'hex'), '\\x01', 'PIECE', 'SAIN', $1, '2025-01-01' FROM generate_series(1, 60) RETURNING id)
      INSERT INTO depots (compte_id, adhesion_id, fichier_id, objet, nom_origine, cree_le)
        SELECT $1, $2, id, 'AUTRE', 'x.pdf', '2025-01-01' FROM f`,
      [porteeElie.compteId, porteeElie.adhesionsLues[0]],
    )
    const vus: string[] = []
    for (let cle: string | null = null, tour = 0; tour < 10; tour += 1) {
      const page = await loadMesDepots(porteeElie, cleDepotSchema.parse(cle))
      vus.push(...page.depots.map(({ id }) => id))
      cle = page.suite
      if (cle === null) break
    }
    const { rows } = await base.query('SELECT count(*)::int AS n FROM depots WHERE compte_id = $1', [
      porteeElie.compteId,
    ])
    expect([vus.length, new Set(vus).size]).toEqual([rows[0].n, rows[0].n])
  })

  test.each(['', 'x', '1_', `1_${'x'.repeat(36)}`, `-1_${randomUUID()}`, `1_${'-'.repeat(36)}`])(
    'une clé de page fausse (%j) ne compte pas',
    (cle) => expect(cleDepotSchema.parse(cle)).toBeNull(),
  )

  const remplir = (nombre: number, taille: number) =>
    base.query(
      `INSERT INTO fichiers (type_mime, taille, empreinte, cle_scellee, conservation, verdict, depose_par_id)
        SELECT 'application/pdf', $2, decode(repeat('00', 32), 'hex'), '\\x01', 'PIECE', 'SAIN', $1 FROM generate_series(1, $3)`,
      [porteeOdette.compteId, taille, nombre],
    )
  const vider = () =>
    base.query(`UPDATE fichiers SET cree_le = now() - interval '25 hours' WHERE depose_par_id = $1`, [
      porteeOdette.compteId,
    ])

  test('le 51e fichier en 24 heures est refusé, deux envois à la fois comptent l’un après l’autre', async () => {
    await vider()
    await remplir(48, 1)
    const trois = await Promise.all([1, 2, 3].map(async () => envoyer(porteeOdette, await bon())))
    expect(trois.flatMap(({ recus }) => recus)).toHaveLength(2)
    expect(trois.flatMap(({ refuses }) => refuses.map(({ code }) => code))).toEqual(['QUOTA_NOMBRE'])
    await vider()
    expect((await envoyer(porteeOdette, await bon())).recus).toHaveLength(1)
  })

  test('au-delà de 100 Mo en 24 heures, un fichier est refusé', async () => {
    await vider()
    await remplir(1, 100 * 1024 * 1024 - 100)
    expect((await envoyer(porteeOdette, await bon())).refuses).toEqual([
      { nom: 'Facture été.pdf', code: 'QUOTA_TAILLE' },
    ])
  })
})
