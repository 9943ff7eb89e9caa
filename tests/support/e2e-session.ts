import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { z } from 'zod'
import { ouvrirBaseE2e } from './e2e-base'

const secretsSchema = z.looseObject({
  PORTAIL_SECRET: z.string(),
  PORTAIL_CLES: z.string(),
  PORTAIL_CLE_INDEX: z.string(),
})

/** What the served product seals its cookies with. */
function prendreSesSecrets(): void {
  const secrets: unknown = JSON.parse(
    readFileSync(join(process.env.PORTAIL_E2E_DATA ?? '', 'secrets.json'), 'utf8'),
  )
  const { PORTAIL_SECRET, PORTAIL_CLES, PORTAIL_CLE_INDEX } = secretsSchema.parse(secrets)
  Object.assign(process.env, {
    PORTAIL_SECRET,
    PORTAIL_CLES,
    PORTAIL_CLE_INDEX,
    // Never opened: the session is written by the owner's connection.
    DATABASE_URL: 'postgres://personne@127.0.0.1/aucune',
    PORTAIL_URL: `http://localhost:${process.env.PORTAIL_E2E_PORT}`,
  })
}

const DUREE = 12 * 3600

/**
 * A session of the account, as both steps of the door leave it: the row by the product's own code, its secret sealed in the cookie. A code
 * serves once each thirty seconds, and the tests log the same staff in many times at once; second-facteur.spec.ts goes through the pages.
 */
export async function ouvrirSansPorte(
  /** An e-mail, or the code of a card. */
  identifiant: string,
): Promise<Awaited<ReturnType<BrowserContext['storageState']>>> {
  prendreSesSecrets()
  const { indexCodeAcces } = await import('@/lib/server/identifiant')
  const { sceller } = await import('@/lib/server/jeton-scelle')
  const { ouvrirSession } = await import('@/lib/server/sessions')
  const base = await ouvrirBaseE2e()
  const client = await base.connect()
  try {
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM comptes c WHERE statut = 'ACTIF' AND (email = $1
        OR EXISTS (SELECT FROM codes_acces k WHERE k.personne_id = c.personne_id AND k.code_index = $2))`,
      [identifiant, indexCodeAcces(identifiant)],
    )
    const compteId = rows[0]?.id ?? ''
    const secret = await ouvrirSession(client, compteId, 'Chrome sur Linux', new Date())
    const cookie = async (usage: 'session' | 'appareil', sub: string) => ({
      name: `portail-${usage}`,
      value: await sceller(usage, { sub }, DUREE),
      domain: 'localhost',
      path: '/',
      expires: Math.floor(Date.now() / 1000) + DUREE,
      httpOnly: true,
      secure: false,
      sameSite: 'Lax' as const,
    })
    return { cookies: [await cookie('session', secret), await cookie('appareil', compteId)], origins: [] }
  } finally {
    client.release()
    await base.end()
  }
}

/** A printed list that nobody reads: enough for a page that asks for one of its codes. */
export async function donnerUneListe(email: string): Promise<void> {
  const base = await ouvrirBaseE2e()
  await base.query(
    `INSERT INTO facteurs (compte_id, nature, nom, cree_le, confirme_le, voies)
      SELECT id, 'CODES', 'Liste de codes à imprimer', now(), now(), '{}' FROM comptes WHERE email = $1 ON CONFLICT DO NOTHING`,
    [email],
  )
  await base.end()
}
