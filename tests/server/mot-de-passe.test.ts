import { describe, expect, test, vi } from 'vitest'
import { aRehacher, hacher, verifierMotDePasse } from '@/lib/server/mot-de-passe'

/** Calls of the real library, and how many run at once: each holds 64 MiB. */
const travaux = vi.hoisted(() => ({ verifications: 0, enCours: 0, ensemble: 0, hachages: new Set<string>() }))
vi.mock('@node-rs/argon2', async (original) => {
  const vrai = await original<typeof import('@node-rs/argon2')>()
  const compter = async <T>(agir: () => Promise<T>): Promise<T> => {
    travaux.enCours += 1
    travaux.ensemble = Math.max(travaux.ensemble, travaux.enCours)
    try {
      return await agir()
    } finally {
      travaux.enCours -= 1
    }
  }
  return {
    ...vrai,
    hash: (...args: Parameters<typeof vrai.hash>) => compter(() => vrai.hash(...args)),
    verify: (...args: Parameters<typeof vrai.verify>) => {
      travaux.verifications += 1
      travaux.hachages.add(String(args[0]))
      return compter(() => vrai.verify(...args))
    },
  }
})

describe('le hachage des mots de passe (S-10)', () => {
  test('argon2id, 64 Mio, trois passes, une voie : écrits dans chaque hachage', async () => {
    const hache = await hacher('girafe lampe ciment vague')
    expect(hache).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect(aRehacher(hache)).toBe(false)
    expect(await hacher('girafe lampe ciment vague')).not.toBe(hache)
  })

  test.each([
    [
      'moins de mémoire',
      '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo',
    ],
    [
      'moins de passes',
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo',
    ],
    ['argon2i', '$argon2i$v=19$m=65536,t=3,p=1$c29tZXNhbHRzb21lc2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo'],
  ])('un hachage fait avec %s est à refaire', (_nom, hache) => {
    expect(aRehacher(hache)).toBe(true)
  })

  test('cent connexions en même temps : quatre vérifications à la fois au plus, et toutes se font', async () => {
    const hache = await hacher('girafe lampe ciment vague')
    Object.assign(travaux, { verifications: 0, ensemble: 0 })
    const issues = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        verifierMotDePasse(hache, i % 10 === 0 ? 'girafe lampe ciment vague' : `faux ${i}`),
      ),
    )
    expect(issues.filter((juste) => juste)).toHaveLength(10)
    expect([travaux.verifications, travaux.ensemble]).toEqual([100, 4])
  })

  test('sans compte, une vérification est faite tout de même, sur un leurre toujours le même (S-14)', async () => {
    Object.assign(travaux, { verifications: 0 })
    travaux.hachages.clear()
    expect(await verifierMotDePasse(null, 'girafe lampe ciment vague')).toBe(false)
    expect(await verifierMotDePasse(null, '')).toBe(false)
    expect(travaux.verifications).toBe(2)
    expect(travaux.hachages.size).toBe(1)
    expect([...travaux.hachages][0]).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  })

  test('les octets exacts comptent : ni casse, ni espace, ni accent n’est changé', async () => {
    const hache = await hacher(' Été à Brest ')
    for (const autre of ['Été à Brest', ' été à Brest ', ' Ete a Brest ', ' E\u0301te\u0301 a\u0300 Brest '])
      expect(await verifierMotDePasse(hache, autre)).toBe(false)
    expect(await verifierMotDePasse(hache, ' Été à Brest ')).toBe(true)
  })
})
