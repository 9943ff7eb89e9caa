import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '@/scripts/start/ports'
import { arreter, dossier, effacer, lancer, processusDe, RACINE, refus, servi } from '../support/lancement'
import { SECRETS_DE_TEST } from '../support/secrets'

function remplir(disque: string): void {
  const bouchon = openSync(join(disque, 'bouchon'), 'w')
  try {
    for (;;) writeSync(bouchon, Buffer.alloc(64 * 1024))
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' })
  } finally {
    closeSync(bouchon)
  }
}

const enRoot = process.getuid?.() === 0

/** Root of a container may lack the right to mount. */
function peutMonter(): boolean {
  const essai = mkdtempSync(join(tmpdir(), 'montage-'))
  const monte = enRoot && spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', essai]).status === 0
  if (monte) execFileSync('umount', [essai])
  rmSync(essai, { recursive: true })
  return monte
}

describe('npm start refuse de démarrer en une ligne qui dit quoi faire', () => {
  let data = ''
  beforeAll(async () => {
    data = await dossier()
  })
  afterAll(() => effacer(data))

  test('quand le port est pris', async () => {
    const port = await freePort()
    const occupant = createServer()
    await new Promise<void>((resolve) => occupant.listen(port, resolve))
    const ligne = await refus(data, { env: { PORT: String(port) } })
    occupant.close()
    expect(ligne).toBe(
      `Le port ${port} est déjà utilisé par un autre programme : arrêtez-le, ou choisissez-en un autre (PORT=${port + 1} npm start).`,
    )
  })

  test.each([
    ['trois mille', "PORT=trois mille n'est pas un numéro de port : donnez un nombre entre 1 et 65535."],
    ['70000', "PORT=70000 n'est pas un numéro de port : donnez un nombre entre 1 et 65535."],
  ])('quand PORT vaut « %s »', async (PORT, ligne) => {
    expect(await refus(data, { env: { PORT } })).toBe(ligne)
  })

  test('quand une option est inconnue', async () => {
    expect(await refus(data, { args: ['--rapide'] })).toContain('npm start accepte -- --dev et -- --demo')
  })

  test('quand la base ne répond pas', async () => {
    const port = await freePort()
    const DATABASE_URL = `postgresql://application:motdepasse@127.0.0.1:${port}/portail`
    const ligne = await refus(data, { env: { ...SECRETS_DE_TEST, DATABASE_URL } })
    expect(ligne).toBe(
      `La base de données de DATABASE_URL (127.0.0.1:${port}/portail) n'écoute pas : démarrez le serveur PostgreSQL ou corrigez l'adresse, puis relancez.`,
    )
  })

  test("quand l'hôte de la base est inconnu", async () => {
    const DATABASE_URL = 'postgresql://application:motdepasse@base.invalid/portail'
    const ligne = await refus(data, { env: { ...SECRETS_DE_TEST, DATABASE_URL } })
    expect(ligne).toMatch(
      /^La base de données de DATABASE_URL \(base\.invalid:5432\/portail\) a un nom d.hôte/,
    )
    expect(ligne).not.toContain('motdepasse')
  })

  test("quand un secret manque alors que la base est donnée par l'environnement", async () => {
    const DATABASE_URL = 'postgresql://application:motdepasse@127.0.0.1/portail'
    expect(await refus(data, { env: { DATABASE_URL } })).toBe(
      "Le secret PORTAIL_SECRET n'est pas défini : tirez-en un avec « openssl rand -base64 48 » puis relancez.",
    )
  })

  test('quand un secret faible est donné, même avec la base embarquée', async () => {
    const PORTAIL_SECRET = 'changeme-changeme-changeme-changeme'
    const ligne = await refus(data, { env: { PORTAIL_SECRET } })
    expect(ligne).toMatch(/^Le secret PORTAIL_SECRET n'est pas tiré au hasard/)
    expect(ligne).not.toContain('changeme')
  })

  test('quand Node est trop ancien', async () => {
    const code = "Object.defineProperty(process.versions, 'node', { value: '18.20.4' })"
    const nodeArgs = ['--import', `data:text/javascript,${encodeURIComponent(code)}`]
    expect(await refus(data, { nodeArgs })).toBe(
      'Node 18.20.4 est trop ancien : installez Node 20.19.0 ou plus récent (https://nodejs.org).',
    )
  })

  test('quand les paquets ne peuvent pas être installés', async () => {
    const racine = join(data, 'copie')
    mkdirSync(racine)
    cpSync(join(RACINE, 'scripts'), join(racine, 'scripts'), { recursive: true })
    writeFileSync(join(racine, 'package.json'), '{ "dependencies": { "absent": "file:absent" } }')
    writeFileSync(join(racine, 'package-lock.json'), '{ "lockfileVersion": 3, "packages": {} }')
    const ligne = await refus(join(racine, '.data'), { racine })
    expect(ligne).toBe(
      `L'installation des paquets (npm ci) a échoué ; lisez ${join(racine, '.data/journaux/npm-ci.log')}, corrigez puis relancez.`,
    )
  })

  test('quand le dossier des données ne peut pas exister', async () => {
    const fichier = join(data, 'fichier')
    writeFileSync(fichier, '')
    expect(await refus(fichier)).toBe(
      `Un fichier occupe la place d'un dossier (${fichier}) : déplacez-le puis relancez.`,
    )
  })

  test.runIf(enRoot)("quand l'utilisateur de la base ne peut pas entrer dans le dossier", async () => {
    const ferme = join(data, 'ferme')
    mkdirSync(join(ferme, 'donnees'), { recursive: true })
    chmodSync(ferme, 0o700)
    const ligne = await refus(join(ferme, 'donnees'))
    expect(ligne).toBe(
      `L'utilisateur « postgres » ne peut pas traverser ${ferme} : lancez « chmod o+x ${ferme} », ou déplacez le projet dans un dossier lisible par tous (par exemple /srv).`,
    )
    expect(processusDe(ferme)).toEqual([])
  })

  test.runIf(peutMonter()).each([
    ['dès la création de la base', 20, 0],
    ['au redémarrage', 256, 1],
  ])('quand le disque est plein, %s', async (_, megaoctets, dejaServi) => {
    const disque = join(data, 'disque')
    mkdirSync(disque)
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megaoctets}m`, 'tmpfs', disque])
    try {
      const donnees = join(disque, 'donnees')
      if (dejaServi) {
        const lancement = await lancer(donnees)
        await servi(lancement)
        await arreter(lancement)
        remplir(disque)
      }
      expect(await refus(donnees)).toMatch(/^Disque plein.* : libérez de la place.* puis relancez\.$/)
      expect(processusDe(disque)).toEqual([])
    } finally {
      execFileSync('umount', [disque])
      rmSync(disque, { recursive: true })
    }
  })

  test('quand les secrets ont disparu alors que la base existe', async () => {
    const orphelin = join(data, 'orphelin')
    mkdirSync(join(orphelin, 'postgres'), { recursive: true })
    const ligne = await refus(orphelin)
    expect(ligne).toMatch(/secrets\.json manque alors que la base existe : restaurez-le d'une sauvegarde/)
    expect(readdirSync(orphelin)).toEqual(['postgres'])
    rmSync(orphelin, { recursive: true })
  })

  test('quand le fichier des secrets est abîmé', async () => {
    const abime = join(data, 'abime')
    mkdirSync(abime)
    writeFileSync(join(abime, 'secrets.json'), '{ "PORTAIL_SECRET": ')
    expect(await refus(abime)).toMatch(/secrets\.json est illisible/)
  })
})
