import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'

const CLE_A = Buffer.alloc(32, 1).toString('base64')
const CLE_B = Buffer.alloc(32, 2).toString('base64')

/** A fresh copy of the module under another key ring: the environment is parsed once per copy. */
async function avecCles(cles: string) {
  vi.resetModules()
  vi.stubEnv('DATABASE_URL', 'postgresql://x@127.0.0.1/x')
  vi.stubEnv('PORTAIL_URL', 'http://localhost:3000')
  vi.stubEnv('PORTAIL_SECRET', 'secret-de-test-secret-de-test-secret')
  vi.stubEnv('PORTAIL_CLES', cles)
  vi.stubEnv('PORTAIL_CLE_INDEX', CLE_A)
  return import('@/lib/server/chiffrement')
}

describe('le chiffrement au repos', () => {
  let c: Awaited<ReturnType<typeof avecCles>>
  beforeAll(async () => {
    c = await avecCles(`a:${CLE_A}`)
  })

  test('ce qui est chiffré se relit, et deux chiffrements diffèrent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (clair) => {
        const un = c.chiffrer(clair, 'immatriculations:1')
        const deux = c.chiffrer(clair, 'immatriculations:1')
        expect(c.dechiffrer(un, 'immatriculations:1')).toBe(clair)
        expect(un.equals(deux)).toBe(false)
      }),
      { numRuns: 50 },
    )
  })

  test("un octet changé, où qu'il soit, est refusé (S-63)", () => {
    const scelle = c.chiffrer('1850799999999', 'immatriculations:1')
    for (let i = 0; i < scelle.length; i += 1) {
      const altere = Buffer.from(scelle)
      altere[i] = (altere[i] ?? 0) ^ 1
      expect(() => c.dechiffrer(altere, 'immatriculations:1'), `octet ${i}`).toThrow()
    }
  })

  test("une valeur portée sur une autre ligne ne s'ouvre pas (S-63)", () => {
    const scelle = c.chiffrer('1850799999999', 'immatriculations:1')
    expect(() => c.dechiffrer(scelle, 'immatriculations:2')).toThrow()
  })

  test("après rotation, l'ancienne clé lit encore et la nouvelle écrit", async () => {
    const ancien = c.chiffrer('avant', 'x:1')
    const apres = await avecCles(`b:${CLE_B},a:${CLE_A}`)
    expect(apres.dechiffrer(ancien, 'x:1')).toBe('avant')
    const seule = await avecCles(`b:${CLE_B}`)
    expect(seule.dechiffrer(apres.chiffrer('après', 'x:1'), 'x:1')).toBe('après')
    expect(() => seule.dechiffrer(ancien, 'x:1')).toThrow('clé de chiffrement inconnue : a')
  })

  test("l'index aveugle est stable, distingue les usages, et ne montre pas la valeur", () => {
    const index = c.indexAveugle('nir', '1850799999999')
    expect(index).toHaveLength(32)
    expect(c.indexAveugle('nir', '1850799999999').equals(index)).toBe(true)
    expect(c.indexAveugle('code', '1850799999999').equals(index)).toBe(false)
    expect(index.toString('latin1')).not.toContain('1850799999999')
  })

  test('dix mille secrets aléatoires sont tous distincts et longs de 256 bits (S-15)', () => {
    const secrets = new Set(Array.from({ length: 10_000 }, () => c.secretAleatoire()))
    expect(secrets.size).toBe(10_000)
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  })
})
