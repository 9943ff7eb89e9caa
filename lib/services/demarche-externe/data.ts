import type { EtapeDemarche } from '@/generated/prisma/enums'
import { dechiffrer, empreinte } from '@/lib/server/chiffrement'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { type ALier, type Aller, aLierSchema, allerSchema, type Sortie, sortieSchema } from './schema'

export interface Contenus {
  readonly ALLER: Aller
  readonly A_LIER: ALier
  readonly SORTIE: Sortie
}

const SCHEMAS: { readonly [E in EtapeDemarche]: { parse: (valeur: unknown) => Contenus[E] } } = {
  ALLER: allerSchema,
  A_LIER: aLierSchema,
  SORTIE: sortieSchema,
}

export const contexteDemarche = (id: string): string => `demarches_externes:${id}`

/** A step, opened. */
export interface Demarche<E extends EtapeDemarche> {
  readonly fournisseur: string
  readonly contenu: Contenus[E]
}

interface Ligne {
  readonly id: string
  readonly fournisseur: string
  readonly contenu: Buffer
}

const COLONNES = 'id, fournisseur, contenu'
const CHERCHER = 'demarches_externes WHERE empreinte = $1 AND etape = $2::"EtapeDemarche" AND expire_le > $3'
const REGARDER = `SELECT ${COLONNES} FROM ${CHERCHER}`
const PRENDRE = `DELETE FROM ${CHERCHER} RETURNING ${COLONNES}`

const par =
  (sql: string) =>
  async <E extends EtapeDemarche>(
    client: Ecriture,
    etape: E,
    secret: string,
    instant: Date,
  ): Promise<Demarche<E> | null> => {
    const { rows } = await client.query<Ligne>(sql, [empreinte(secret), etape, instant])
    const ligne = rows[0]
    if (ligne === undefined) return null
    const { id, fournisseur, contenu } = ligne
    const clair: unknown = JSON.parse(dechiffrer(contenu, contexteDemarche(id)))
    return { fournisseur, contenu: SCHEMAS[etape].parse(clair) }
  }

/** The step that this secret names, once: whoever comes second finds nothing. */
export const prendreDemarche = par(PRENDRE)

const regarder = par(REGARDER)

/** The same, left where it is. */
export const regarderDemarche = async <E extends EtapeDemarche>(
  etape: E,
  secret: string | null,
  instant: Date,
): Promise<Demarche<E> | null> =>
  secret === null ? null : ecrire(SYSTEME, (client) => regarder(client, etape, secret, instant))
