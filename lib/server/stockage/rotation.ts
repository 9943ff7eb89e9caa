import { chiffrer, cleDe, clePremiere, dechiffrer } from '../chiffrement'
import { ecrire } from '../db'
import { journaliser } from '../journal'
import { log } from '../log'
import { SYSTEME } from '../portee'
import { contexteFichier } from './fichiers'

const LOT = 200
const PREMIER = '00000000-0000-0000-0000-000000000000'

export interface RapportRotation {
  readonly renouvelees: number
  /** Ids whose key no key of the ring opens: their content is lost unless the ring gets it back. */
  readonly fermees: readonly string[]
}

interface CleLue {
  readonly id: string
  readonly cleScellee: Buffer
}

/**
 * Seals again, under the first key of the ring, every file's key that another one seals; the bytes do not move. After it an old key may
 * leave the ring, as far as files go. Cut anywhere, the next run does the rest.
 */
export async function renouvelerCles(): Promise<RapportRotation> {
  let renouvelees = 0
  const fermees: string[] = []
  for (let apres = PREMIER; ; ) {
    const lot = await ecrire(SYSTEME, async (client) => {
      const { rows } = await client.query<CleLue>(
        `SELECT id, cle_scellee AS "cleScellee" FROM fichiers
          WHERE efface_le IS NULL AND id > $1 ORDER BY id LIMIT ${LOT} FOR UPDATE`,
        [apres],
      )
      const anciennes = rows.filter(({ cleScellee }) => cleDe(cleScellee) !== clePremiere())
      const neuves = anciennes.map(resceller)
      const ouvertes = neuves.filter((neuve) => neuve.cle !== null)
      await client.query(
        `UPDATE fichiers f SET cle_scellee = n.cle FROM unnest($1::uuid[], $2::bytea[]) AS n (id, cle) WHERE f.id = n.id`,
        [ouvertes.map(({ id }) => id), ouvertes.map(({ cle }) => cle)],
      )
      return { dernier: rows.at(-1)?.id, neuves, ouvertes: ouvertes.length, complet: rows.length === LOT }
    })
    renouvelees += lot.ouvertes
    fermees.push(...lot.neuves.filter(({ cle }) => cle === null).map(({ id }) => id))
    if (lot.dernier === undefined || !lot.complet) break
    apres = lot.dernier
  }
  await noter(renouvelees, fermees)
  return { renouvelees, fermees }
}

function resceller({ id, cleScellee }: CleLue): { id: string; cle: Buffer | null } {
  const contexte = contexteFichier(id)
  try {
    return { id, cle: chiffrer(dechiffrer(cleScellee, contexte), contexte) }
  } catch {
    return { id, cle: null }
  }
}

async function noter(renouvelees: number, fermees: readonly string[]): Promise<void> {
  for (const fichier of fermees) log.error({ evenement: 'cle-de-fichier-fermee', fichier })
  await ecrire(SYSTEME, (client) =>
    journaliser(client, {
      acte: 'CLES_RENOUVELEES',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'magasin',
      objetId: null,
      resultat: 'FAIT',
      donnees: { renouvelees, fermees: fermees.length },
    }),
  )
}
