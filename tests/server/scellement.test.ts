import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ContenuAltere, desceller, sceller } from '@/lib/server/scellement'

const cle = randomBytes(32)
const CONTEXTE = 'fichiers:essai'

async function tout(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const morceaux: Uint8Array[] = []
  for await (const morceau of source) morceaux.push(morceau)
  return Buffer.concat(morceaux)
}

/** The same bytes in pieces of any length, as a disk or a socket hands them. */
function couper(octets: Buffer, taille: number): Buffer[] {
  const morceaux: Buffer[] = []
  for (let lu = 0; lu < octets.length; lu += taille) morceaux.push(octets.subarray(lu, lu + taille))
  return morceaux
}

const scelle = (clair: Buffer) => tout(sceller([clair], cle, CONTEXTE))
const ouvrir = (octets: Buffer, contexte = CONTEXTE, avec = cle) => tout(desceller([octets], avec, contexte))

describe('Un contenu scellé', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])(
    'se rouvre à l’identique : %i octets, reçus par morceaux de toute taille',
    async (taille) => {
      const clair = randomBytes(taille)
      for (const morceau of [1_000, 65_536, 70_001]) {
        const chiffre = await tout(sceller(couper(clair, morceau), cle, CONTEXTE))
        const relu = await tout(desceller(couper(chiffre, morceau), cle, CONTEXTE))
        expect(relu.equals(clair)).toBe(true)
      }
    },
  )

  test('ne laisse pas lire son clair et n’est jamais deux fois le même', async () => {
    const clair = Buffer.from('NIR et prothèse'.repeat(100))
    const [un, deux] = await Promise.all([scelle(clair), scelle(clair)])
    expect(un.includes('prothèse')).toBe(false)
    expect(un.equals(deux)).toBe(false)
  })

  test('ne s’ouvre ni avec une autre clé, ni sous un autre nom', async () => {
    const chiffre = await scelle(Buffer.from('bonjour'))
    await expect(ouvrir(chiffre, 'fichiers:autre')).rejects.toThrow(ContenuAltere)
    await expect(ouvrir(chiffre, CONTEXTE, randomBytes(32))).rejects.toThrow(ContenuAltere)
  })

  test('est refusé si un seul octet change, où qu’il soit', async () => {
    const chiffre = await scelle(randomBytes(70_000))
    await fc.assert(
      fc.asyncProperty(fc.nat(chiffre.length - 1), fc.integer({ min: 1, max: 255 }), async (ou, masque) => {
        const altere = Buffer.from(chiffre)
        altere[ou] = (altere[ou] ?? 0) ^ masque
        await expect(ouvrir(altere)).rejects.toThrow(ContenuAltere)
      }),
      { numRuns: 60 },
    )
  })

  test('est refusé s’il est coupé, allongé ou si deux morceaux ont changé de place', async () => {
    const chiffre = await scelle(randomBytes(3 * 65_536))
    const bloc = 65_536 + 16
    const echange = Buffer.concat([
      chiffre.subarray(0, 7),
      chiffre.subarray(7 + bloc, 7 + 2 * bloc),
      chiffre.subarray(7, 7 + bloc),
      chiffre.subarray(7 + 2 * bloc),
    ])
    const coupes = [0, 3, 7, 20, 7 + bloc, 7 + 2 * bloc, chiffre.length - 1].map((fin) =>
      chiffre.subarray(0, fin),
    )
    for (const faux of [echange, Buffer.concat([chiffre, Buffer.alloc(1)]), ...coupes])
      await expect(ouvrir(faux)).rejects.toThrow(ContenuAltere)
  })
})
