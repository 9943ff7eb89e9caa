import { Secret, TOTP } from 'otpauth'
import type { NatureFacteur } from '@/generated/prisma/enums'
import { dechiffrer } from '@/lib/server/chiffrement'
import { type Ecriture, lire, parLecture } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { organisme } from '@/lib/server/organisme'
import { SYSTEME } from '@/lib/server/portee'
import type { FacteurLu, GraineVue } from './view'

/** What the seed of an application is sealed for. */
export const contexteGraine = (facteurId: string): string => `facteurs:${facteurId}`

/** What an account has proven and kept. */
export interface Preuves {
  readonly natures: readonly NatureFacteur[]
  /** The one that the demonstration made; null outside the demonstration. */
  readonly graineDemonstration: Graine | null
}

export async function loadPreuves(client: Ecriture, compteId: string): Promise<Preuves> {
  const { rows } = await client.query<Graine & { nature: NatureFacteur; demonstration: boolean }>(
    `SELECT nature, demonstration, ${CHAMPS_GRAINE} FROM facteurs
      WHERE compte_id = $1 AND confirme_le IS NOT NULL AND retire_le IS NULL ORDER BY cree_le, id`,
    [compteId],
  )
  return {
    natures: rows.map(({ nature }) => nature),
    graineDemonstration:
      env().PORTAIL_DEMO === '1' ? (rows.find(({ demonstration }) => demonstration) ?? null) : null,
  }
}

/** Kinds of factor that an account has proven and kept. */
export const loadNatures = async (client: Ecriture, compteId: string): Promise<readonly NatureFacteur[]> =>
  (await loadPreuves(client, compteId)).natures

/** The factors of an account, begun ones too, the oldest first. */
export async function loadFacteurs(compteId: string): Promise<readonly FacteurLu[]> {
  return lire(SYSTEME, (tx) =>
    parLecture(tx)<FacteurLu>(
      `SELECT f.id::text, f.nature::text, f.nom, f.cree_le AS "creeLe", f.confirme_le AS "confirmeLe", f.dernier_usage_le AS "dernierUsageLe",
          (SELECT count(*)::int FROM codes_secours s WHERE s.facteur_id = f.id AND s.utilise_le IS NULL) AS "codesRestants"
        FROM facteurs f WHERE f.compte_id = $1::uuid AND f.retire_le IS NULL ORDER BY f.cree_le, f.id`,
      [compteId],
    ),
  )
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

/** The code of the moment of a seed that the demonstration made, the next one when it has served; null when both have served. */
export function codeDeDemonstration({ graineDemonstration: graine }: Preuves, instant: Date): string | null {
  if (graine === null) return null
  const present = Math.floor(instant.getTime() / PAS_MS)
  const pas = Math.max(present, (graine.dernierPas ?? 0) + 1)
  return pas > present + 1 ? null : ouvrirGraine(graine).generate({ timestamp: pas * PAS_MS })
}
