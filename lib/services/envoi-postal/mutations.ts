import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_ENVOI_POSTAL } from '@/lib/lexique/envoi-postal'
import { aujourdhui } from '@/lib/server/clock'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { peutEcrireCourrier } from '../document/access'
import type { Poste } from './schema'

/**
 * Notes that papers left by post on a day, and who says so. Said twice, the first day stays. Returns how many were noted.
 * @throws {SaisieRefusee}
 */
export async function noterPostes(acteur: PorteeGestion, { document: ids, le }: Poste): Promise<number> {
  if (!peutEcrireCourrier(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_ENVOI_POSTAL.ROLE })
  if (le > aujourdhui()) throw new SaisieRefusee({ champ: 'le', message: PHRASES_ENVOI_POSTAL.FUTUR })
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ id: string; tot: boolean }>(
      `SELECT id, emis_le > $2::date AS tot FROM documents WHERE id = ANY ($1::uuid[]) AND support = 'PAPIER' AND poste_le IS NULL
        AND nature <> 'RELEVE_PRESTATIONS' ORDER BY id FOR UPDATE`,
      [ids, le],
    )
    if (rows.some(({ tot }) => tot))
      throw new SaisieRefusee({ champ: 'le', message: PHRASES_ENVOI_POSTAL.AVANT })
    const partis = rows.map(({ id }) => id)
    await client.query('UPDATE documents SET poste_le = $2, poste_par_id = $3 WHERE id = ANY ($1::uuid[])', [
      partis,
      le,
      acteur.compteId,
    ])
    for (const id of partis)
      await journaliser(client, {
        acte: 'DOCUMENT_POSTE',
        compteId: acteur.compteId,
        role: acteur.role,
        objetType: 'document',
        objetId: id,
        resultat: 'FAIT',
        donnees: { le },
      })
    return partis.length
  })
}
