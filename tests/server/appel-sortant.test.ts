import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { adressePrivee, appelSortant } from '@/lib/server/appel-sortant'

let visites = 0
const serveur = createServer((_requete, reponse) => {
  visites += 1
  reponse.writeHead(200, { 'content-type': 'text/plain' }).end('bonjour')
})
await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
const { port } = serveur.address() as AddressInfo

beforeEach(() => {
  visites = 0
})
afterAll(() => new Promise((fini) => serveur.close(fini)))

const appeler = (adresse: string, reseauPrive = false, hotes = [new URL(adresse).host]) =>
  appelSortant({ hotes: new Set(hotes), reseauPrive })(adresse, { method: 'GET', headers: {} })

describe('S-48 : ce qui sort du portail', () => {
  test('un hôte configuré répond', async () => {
    expect(await (await appeler(`http://127.0.0.1:${port}/`, true)).text()).toBe('bonjour')
    expect(visites).toBe(1)
  })

  test.each([
    ['un autre port', `http://127.0.0.1:${port}/`, [`127.0.0.1:${port + 1}`]],
    ['un autre nom', `http://127.0.0.1:${port}/`, ['fournisseur.exemple']],
    ['un nom qui commence pareil', `http://localhost:${port}/`, [`localhost:${port}.exemple`]],
  ])('S-48 : %s que celui de la configuration n’est pas appelé', async (_titre, adresse, hotes) => {
    await expect(appeler(adresse, true, hotes)).rejects.toThrow('hôte non configuré')
    expect(visites).toBe(0)
  })

  // The same host, written in every way that a URL lets one write it, and by a name that leads there.
  test.each([
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '017700000001',
    '[::ffff:127.0.0.1]',
    '[::1]',
    '0.0.0.0',
    'localhost',
  ])('S-48 : http://%s, même configuré, n’est pas appelé sur le réseau privé', async (hote) => {
    await expect(appeler(`http://${hote}:${port}/`)).rejects.toThrow(/adresse privée/)
    expect(visites).toBe(0)
  })

  test.each(['file:///etc/passwd', 'ftp://fournisseur.exemple/', 'data:text/plain,a'])(
    'S-48 : %s n’est pas une adresse à appeler',
    async (adresse) => {
      await expect(appeler(adresse, true)).rejects.toThrow('protocole')
    },
  )

  test.each([
    ['10.1.2.3', true],
    ['100.64.0.1', true],
    ['169.254.169.254', true],
    ['172.31.255.255', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['198.51.100.7', false],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['8.8.8.8', false],
    ['::', true],
    ['::ffff:10.0.0.1', true],
    ['64:ff9b::a00:1', true],
    ['2002:a00:1::', true],
    ['fd00::1', true],
    ['fe80::1', true],
    ['2001:4860:4860::8888', false],
  ])('S-48 : %s est privée : %s', (adresse, privee) => {
    expect(adressePrivee(adresse)).toBe(privee)
  })
})
