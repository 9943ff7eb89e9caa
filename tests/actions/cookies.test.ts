import { expect, test, vi } from 'vitest'
import { cookiesPoses, nouvelleRequete } from '../support/requete'

vi.mock('next/headers', () => import('../support/requete'))
// Before anything reads the environment.
vi.hoisted(() => {
  process.env.PORTAIL_URL = 'https://portail.example'
})

test('derrière https, chaque cookie est __Host-, Secure, sur tout le site et sans domaine', async () => {
  const { retenirEntree, retenirInscription, retenirSession } = await import('@/lib/server/session')
  nouvelleRequete()
  await retenirSession('secret', 'compte')
  await retenirInscription('personne')
  await retenirEntree('secret')
  expect(cookiesPoses()).toHaveLength(4)
  for (const { name, options } of cookiesPoses()) {
    expect(name).toMatch(/^__Host-portail-/)
    expect(options).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', path: '/' })
    expect(options).not.toHaveProperty('domain')
  }
})
