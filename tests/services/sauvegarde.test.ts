import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { courrielDocumentDisponible } from '@/lib/lexique/courriels/documents'
import { reglements } from '@/lib/reglements/catalogue'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { SYSTEME } from '@/lib/server/portee'
import { ouvrirFichier, ranger } from '@/lib/server/stockage/fichiers'
import { envoyerCourriel, signature } from '@/lib/services/courriel/mutations'
import { migrate } from '@/scripts/database/prepare'
import { execute, withClient } from '@/scripts/database/session'
import { verifyArchive } from '@/scripts/sauvegarde/read'
import { restoreBackup } from '@/scripts/sauvegarde/restore'
import { writeBackup } from '@/scripts/sauvegarde/write'
import { type BaseDeTest, baseDeTest } from '../support/database'
import { consultation, flux, portefeuille } from '../support/flux-de-test'
import { makeTemporaryDirectory } from '../support/temporary-directory'

const LIGNES = 8_000
const CONTENU = randomBytes(200_000)

let source: BaseDeTest
let dossier = ''
let fichierId = ''
/** Taken while an import was writing. */
let sauvegarde = ''
const bases: string[] = []

beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'portail-sauvegarde-'))
  // Before the environment is read for the first time.
  process.env.PORTAIL_DATA = join(dossier, 'source')
  process.env.PORTAIL_TODAY = '2026-11-15'
  source = await baseDeTest()
  const reglement = Object.keys(reglements)[0] ?? ''
  writeFileSync(join(dossier, 'p.csv'), portefeuille(200, { reglement, formule: 'tribu-equilibre' }))
  const lignes = Array.from({ length: LIGNES }, (_, i) => consultation(`C${i}`, 1 + (i % 200)))
  writeFileSync(join(dossier, 'f.json'), flux(lignes, { id: 'SAUVE' }))
  await ecrire(SYSTEME, async (client) => {
    const rangement = {
      typeMime: 'application/pdf',
      conservation: 'DOCUMENT',
      verdict: 'NON_REQUIS',
    } as const
    fichierId = (await ranger(client, { ...rangement, octets: CONTENU, deposeParId: null })).id
    await envoyerCourriel(
      client,
      'anne@exemple.fr',
      courrielDocumentDisponible('https://p.example', signature()),
    )
    await journaliser(client, {
      acte: 'DOSSIER_LU',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'essai',
      // What COPY must escape.
      objetId: 'é\t\\N\n"\\.\r',
      resultat: 'FAIT',
    })
  })
  // As npm start marks a base that carries the demonstration.
  await execute(
    source.urlProprietaire,
    "CREATE SCHEMA exploitation; CREATE TABLE exploitation.etapes (nom text PRIMARY KEY, faite_le timestamptz NOT NULL DEFAULT now()); INSERT INTO exploitation.etapes (nom) VALUES ('demonstration')",
  )
  sauvegarde = await sauvegarderPendantUnImport()
}, 300_000)

afterAll(async () => {
  const { adminUrl } = inject('serveurDeTest')
  for (const nom of bases) await execute(adminUrl, `DROP DATABASE IF EXISTS ${nom} WITH (FORCE)`)
  rmSync(dossier, { recursive: true, force: true })
})

async function sauvegarderPendantUnImport(): Promise<string> {
  const importer = (args: readonly string[]) =>
    spawn(process.execPath, ['--import', 'tsx', 'scripts/import.ts', ...args], {
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: 'ignore',
    })
  expect(await once(importer(['portefeuille', join(dossier, 'p.csv')]), 'exit')).toEqual([0, null])
  const enfant = importer(['flux', join(dossier, 'f.json')])
  const fin = once(enfant, 'exit')
  for (;;) {
    const [ligne] = await lire<{ n: number }>(
      source.urlProprietaire,
      'SELECT count(*)::int AS n FROM prestations',
    )
    if ((ligne?.n ?? 0) > 0) break
    await pause(20)
  }
  const chemin = join(dossier, 'pendant.sauvegarde')
  await writeBackup(source.urlProprietaire, chemin)
  expect(await fin).toEqual([0, null])
  return chemin
}

const lire = async <T extends Record<string, unknown>>(url: string, sql: string): Promise<T[]> =>
  withClient(url, async (client) => (await client.query<T>(sql)).rows)

interface Instance {
  readonly owner: string
  readonly application: string
  readonly donnees: string
}

/** A database without a table, and a store of its own. */
async function instanceVierge(): Promise<Instance> {
  const { adminUrl, login, password } = inject('serveurDeTest')
  const nom = `restauree_${randomBytes(5).toString('hex')}`
  await execute(adminUrl, `CREATE DATABASE ${nom} TEMPLATE template0`)
  bases.push(nom)
  const url = (qui: object) => Object.assign(new URL(adminUrl), { pathname: `/${nom}`, ...qui }).href
  return {
    owner: url({}),
    application: url({ username: login, password }),
    donnees: join(dossier, nom),
  }
}

/** The real command. */
function lancer(
  script: 'backup' | 'restore',
  { owner, application, donnees }: Instance,
  args: readonly string[],
  autre: Readonly<Record<string, string>> = {},
) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `scripts/${script}.ts`, ...args],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production' as const,
        DATABASE_URL: application,
        DATABASE_OWNER_URL: owner,
        PORTAIL_DATA: donnees,
        ...autre,
      },
      encoding: 'utf8',
    },
  )
  return { status, stdout, stderr: stderr.trim() }
}

const instanceSource = (): Instance => ({
  owner: source.urlProprietaire,
  application: source.urlApplication,
  donnees: join(dossier, 'source'),
})

const PROTECTIONS = `
  SELECT format('%s %s %s', relname, relrowsecurity, relforcerowsecurity) AS p FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
  UNION ALL SELECT format('%s %s %s', tgrelid::regclass, tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT format('%s %s %s %s', tablename, policyname, qual, with_check) FROM pg_policies
  ORDER BY 1`

describe('une sauvegarde prise pendant un import', () => {
  let cible: Instance
  beforeAll(async () => {
    cible = await instanceVierge()
    const { status, stdout, stderr } = lancer('restore', cible, [sauvegarde])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^\d+ lignes de \d+ tables et 1 fichiers restaurés, .* lignes par seconde\.\n/)
  })

  test('est un instant : ce qu’une transaction a écrit y est en entier ou pas du tout', async () => {
    const [vu] = await lire<Record<string, number>>(
      cible.owner,
      `SELECT (SELECT count(*)::int FROM prestations) AS prestations,
        (SELECT count(*)::int FROM lignes_decompte) AS lignes, (SELECT lignes_nouvelles FROM flux_recus) AS annoncees,
        (SELECT max(rang)::int FROM journal) - (SELECT rang::int FROM journal_tete) AS ecart,
        (SELECT count(*)::int FROM journal j WHERE empreinte <> empreinte_journal(j)) AS ruptures`,
    )
    expect(vu).toMatchObject({ lignes: LIGNES, annoncees: LIGNES, ecart: 0, ruptures: 0 })
    // In the middle: some were computed, others not.
    expect(vu?.prestations).toBeGreaterThan(0)
    expect(vu?.prestations).toBeLessThan(LIGNES)
  })

  test('restaurée puis sauvegardée encore, donne les mêmes tables, somme par somme', async () => {
    const chemin = join(dossier, 'encore.sauvegarde')
    expect(lancer('backup', cible, [chemin])).toMatchObject({ status: 0, stderr: '' })
    const [avant, apres] = [await verifyArchive(sauvegarde), await verifyArchive(chemin)]
    expect(apres.closing).toEqual(avant.closing)
    expect(apres.opening.migrations).toEqual(avant.opening.migrations)
    expect(avant.closing.tables.find(({ name }) => name === 'lignes_decompte')?.rows).toBe(LIGNES)
  })

  test('remet les cloisons, les déclencheurs et les contraintes comme ils étaient', async () => {
    const [la, ici] = [await lire(cible.owner, PROTECTIONS), await lire(source.urlProprietaire, PROTECTIONS)]
    expect(ici.length).toBeGreaterThan(100)
    expect(la).toEqual(ici)
    await expect(execute(cible.owner, 'DELETE FROM journal')).rejects.toThrow(
      /ne se modifient ni ne s'effacent/,
    )
    expect(await lire(cible.application, 'SELECT id FROM personnes')).toEqual([])
  })

  test('rend les fichiers, que leurs clés ouvrent', async () => {
    const [ligne] = await lire<{ id: string; cleScellee: Buffer; effaceLe: null }>(
      cible.owner,
      'SELECT id, cle_scellee AS "cleScellee", efface_le AS "effaceLe" FROM fichiers',
    )
    if (ligne === undefined) throw new Error('pas de fichier')
    const range = (racine: string) =>
      readFileSync(join(racine, 'fichiers', fichierId.slice(0, 2), fichierId.slice(2, 4), fichierId))
    expect(range(cible.donnees).equals(range(join(dossier, 'source')))).toBe(true)
    expect((await buffer(await ouvrirFichier(ligne))).equals(CONTENU)).toBe(true)
  })

  test('laisse l’instance continuer : les suites ne reculent pas, la chaîne du journal non plus', async () => {
    const [avant] = await lire<{ n: string }>(cible.owner, 'SELECT max(ordre) AS n FROM flux_recus')
    const [apres] = await lire<{ n: string }>(cible.owner, "SELECT nextval('flux_recus_ordre_seq') AS n")
    expect(Number(apres?.n)).toBeGreaterThan(Number(avant?.n))
    await execute(
      cible.owner,
      "INSERT INTO journal (role, acte, objet_type, resultat, donnees) VALUES ('SYSTEME', 'DOSSIER_LU', 'essai', 'FAIT', '{}')",
    )
    const [chaine] = await lire<{ ruptures: number }>(
      cible.owner,
      `SELECT count(*)::int AS ruptures FROM (SELECT empreinte_precedente, lag(empreinte) OVER (ORDER BY rang) AS precedente FROM journal) j
       WHERE empreinte_precedente <> precedente`,
    )
    expect(chaine?.ruptures).toBe(0)
  })

  test('garde le courriel qui attendait : il repartira sans la file', async () => {
    expect(await lire(cible.owner, 'SELECT etat, essais FROM courriels')).toEqual([
      { etat: 'EN_FILE', essais: 0 },
    ])
    expect(await lire(cible.owner, "SELECT id FROM pgboss.job WHERE name = 'courriel'")).toEqual([])
  })

  test('se souvient qu’elle porte la démonstration, qui ne sera pas chargée une seconde fois', async () => {
    expect(await lire(cible.owner, 'SELECT nom FROM exploitation.etapes')).toEqual([{ nom: 'demonstration' }])
  })

  test('ne se restaure pas une seconde fois par-dessus', async () => {
    const { status, stderr } = lancer('restore', cible, [sauvegarde])
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^Cette instance n’est pas vide \(adhesions, beneficiaires, .*Rien n’a été changé\.$/,
    )
  })
})

test('tuée en plein travail, une restauration ne laisse rien, et se recommence', async () => {
  const cible = await instanceVierge()
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATABASE_URL: cible.application,
    DATABASE_OWNER_URL: cible.owner,
    PORTAIL_DATA: cible.donnees,
  }
  const enfant = spawn(process.execPath, ['--import', 'tsx', 'scripts/restore.ts', sauvegarde], {
    env,
    stdio: 'ignore',
  })
  const fin = once(enfant, 'exit')
  const enCopie = async () =>
    (
      await lire(
        cible.owner,
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY %' AND pid <> pg_backend_pid()",
      )
    ).length > 0
  while (enfant.exitCode === null && !(await enCopie())) await pause(5)
  enfant.kill('SIGKILL')
  expect(await fin).toEqual([null, 'SIGKILL'])
  while (await enCopie()) await pause(20)
  expect(await lire(cible.owner, 'SELECT id FROM personnes')).toEqual([])
  expect(await lire(cible.owner, PROTECTIONS)).toEqual(await lire(source.urlProprietaire, PROTECTIONS))
  expect(lancer('restore', cible, [sauvegarde])).toMatchObject({ status: 0, stderr: '' })
})

describe('une archive', () => {
  test('n’est lisible que de son propriétaire, et rien n’y est en clair', () => {
    expect(statSync(sauvegarde).mode & 0o777).toBe(0o600)
    const octets = readFileSync(sauvegarde)
    for (const clair of ['CARTE-A0001', 'Prénom1', 'lignes_decompte', '%PDF'])
      expect(octets.includes(clair)).toBe(false)
    expect(readdirSync(dossier).filter((nom) => nom.includes('partiel'))).toEqual([])
  })

  test('ne remplace jamais un fichier', () => {
    const avant = readFileSync(sauvegarde)
    const { status, stderr } = lancer('backup', instanceSource(), [sauvegarde])
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `${sauvegarde} existe déjà : donnez un autre nom de fichier.`,
    })
    expect(readFileSync(sauvegarde).equals(avant)).toBe(true)
  })

  const ABIMEE =
    'Cette sauvegarde est abîmée ou incomplète : rien n’a été changé. Prenez-en une autre, ou une autre copie de celle-ci.'
  const retournee = (octets: Buffer, position: number) => {
    const copie = Buffer.from(octets)
    copie[position] = (copie[position] ?? 0) ^ 1
    return copie
  }
  const finEntete = (octets: Buffer) => octets.indexOf('\n')

  test.each<[string, (octets: Buffer) => Buffer, string | RegExp]>([
    ['un bit retourné au début', (o) => retournee(o, finEntete(o) + 20), ABIMEE],
    ['un bit retourné au milieu', (o) => retournee(o, o.length >> 1), ABIMEE],
    ['un bit retourné au dernier octet', (o) => retournee(o, o.length - 1), ABIMEE],
    [
      'un bit retourné dans la clé scellée',
      (o) => retournee(o, finEntete(o) - 12),
      /^PORTAIL_CLES n’est pas/,
    ],
    ['une fin coupée d’un octet', (o) => o.subarray(0, -1), ABIMEE],
    ['une moitié manquante', (o) => o.subarray(0, o.length >> 1), ABIMEE],
    ['un dernier morceau manquant', (o) => o.subarray(0, finEntete(o) + 8 + 65_552), ABIMEE],
    ['un octet de trop', (o) => Buffer.concat([o, Buffer.from([0])]), ABIMEE],
    ['un autre fichier', () => Buffer.from('%PDF-1.7\nabc'), /^Ce fichier n’est pas une sauvegarde/],
    ['un fichier vide', () => Buffer.alloc(0), /^Ce fichier n’est pas une sauvegarde/],
    [
      'un format à venir',
      (o) => Buffer.from(o.toString('latin1').replace('PORTAIL/1', 'PORTAIL/2'), 'latin1'),
      /^Cette sauvegarde vient d’une version plus récente/,
    ],
  ])('%s : refusée, et rien n’est changé', async (_nom, alterer, phrase) => {
    const chemin = join(dossier, 'alteree.sauvegarde')
    writeFileSync(chemin, alterer(readFileSync(sauvegarde)))
    const cible = await instanceVierge()
    const refus = await restoreBackup(
      { root: process.cwd(), ownerUrl: cible.owner, applicationUrl: cible.application },
      chemin,
    ).catch((erreur: unknown) => erreur)
    expect(refus).toMatchObject({
      name: 'StartFailure',
      message: typeof phrase === 'string' ? phrase : expect.stringMatching(phrase),
    })
    expect(
      await lire(cible.owner, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"),
    ).toEqual([])
  })

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'un autre trousseau',
      { PORTAIL_CLES: `cle1:${randomBytes(32).toString('base64')}` },
      /^PORTAIL_CLES n’est pas le trousseau de l’instance sauvegardée/,
    ],
    [
      'un autre index',
      { PORTAIL_CLE_INDEX: randomBytes(32).toString('base64') },
      /^PORTAIL_CLE_INDEX n’est pas celle sous laquelle/,
    ],
  ])('sous %s : refusée, et rien n’est changé', async (_nom, secrets, phrase) => {
    const cible = await instanceVierge()
    const { status, stderr } = lancer('restore', cible, [sauvegarde], secrets)
    expect(status).toBe(1)
    expect(stderr).toMatch(phrase)
    expect(stderr).not.toContain('\n')
    expect(
      await lire(cible.owner, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"),
    ).toEqual([])
  })

  test('scellée par PORTAIL_CLE_SAUVEGARDE, ne s’ouvre qu’avec elle', async () => {
    const cle = randomBytes(32).toString('base64')
    const chemin = join(dossier, 'cle.sauvegarde')
    const faite = lancer('backup', instanceSource(), [chemin], { PORTAIL_CLE_SAUVEGARDE: cle })
    expect(faite.stdout).toContain('Scellée par PORTAIL_CLE_SAUVEGARDE.')
    const cible = await instanceVierge()
    expect(lancer('restore', cible, [chemin]).stderr).toMatch(
      /^Cette sauvegarde est scellée par une clé de sauvegarde/,
    )
    const autre = { PORTAIL_CLE_SAUVEGARDE: randomBytes(32).toString('base64') }
    expect(lancer('restore', cible, [chemin], autre).stderr).toMatch(
      /^PORTAIL_CLE_SAUVEGARDE n’est pas celle/,
    )
    expect(lancer('restore', cible, [chemin], { PORTAIL_CLE_SAUVEGARDE: cle })).toMatchObject({
      status: 0,
      stderr: '',
    })
  })
})

describe('d’une version à l’autre', () => {
  /** The product with one migration more. */
  async function versionSuivante(): Promise<string> {
    const racine = await makeTemporaryDirectory()
    cpSync('prisma', join(racine, 'prisma'), { recursive: true })
    const suivante = join(racine, 'prisma/migrations/29990101000000_essai')
    mkdirSync(suivante)
    writeFileSync(
      join(suivante, 'migration.sql'),
      'ALTER TABLE personnes ADD COLUMN essai int NOT NULL DEFAULT 7;\n',
    )
    return racine
  }

  test('une sauvegarde plus ancienne est restaurée telle quelle, puis migrée', async () => {
    const racine = await versionSuivante()
    const cible = await instanceVierge()
    const { migrations, rows } = await restoreBackup(
      { root: racine, ownerUrl: cible.owner, applicationUrl: cible.application },
      sauvegarde,
    )
    expect(migrations).toEqual(['29990101000000_essai'])
    expect(rows).toBeGreaterThan(LIGNES)
    expect(await lire(cible.owner, 'SELECT DISTINCT essai FROM personnes')).toEqual([{ essai: 7 }])

    const recente = join(dossier, 'recente.sauvegarde')
    await writeBackup(cible.owner, recente)
    const autre = await instanceVierge()
    await expect(
      restoreBackup(
        { root: process.cwd(), ownerUrl: autre.owner, applicationUrl: autre.application },
        recente,
      ),
    ).rejects.toThrow(
      'Cette sauvegarde vient d’une version plus récente du portail (29990101000000_essai) : installez cette version, puis relancez. Rien n’a été changé.',
    )
    rmSync(racine, { recursive: true })
  })

  test('une base vide déjà préparée reçoit la sauvegarde de sa version, pas une plus ancienne', async () => {
    const cible = await instanceVierge()
    await migrate(process.cwd(), cible.owner, cible.application)
    expect(lancer('restore', cible, [sauvegarde])).toMatchObject({ status: 0, stderr: '' })
    const racine = await versionSuivante()
    const neuve = await instanceVierge()
    await migrate(racine, neuve.owner, neuve.application)
    await expect(
      restoreBackup({ root: racine, ownerUrl: neuve.owner, applicationUrl: neuve.application }, sauvegarde),
    ).rejects.toThrow(/^La base, vide, est déjà préparée pour une version plus récente que la sauvegarde/)
    rmSync(racine, { recursive: true })
  })
})

describe('un serveur géré, où le propriétaire n’est pas super-utilisateur', () => {
  async function instanceGeree(): Promise<Instance> {
    const { adminUrl } = inject('serveurDeTest')
    const { application, owner, donnees } = await instanceVierge()
    const nom = new URL(owner).pathname.slice(1)
    const role = `${nom}_gere`
    await execute(adminUrl, `CREATE ROLE ${role} LOGIN CREATEROLE PASSWORD 'x'`)
    await execute(
      adminUrl,
      `GRANT portail_app, portail_gestion, portail_systeme TO ${role} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE`,
    )
    await execute(adminUrl, `ALTER DATABASE ${nom} OWNER TO ${role}`)
    return {
      owner: Object.assign(new URL(owner), { username: role, password: 'x' }).href,
      application,
      donnees,
    }
  }
  const oublier = async ({ owner }: Instance) => {
    const { adminUrl } = inject('serveurDeTest')
    const { username, pathname } = new URL(owner)
    await execute(adminUrl, `DROP DATABASE ${pathname.slice(1)} WITH (FORCE)`)
    await execute(adminUrl, `DROP OWNED BY ${username}`)
    await execute(adminUrl, `DROP ROLE ${username}`)
  }

  test('restaure et sauvegarde tout, malgré des cloisons qui le retiennent aussi', async () => {
    const cible = await instanceGeree()
    expect(lancer('restore', cible, [sauvegarde])).toMatchObject({ status: 0, stderr: '' })
    expect(await lire(cible.owner, 'SELECT id FROM personnes')).toEqual([])
    const chemin = join(dossier, 'geree.sauvegarde')
    expect(lancer('backup', cible, [chemin])).toMatchObject({ status: 0, stderr: '' })
    expect((await verifyArchive(chemin)).closing).toEqual((await verifyArchive(sauvegarde)).closing)
    expect(lancer('restore', cible, [sauvegarde]).stderr).toMatch(/^Cette instance n’est pas vide/)

    // A table whose fence hides something from the role that should see all.
    await execute(
      cible.owner,
      'CREATE TABLE cachee (id int PRIMARY KEY); ALTER TABLE cachee ENABLE ROW LEVEL SECURITY; ALTER TABLE cachee FORCE ROW LEVEL SECURITY',
    )
    const { status, stderr } = lancer('backup', cible, [join(dossier, 'cachee.sauvegarde')])
    expect(status).toBe(1)
    expect(stderr).toBe(
      'Le rôle portail_systeme ne voit pas tout de cachee : la sauvegarde serait incomplète, elle n’est pas faite.',
    )
    expect(readdirSync(dossier).filter((nom) => nom.startsWith('cachee'))).toEqual([])
    await oublier(cible)
  })
})

describe('quand quelque chose manque', () => {
  test('un fichier perdu est dit, et le reste est sauvé', async () => {
    const vide = { ...instanceSource(), donnees: join(dossier, 'sans-fichiers') }
    const chemin = join(dossier, 'perdu.sauvegarde')
    const { status, stdout, stderr } = lancer('backup', vide, [chemin])
    expect(status).toBe(0)
    expect(stdout).toContain('et 0 fichiers')
    expect(stderr).toContain(`Attention : 1 fichier(s) que la base cite n’étaient plus dans le magasin`)
    expect((await verifyArchive(chemin)).closing.missing).toEqual({ count: 1, first: [fichierId] })
  })

  const peutMonter = () => {
    const essai = mkdtempSync(join(tmpdir(), 'portail-montage-'))
    const monte = process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', essai]).status === 0
    if (monte) spawnSync('umount', [essai])
    rmSync(essai, { recursive: true })
    return monte
  }
  test.runIf(peutMonter())('un disque plein ne laisse rien, et le dit', () => {
    const disque = join(dossier, 'disque')
    mkdirSync(disque)
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disque]).status).toBe(0)
    try {
      const { status, stderr } = lancer('backup', instanceSource(), [join(disque, 'a.sauvegarde')])
      expect(status).toBe(1)
      expect(stderr).toMatch(/^Disque plein.* : libérez de la place.* puis relancez\.$/)
      expect(readdirSync(disque)).toEqual([])
    } finally {
      spawnSync('umount', [disque])
    }
  })

  test('le nom donné n’existe pas, ou n’est pas donné', async () => {
    const cible = await instanceVierge()
    expect(lancer('restore', cible, [join(dossier, 'nulle-part')]).stderr).toMatch(
      /n’existe pas : vérifiez le nom/,
    )
    expect(lancer('restore', cible, []).stderr).toBe('Usage : npm run restore -- FICHIER')
    expect(existsSync(cible.donnees)).toBe(false)
  })
})
