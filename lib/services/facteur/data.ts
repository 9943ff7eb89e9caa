import { Secret, TOTP } from 'otpauth'
import type { NatureFacteur } from '@/generated/prisma/enums'
import { dechiffrer } from '@/lib/server/chiffrement'
import { type Ecriture, lire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { organisme } from '@/lib/server/organisme'
import { SYSTEME } from '@/lib/server/portee'
import type { FacteurLu, GraineVue } from './view'

/** What the seed of an application is sealed for. */
export const contexteGraine = (facteurId: string): string => `facteurs:${facteurId}`

/** Kinds of factor that an account has proven and kept. */
export async function loadNatures(client: Ecriture, compteId: string): Promise<readonly NatureFacteur[]> {
  const { rows } = await client.query<{ nature: NatureFacteur }>(
    'SELECT nature FROM facteurs WHERE compte_id = $1 AND confirme_le IS NOT NULL AND retire_le IS NULL',
    [compteId],
  )
  return rows.map(({ nature }) => nature)
}

/** The factors of an account, begun ones too, the oldest first. */
export async function loadFacteurs(compteId: string): Promise<readonly FacteurLu[]> {
  return lire(SYSTEME, async (tx) => {
    const lus = await tx.facteur.findMany({
      where: { compteId, retireLe: null },
      orderBy: [{ creeLe: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        nature: true,
        nom: true,
        creeLe: true,
        confirmeLe: true,
        dernierUsageLe: true,
        _count: { select: { codes: { where: { utiliseLe: null } } } },
      },
    })
    return lus.map(({ _count, ...facteur }) => ({ ...facteur, codesRestants: _count.codes }))
  })
}

export const PAS_MS = 30_000

const totpDe = (graine: Secret, etiquette = ''): TOTP =>
  new TOTP({
    issuer: organisme().nomCourt,
    label: etiquette,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    secret: graine,
  })

export interface Graine {
  readonly id: string
  readonly graineChiffree: Buffer
  readonly dernierPas: number | null
}

/** The programme that computes the codes of a seed. */
export const ouvrirGraine = ({ id, graineChiffree }: Graine): TOTP =>
  totpDe(Secret.fromBase32(dechiffrer(graineChiffree, contexteGraine(id))))

export const CHAMPS_GRAINE = 'id, graine_chiffree AS "graineChiffree", dernier_pas AS "dernierPas"'

/** What the page shows of a seed that was begun and not proven; null when there is none. */
export async function lireGraine(client: Ecriture, compteId: string): Promise<GraineVue | null> {
  const { rows } = await client.query<Graine & { readonly email: string }>(
    `SELECT f.id, f.graine_chiffree AS "graineChiffree", NULL AS "dernierPas", c.email FROM facteurs f JOIN comptes c ON c.id = f.compte_id
      WHERE f.compte_id = $1 AND f.nature = 'TOTP' AND f.confirme_le IS NULL AND f.retire_le IS NULL`,
    [compteId],
  )
  const [lue] = rows
  if (lue === undefined) return null
  const secret = Secret.fromBase32(dechiffrer(lue.graineChiffree, contexteGraine(lue.id)))
  return {
    facteurId: lue.id,
    uri: totpDe(secret, lue.email).toString(),
    cle: secret.base32.replace(/(.{4})(?=.)/g, '$1 '),
  }
}

/**
 * The code of the moment of a seed that the demonstration made, the next one when it has served; null outside the demonstration, for any
 * other seed, and when both have served.
 */
export async function codeDeDemonstration(
  client: Ecriture,
  compteId: string,
  instant: Date,
): Promise<string | null> {
  if (env().PORTAIL_DEMO !== '1') return null
  const { rows } = await client.query<Graine>(
    `SELECT ${CHAMPS_GRAINE} FROM facteurs WHERE compte_id = $1 AND demonstration AND confirme_le IS NOT NULL AND retire_le IS NULL LIMIT 1`,
    [compteId],
  )
  const [graine] = rows
  if (graine === undefined) return null
  const present = Math.floor(instant.getTime() / PAS_MS)
  const pas = Math.max(present, (graine.dernierPas ?? 0) + 1)
  return pas > present + 1 ? null : ouvrirGraine(graine).generate({ timestamp: pas * PAS_MS })
}
