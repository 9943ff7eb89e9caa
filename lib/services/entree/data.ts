import type { RoleCompte } from '@/generated/prisma/enums'
import { empreinte } from '@/lib/server/chiffrement'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import type { Moyen } from '../facteur/access'
import { loadNatures } from '../facteur/data'

/** A first proof that waits for the second. */
export interface EntreeLue {
  readonly id: string
  readonly compteId: string
  readonly role: RoleCompte
  readonly moyen: Moyen
}

/** The step that this secret names, held until the end of the transaction; null when it is over, or its account closed. */
export async function tenirEntree(
  client: Ecriture,
  secret: string,
  instant: Date,
): Promise<EntreeLue | null> {
  const { rows } = await client.query<EntreeLue>(
    `SELECT e.id, e.compte_id AS "compteId", c.role, e.moyen FROM entrees_en_attente e JOIN comptes c ON c.id = e.compte_id
      WHERE e.empreinte = $1 AND e.finie_le IS NULL AND e.expire_le > $2 AND c.statut = 'ACTIF' FOR UPDATE OF e`,
    [empreinte(secret), instant],
  )
  return rows[0] ?? null
}

/** What the page of the second step must know. */
export async function loadEntree(secret: string | null, instant: Date) {
  if (secret === null) return null
  return ecrire(SYSTEME, async (client) => {
    const entree = await tenirEntree(client, secret, instant)
    return entree === null ? null : { ...entree, natures: await loadNatures(client, entree.compteId) }
  })
}
