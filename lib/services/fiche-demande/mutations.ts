import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_DEMANDE, PHRASES_TRAITEMENT } from '@/lib/lexique/demandes'
import { instantMetier } from '@/lib/server/clock'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { peutTraiter } from '../demande/access'
import { lockDemande } from '../demande/data'

/**
 * Somebody of the staff opens a demande: the journal keeps who read what. `montres`: the person's messages that the page shows and nobody
 * had read; they are, once who has the demande reads them, and a colleague who looks takes nothing from that.
 */
export const noterLectureDemande = (
  acteur: PorteeGestion,
  id: string,
  montres: readonly string[] = [],
): Promise<void> =>
  ecrire(SYSTEME, async (client) => {
    await journaliser(client, {
      acte: 'DEMANDE_LUE',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'demande',
      objetId: id,
      resultat: 'FAIT',
    })
    if (montres.length === 0) return
    await client.query(
      `UPDATE messages_demande m SET lu_le = $4 FROM demandes d WHERE d.id = m.demande_id AND d.id = $1 AND d.agent_id = $2
        AND m.id = ANY ($3::uuid[]) AND NOT m.de_gestion AND m.lu_le IS NULL`,
      [id, acteur.compteId, montres, instantMetier()],
    )
  })

/** A piece leaves for somebody's screen: the journal says so before its first byte. */
export const noterLecturePiece = (acteur: PorteeGestion, depotId: string, medicale: boolean): Promise<void> =>
  ecrire(acteur, (client) =>
    journaliser(client, {
      acte: 'PIECE_LUE',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'depot',
      objetId: depotId,
      resultat: 'FAIT',
      donnees: { medicale },
    }),
  )

/**
 * Says that a piece speaks of somebody's health: from then on the médecin-conseil alone opens it, and alone may say otherwise.
 * Twice is once. @throws {SaisieRefusee}
 */
export async function classerPiece(
  acteur: PorteeGestion,
  {
    demande: id,
    piece,
    medicale,
  }: { readonly demande: string; readonly piece: string; readonly medicale: boolean },
): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const demande = await lockDemande(client, id)
    if (demande === null || demande.etat === 'BROUILLON' || !peutTraiter(acteur, demande))
      throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.INTROUVABLE })
    if (!medicale && acteur.role !== 'MEDECIN_CONSEIL')
      throw new SaisieRefusee({ champ: '', message: PHRASES_TRAITEMENT.MEDICALE })
    const { rowCount } = await client.query(
      'UPDATE pieces_demande SET medicale = $3 WHERE id = $2 AND demande_id = $1 AND medicale <> $3',
      [id, piece, medicale],
    )
    if (rowCount === 0) return
    await journaliser(client, {
      acte: 'PIECE_CLASSEE',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'demande',
      objetId: id,
      resultat: 'FAIT',
      donnees: { piece, medicale },
    })
  })
}
