import { describe, expect, test } from 'vitest'
import { adresseDe, appareilDe, connaitre } from '@/lib/server/visite'

test('un appareil retient les derniers comptes qui s’y sont connectés, une fois chacun, et pas sans fin', () => {
  expect(connaitre([], 'a')).toEqual(['a'])
  expect(connaitre(['a'], 'b')).toEqual(['b', 'a'])
  expect(connaitre(['b', 'a'], 'a')).toEqual(['a', 'b'])
  const foule = Array.from({ length: 30 }, (_, i) => `compte-${i}`).reduce<readonly string[]>(connaitre, [])
  expect(foule).toHaveLength(8)
  expect(foule[0]).toBe('compte-29')
  expect(foule).not.toContain('compte-21')
})

describe("l'adresse du visiteur", () => {
  test.each([
    ['sans relais : celle de la prise', '203.0.113.5', 0, '203.0.113.5'],
    ['sans relais : ce que le client écrit ne compte pas', '1.1.1.1, 203.0.113.5', 0, '203.0.113.5'],
    ['un relais : celle qu’il a vue', '198.51.100.7, 10.0.0.1', 1, '198.51.100.7'],
    [
      'un relais : ce que le client écrit ne compte pas',
      '9.9.9.9, 8.8.8.8, 198.51.100.7, 10.0.0.1',
      1,
      '198.51.100.7',
    ],
    ['deux relais', '9.9.9.9, 198.51.100.7, 10.0.0.2, 10.0.0.1', 2, '198.51.100.7'],
    ['moins de relais que prévu', '10.0.0.1', 2, '10.0.0.1'],
    ['une IPv4 dans une IPv6', '::ffff:203.0.113.5', 0, '203.0.113.5'],
    ['une IPv6 compte par /64', '2001:db8:1:2:aaaa::1', 0, '2001:db8:1:2'],
    ['la même, écrite autrement', '2001:0DB8:0001:0002::9', 0, '2001:db8:1:2'],
    ['une IPv6 abrégée', '2001:db8::1', 0, '2001:db8:0:0'],
    ['la boucle locale', '::1', 0, '0:0:0:0'],
    ['rien', null, 0, 'inconnue'],
  ])('%s', (_nom, entete, relais, attendu) => {
    expect(adresseDe(entete, relais)).toBe(attendu)
  })

  test('mille en-têtes inventés font un seul visiteur', () => {
    const vues = Array.from({ length: 1000 }, (_, i) =>
      adresseDe(`10.${i % 256}.${i >> 8}.1, 203.0.113.5`, 0),
    )
    expect(new Set(vues).size).toBe(1)
  })
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge sur Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox sur Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari sur iPhone ou iPad',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
    'Chrome sur Android',
  ],
  ['<script>alert(1)</script>', 'Navigateur inconnu'],
  [null, 'Navigateur inconnu'],
])('%s est « %s »', (agent, attendu) => {
  expect(appareilDe(agent)).toBe(attendu)
})
