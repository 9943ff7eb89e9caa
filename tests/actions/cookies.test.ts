import { NextResponse } from 'next/server'
import { expect, test, vi } from 'vitest'
import { cookiesPoses, nouvelleRequete } from '../support/requete'

vi.mock('next/headers', () => import('../support/requete'))
// Before anything reads the environment.
vi.hoisted(() => {
  process.env.PORTAIL_URL = 'https://portail.example'
})

test('derrière https, chaque cookie est __Host-, Secure, HttpOnly, Lax, sur tout le site, sans domaine et court (S-08)', async () => {
  const { retenirEntree, retenirExterne, retenirInscription, retenirSession, retenirSortie } = await import(
    '@/lib/server/session'
  )
  nouvelleRequete()
  await retenirSession('secret', 'compte')
  await retenirInscription('personne')
  await retenirEntree('secret')
  await retenirExterne('secret')
  await retenirSortie('secret')
  expect(
    cookiesPoses()
      .map(({ name }) => name.replace('__Host-portail-', ''))
      .sort(),
  ).toEqual(['appareil', 'entree', 'externe', 'inscription', 'session', 'sortie'])
  for (const { name, options } of cookiesPoses()) {
    expect(name).toMatch(/^__Host-portail-/)
    expect(options).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', path: '/' })
    expect(options).not.toHaveProperty('domain')
  }
  // As it leaves: written by what Next writes its answers with, then read back.
  const reponse = NextResponse.json({})
  for (const { name, value, options } of cookiesPoses()) reponse.cookies.set(name, value, options)
  const poses = reponse.headers.getSetCookie()
  expect(poses).toHaveLength(6)
  for (const pose of poses) {
    const [paire = '', ...attributs] = pose.split('; ')
    expect(paire).toMatch(/^__Host-portail-[a-z]+=[\w.-]+$/)
    expect(paire.length).toBeLessThanOrEqual(4096)
    expect(attributs.map((a) => a.replace(/^(Expires|Max-Age)=.*/, '$1')).sort()).toEqual(
      ['Expires', 'HttpOnly', 'Max-Age', 'Path=/', 'SameSite=lax', 'Secure'].sort(),
    )
  }
})
