import type { NatureFacteur, RoleCompte } from '@/generated/prisma/enums'
import { empreinte } from '@/lib/server/chiffrement'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { SYSTEME } from '@/lib/server/portee'
import { type Moyen, type SecondPas, secondPas } from '../facteur/access'
import { codeDeDemonstration, lireGraine, loadPreuves } from '../facteur/data'
import type { GraineVue } from '../facteur/view'

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

interface EtapeVue extends EntreeLue {
  readonly natures: readonly NatureFacteur[]
  readonly pas: SecondPas
  /** Begun while enrolling. */
  readonly graine: GraineVue | null
  /** Only in a demonstration are codes told. */
  readonly demonstration: boolean
  readonly codeDemonstration: string | null
}

/** What the page of the second step must know. */
export async function loadEntree(secret: string | null, instant: Date): Promise<EtapeVue | null> {
  if (secret === null) return null
  return ecrire(SYSTEME, async (client) => {
    const entree = await tenirEntree(client, secret, instant)
    if (entree === null) return null
    const { compteId } = entree
    const preuves = await loadPreuves(client, compteId)
    const { natures } = preuves
    const pas = secondPas(entree.role, natures, entree.moyen)
    const graine = pas === 'ENROLER' ? await lireGraine(client, compteId) : null
    const codeDemonstration = codeDeDemonstration(preuves, instant)
    const demonstration = env().PORTAIL_DEMO === '1' && entree.role !== 'ADHERENT'
    return { ...entree, natures, pas, graine, demonstration, codeDemonstration }
  })
}
