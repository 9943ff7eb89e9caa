import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import configuration from '@/next.config'

const verrou = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        integrity: z.string().optional(),
        optional: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8'))).packages

/** Every installed copy of a package, nested ones included. */
const versions = (nom: string): string[] =>
  Object.entries(verrou)
    .filter(([chemin]) => chemin === `node_modules/${nom}` || chemin.endsWith(`/node_modules/${nom}`))
    .map(([, { version }]) => version ?? '')

function auMoins(version: string, plancher: string): boolean {
  const [a, b] = [version, plancher].map((v) => v.split('-')[0]?.split('.').map(Number) ?? [])
  for (let i = 0; i < 3; i += 1) {
    const ecart = (a?.[i] ?? 0) - (b?.[i] ?? 0)
    if (ecart !== 0) return ecart > 0
  }
  return true
}

describe('les planchers de version, lus dans le verrou', () => {
  test.each([
    // Image optimizer RCE (08/2026) and the proxy bypasses before it.
    ['next', '16.3.3'],
    // Flight deserialisation (12/2025).
    ['react', '19.2.1'],
    ['react-dom', '19.2.1'],
    // Homoglyph « @ » before normalisation.
    ['next-auth', '4.24.15'],
    // Quoted local parts.
    ['nodemailer', '7.0.7'],
  ])('%s ≥ %s, pour chaque copie installée', (nom, plancher) => {
    const installees = versions(nom)
    expect(installees.length).toBeGreaterThan(0)
    expect(installees.filter((version) => !auMoins(version, plancher))).toEqual([])
  })

  test('les trois paquets de Prisma vont ensemble', () => {
    const [client, ...autres] = ['@prisma/client', '@prisma/adapter-pg', 'prisma'].flatMap(versions)
    expect(autres).toEqual([client, client])
  })

  test('chaque paquet porte son empreinte, sauf les variantes d’autres machines', () => {
    const sans = Object.entries(verrou).filter(
      ([chemin, p]) => chemin !== '' && p.optional !== true && p.integrity === undefined,
    )
    expect(sans.map(([chemin]) => chemin)).toEqual([])
  })

  test("l'optimiseur d'images est éteint et le serveur tait son nom", () => {
    expect(configuration.images?.unoptimized).toBe(true)
    expect(configuration.poweredByHeader).toBe(false)
  })

  test.each([
    ['16.4.6', '16.3.3', true],
    ['16.3.3', '16.3.3', true],
    ['16.3.2', '16.3.3', false],
    ['4.24.14', '4.24.15', false],
    ['10.6.0', '7.0.7', true],
  ])('%s atteint %s : %s', (version, plancher, attendu) => {
    expect(auMoins(version, plancher)).toBe(attendu)
  })
})
