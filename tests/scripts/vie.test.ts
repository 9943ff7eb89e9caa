import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  arreter,
  dossier,
  effacer,
  type Lancement,
  lancer,
  processusDe,
  refus,
  sante,
  servi,
} from '../support/lancement'

const journalDeLaBase = (data: string) => {
  const directory = join(data, 'postgres/log')
  return readdirSync(directory)
    .map((name) => readFileSync(join(directory, name), 'utf8'))
    .join('')
}

const etat = (lancement: Lancement, etape: string) =>
  lancement
    .output()
    .split('\n')
    .find((line) => line.includes(`] ${etape} …`))

const postmaster = (data: string) =>
  Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

describe('la vie de npm start, du dossier vide à l’arrêt', () => {
  let [parent, data] = ['', '']
  let lancements: Lancement[] = []

  const demarrer = async (env: Readonly<Record<string, string>> = {}) => {
    const lancement = await lancer(data, { env })
    lancements.push(lancement)
    await servi(lancement)
    return lancement
  }

  beforeEach(async () => {
    parent = await dossier()
    // A path as people have them.
    data = join(parent, 'données du portail')
    lancements = []
  })
  afterEach(async () => {
    for (const lancement of lancements) await arreter(lancement)
    effacer(parent)
  })

  test('il sert la page, s’arrête sur SIGTERM sans rien laisser, et la base repart sans réparation', async () => {
    const premier = await demarrer()
    expect(etat(premier, 'Base de données')).toContain('embarquée, créée')
    expect(await sante(premier.port)).toBe(200)
    expect((await fetch(`http://127.0.0.1:${premier.port}/`)).status).toBe(200)
    expect(statSync(join(data, 'secrets.json')).mode & 0o777).toBe(0o600)

    expect(await arreter(premier)).toBe(0)
    expect(processusDe(data)).toEqual([])

    const second = await demarrer()
    expect(etat(second, 'Base de données')).toContain('embarquée, démarrée')
    expect(etat(second, 'Tables, files et droits')).toContain('à jour')
    expect(etat(second, 'Construction')).toContain('à jour')
    expect(journalDeLaBase(data)).not.toMatch(/not properly shut down|recovery/)
  })

  test('tué (-9), il n’empêche pas le suivant : ses processus finissent, la base est reprise', async () => {
    const tue = await demarrer()
    tue.child.kill('SIGKILL')
    await tue.ended
    const suivant = await demarrer({ PORT: String(tue.port) })
    expect(etat(suivant, 'Base de données')).toContain('embarquée, déjà en marche')
    expect(await sante(suivant.port)).toBe(200)
    expect(await arreter(suivant)).toBe(0)
    expect(processusDe(data)).toEqual([])
  })

  test('la base tuée (-9) est relancée, et le portail répond de nouveau', async () => {
    const lancement = await demarrer()
    const avant = postmaster(data)
    process.kill(avant, 'SIGKILL')
    await expect.poll(() => lancement.errors(), { timeout: 60_000 }).toContain('elle est relancée')
    await expect.poll(() => sante(lancement.port), { timeout: 60_000 }).toBe(200)
    expect(postmaster(data)).not.toBe(avant)
  })

  test('le serveur web tué (-9) est relancé', async () => {
    const lancement = await demarrer()
    const web = readdirSync('/proc').find((pid) => {
      if (!/^\d+$/.test(pid)) return false
      try {
        const name = readFileSync(`/proc/${pid}/comm`, 'utf8')
        return name.startsWith('next-server') && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(data)
      } catch {
        return false
      }
    })
    process.kill(Number(web), 'SIGKILL')
    await expect.poll(() => lancement.errors(), { timeout: 60_000 }).toContain("« serveur web » s'est arrêté")
    await expect.poll(() => sante(lancement.port), { timeout: 60_000 }).toBe(200)
  })

  test('le numéro de processus d’une base morte, donné depuis à un autre programme, ne trompe personne', async () => {
    await arreter(await demarrer())
    const port = readFileSync(join(data, 'postgres.port'), 'utf8').trim()
    // Ours: alive, and not a PostgreSQL.
    writeFileSync(
      join(data, 'postgres/postmaster.pid'),
      `${process.pid}\n${join(data, 'postgres')}\n1700000000\n${port}\n\n127.0.0.1\n\nready\n`,
    )
    const lancement = await demarrer()
    expect(etat(lancement, 'Base de données')).toContain('embarquée, démarrée')
  })

  test('un second npm start dans le même dossier est refusé, et ne dérange pas le premier', async () => {
    const premier = await demarrer()
    expect(await refus(data)).toBe(
      `Le portail tourne déjà dans ce dossier (processus ${premier.child.pid}) : arrêtez-le (Ctrl-C, ou kill ${premier.child.pid}) avant de le relancer.`,
    )
    expect(await sante(premier.port)).toBe(200)
  })

  test('un SIGTERM pendant le démarrage l’interrompt proprement', async () => {
    const lancement = await lancer(data)
    await expect
      .poll(() => lancement.output(), { timeout: 60_000, interval: 5 })
      .toContain('Base de données …')
    expect(await arreter(lancement)).toBe(0)
    expect(lancement.output()).toContain('Interrompu.')
    expect(processusDe(data)).toEqual([])
  })
})
