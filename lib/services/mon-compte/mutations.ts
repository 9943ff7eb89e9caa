import { VERSION_CONDITIONS } from '@/lib/lexique/acces'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeAdherent, SYSTEME } from '@/lib/server/portee'

/** The conditions of today, accepted by somebody who had accepted others. Twice is once; the database keeps each answer. */
export async function accepterConditionsDuJour(
  { compteId, type }: PorteeAdherent,
  instant: Date,
): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE comptes SET conditions_version = $2, conditions_acceptees_le = $3
        WHERE id = $1 AND statut = 'ACTIF' AND conditions_version IS DISTINCT FROM $2`,
      [compteId, VERSION_CONDITIONS, instant],
    )
    if (rowCount !== 1) return
    await journaliser(client, {
      acte: 'CONDITIONS_ACCEPTEES',
      compteId,
      role: type,
      objetType: 'compte',
      objetId: compteId,
      resultat: 'FAIT',
    })
  })
}
