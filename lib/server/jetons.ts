import type { UsageJeton } from '@/generated/prisma/enums'
import { empreinte, secretAleatoire } from './chiffrement'
import { type Ecriture, ecrire } from './db'
import { SYSTEME } from './portee'

/** Single-use links. The base keeps a digest; the secret is in the mail only. */
const MINUTE = 60_000
export const DUREES_JETON: Readonly<Record<UsageJeton, number>> = {
  CONFIRMATION_EMAIL: 24 * 60 * MINUTE,
  ACCES_PERDU: 30 * MINUTE,
  PREMIER_ADMINISTRATEUR: 24 * 60 * MINUTE,
  CHANGEMENT_EMAIL: 24 * 60 * MINUTE,
}

export type EtatJeton = 'VALIDE' | 'UTILISE' | 'EXPIRE' | 'INCONNU'

/** A new link; those of the same usage for the same account stop working. `expireLe`: sooner than its usage allows. */
export async function creerJeton(
  client: Ecriture,
  usage: UsageJeton,
  compteId: string | null,
  instant: Date,
  expireLe: Date = new Date(instant.getTime() + DUREES_JETON[usage]),
): Promise<string> {
  await annulerJetons(client, usage, compteId, instant)
  const secret = secretAleatoire()
  await client.query(
    'INSERT INTO jetons (usage, compte_id, empreinte, cree_le, expire_le) VALUES ($1, $2, $3, $4, $5)',
    [usage, compteId, empreinte(secret), instant, expireLe],
  )
  return secret
}

export async function annulerJetons(
  client: Ecriture,
  usage: UsageJeton,
  compteId: string | null,
  instant: Date,
): Promise<void> {
  await client.query(
    'UPDATE jetons SET utilise_le = $3 WHERE usage = $1 AND compte_id IS NOT DISTINCT FROM $2 AND utilise_le IS NULL',
    [usage, compteId, instant],
  )
}

/** Uses the link, once: of two simultaneous uses, one gets null. */
export async function consommerJeton(
  client: Ecriture,
  usage: UsageJeton,
  secret: string,
  instant: Date,
): Promise<{ readonly compteId: string | null } | null> {
  const { rows } = await client.query<{ compteId: string | null }>(
    `UPDATE jetons SET utilise_le = $3 WHERE empreinte = $1 AND usage = $2 AND utilise_le IS NULL AND expire_le > $3
     RETURNING compte_id AS "compteId"`,
    [empreinte(secret), usage, instant],
  )
  return rows[0] ?? null
}

interface Lu {
  readonly compteId: string | null
  readonly expireLe: Date
  readonly utiliseLe: Date | null
}

/** What a link is worth, without using it. */
export async function lireJeton(
  usage: UsageJeton,
  secret: string,
  instant: Date,
): Promise<{ readonly etat: EtatJeton; readonly compteId: string | null }> {
  const lu = await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<Lu>(
      `SELECT compte_id AS "compteId", expire_le AS "expireLe", utilise_le AS "utiliseLe"
       FROM jetons WHERE empreinte = $1 AND usage = $2`,
      [empreinte(secret), usage],
    )
    return rows[0]
  })
  if (lu === undefined) return { etat: 'INCONNU', compteId: null }
  if (lu.utiliseLe !== null) return { etat: 'UTILISE', compteId: lu.compteId }
  return { etat: lu.expireLe <= instant ? 'EXPIRE' : 'VALIDE', compteId: lu.compteId }
}
