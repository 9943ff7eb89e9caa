import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import '@/scripts/start/socket-address.mjs'
import { adresseDe } from '@/lib/server/visite'

test("l'adresse de la prise passe après ce que le client écrit, avant que le serveur ne lise", async () => {
  const vues: unknown[] = []
  const serveur = createServer((requete, reponse) => {
    vues.push(requete.headers['x-forwarded-for'])
    reponse.end()
  })
  serveur.listen(0, '127.0.0.1')
  await once(serveur, 'listening')
  const { port } = serveur.address() as AddressInfo
  try {
    await fetch(`http://127.0.0.1:${port}/`)
    await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-for': '1.2.3.4' } })
  } finally {
    serveur.close()
  }
  expect(vues).toEqual(['127.0.0.1', '1.2.3.4, 127.0.0.1'])
  expect(vues.map((vue) => adresseDe(String(vue), 0))).toEqual(['127.0.0.1', '127.0.0.1'])
})
