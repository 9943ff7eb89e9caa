import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { checkNode, isInstalled } from '@/scripts/start/installation.mjs'
import { dossier, RACINE } from '../support/lancement'

describe('la version de Node', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.3'])('%s suffit', (version) => {
    expect(() => checkNode(version)).not.toThrow()
  })
  test.each(['18.20.4', '20.18.9', '20.9.0', '4.0.0'])('%s est refusée', (version) => {
    expect(() => checkNode(version)).toThrow(`Node ${version} est trop ancien`)
  })
})

describe("l'installation est à jour", () => {
  let racine = ''
  const ecrire = (path: string, packages: object) => {
    mkdirSync(join(racine, path, '..'), { recursive: true })
    writeFileSync(join(racine, path), JSON.stringify({ packages }))
  }
  const voulus = {
    '': { name: 'portail' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/outil': { version: '2.0.0', dev: true },
    'node_modules/autre-machine': { version: '3.0.0', optional: true },
  }
  beforeEach(async () => {
    if (racine) rmSync(racine, { recursive: true })
    racine = await dossier()
    ecrire('package-lock.json', voulus)
  })
  afterAll(() => rmSync(racine, { recursive: true }))

  const trouves = (packages: object) => ecrire('node_modules/.package-lock.json', packages)

  test('quand tout ce qui est obligatoire y est, à la bonne version', () => {
    trouves({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/outil': { version: '2.0.0' } })
    expect(isInstalled(racine, { dev: true })).toBe(true)
  })
  test('sans les outils de développement quand on ne fait que servir', () => {
    trouves({ 'node_modules/a': { version: '1.0.0' } })
    expect(isInstalled(racine, { dev: false })).toBe(true)
    expect(isInstalled(racine, { dev: true })).toBe(false)
  })
  test.each([
    ['à une autre version', { 'node_modules/a': { version: '1.0.1' } }],
    ['absent', {}],
  ])('mais pas quand un paquet est %s', (_, packages) => {
    trouves(packages)
    expect(isInstalled(racine, { dev: false })).toBe(false)
  })
  test("mais pas quand rien n'a été installé, ou pas jusqu'au bout", () => {
    expect(isInstalled(racine, { dev: false })).toBe(false)
    mkdirSync(join(racine, 'node_modules'))
    writeFileSync(join(racine, 'node_modules/.package-lock.json'), '{ "packages": {')
    expect(isInstalled(racine, { dev: false })).toBe(false)
  })
})

describe('package-lock.json', () => {
  const schema = z.object({
    packages: z.record(
      z.string(),
      z.object({
        resolved: z.string().optional(),
        optionalDependencies: z.record(z.string(), z.string()).optional(),
      }),
    ),
  })
  const { packages } = schema.parse(JSON.parse(readFileSync(join(RACINE, 'package-lock.json'), 'utf8')))

  const resout = (depuis: string, nom: string): boolean => {
    const ici = depuis === '' ? `node_modules/${nom}` : `${depuis}/node_modules/${nom}`
    if (packages[ici]) return true
    return depuis !== '' && resout(depuis.slice(0, Math.max(0, depuis.lastIndexOf('/node_modules/'))), nom)
  }

  test('nomme aussi les paquets des autres machines, sans quoi npm ci le refuse', () => {
    const manquants = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((nom) => !resout(path, nom)),
    )
    expect(manquants).toEqual([])
  })

  test('ne nomme aucun dépôt de paquets : celui de la machine sert', () => {
    expect(Object.keys(packages).filter((path) => packages[path]?.resolved)).toEqual([])
  })
})
