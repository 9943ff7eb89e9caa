import { randomUUID } from 'node:crypto'
import type { EtapeDemarche } from '@/generated/prisma/enums'
import { chiffrer, empreinte, secretAleatoire } from '@/lib/server/chiffrement'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { DUREE_ABSOLUE } from '@/lib/server/sessions'
import { type Contenus, contexteDemarche } from './data'

const MINUTE = 60_000
const DUREES: Readonly<Record<EtapeDemarche, number>> = {
  ALLER: 10 * MINUTE,
  A_LIER: 30 * MINUTE,
  SORTIE: DUREE_ABSOLUE,
}

interface Depot<E extends EtapeDemarche> {
  readonly etape: E
  readonly fournisseur: string
  readonly contenu: Contenus[E]
}

/** Writes a step and returns the secret that names it, which is nowhere else. */
export async function deposerDemarche<E extends EtapeDemarche>(
  client: Ecriture,
  { etape, fournisseur, contenu }: Depot<E>,
  instant: Date,
): Promise<string> {
  const [id, secret] = [randomUUID(), secretAleatoire()]
  await client.query(
    `INSERT INTO demarches_externes (id, etape, fournisseur, empreinte, contenu, cree_le, expire_le)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id,
      etape,
      fournisseur,
      empreinte(secret),
      chiffrer(JSON.stringify(contenu), contexteDemarche(id)),
      instant,
      new Date(instant.getTime() + DUREES[etape]),
    ],
  )
  return secret
}

/** Erases the steps that nobody took in time. */
export async function purgerDemarches(instant: Date): Promise<void> {
  await ecrire(SYSTEME, (client) =>
    client.query('DELETE FROM demarches_externes WHERE expire_le < $1', [instant]),
  )
}
