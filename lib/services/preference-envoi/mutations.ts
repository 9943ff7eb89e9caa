import { VERSION_ENVOI } from '@/lib/lexique/preferences-envoi'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import type { PorteeAdherent } from '@/lib/server/portee'
import { NATURES_ENVOI, type Preferences } from './schema'

/** Writes what changes, dated; the same answers again write nothing. Revocable: the last answer is the one that counts. */
export async function choisirPreferences(acteur: PorteeAdherent, voulues: Preferences): Promise<void> {
  await ecrire(acteur, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('preferences:' || $1, 0))`, [
      acteur.personneId,
    ])
    let ecrites = 0
    for (const nature of NATURES_ENVOI) {
      const { rowCount } = await client.query(
        `INSERT INTO preferences_envoi (personne_id, compte_id, nature, rang, support, texte_version)
          SELECT $1, $2, $3::text::"NatureEnvoi", coalesce(max(e.rang), 0) + 1, $4::text::"SupportEnvoi", $5 FROM preferences_envoi e
            WHERE e.personne_id = $1 AND e.nature::text = $3
          HAVING (SELECT d.support::text FROM preferences_envoi d WHERE d.personne_id = $1 AND d.nature::text = $3
            ORDER BY d.rang DESC LIMIT 1) IS DISTINCT FROM $4`,
        [acteur.personneId, acteur.compteId, nature, voulues[nature], VERSION_ENVOI],
      )
      ecrites += rowCount ?? 0
    }
    if (ecrites === 0) return
    await journaliser(client, {
      acte: 'PREFERENCES_CHANGEES',
      compteId: acteur.compteId,
      role: acteur.type,
      objetType: 'personne',
      objetId: acteur.personneId,
      resultat: 'FAIT',
      donnees: { nombre: ecrites },
    })
  })
}
