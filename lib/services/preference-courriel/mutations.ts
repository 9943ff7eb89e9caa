import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import type { PorteeAdherent } from '@/lib/server/portee'
import { NATURES_COURRIEL, type Notifications } from './schema'

/** Writes what changes, dated; the same answers again write nothing, and nothing is ever written over. */
export async function choisirNotifications(acteur: PorteeAdherent, voulues: Notifications): Promise<void> {
  await ecrire(acteur, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('notifications:' || $1, 0))`, [
      acteur.compteId,
    ])
    let ecrites = 0
    for (const nature of NATURES_COURRIEL) {
      const { rowCount } = await client.query(
        `INSERT INTO preferences_courriel (compte_id, nature, rang, voulu)
          SELECT $1, $2::text::"NatureCourriel", coalesce(max(p.rang), 0) + 1, $3 FROM preferences_courriel p
            WHERE p.compte_id = $1 AND p.nature::text = $2
          HAVING coalesce((SELECT d.voulu FROM preferences_courriel d WHERE d.compte_id = $1 AND d.nature::text = $2
            ORDER BY d.rang DESC LIMIT 1), true) <> $3`,
        [acteur.compteId, nature, voulues[nature] === 'OUI'],
      )
      ecrites += rowCount ?? 0
    }
    if (ecrites === 0) return
    await journaliser(client, {
      acte: 'PREFERENCES_CHANGEES',
      compteId: acteur.compteId,
      role: acteur.type,
      objetType: 'compte',
      objetId: acteur.compteId,
      resultat: 'FAIT',
      donnees: { nombre: ecrites },
    })
  })
}
