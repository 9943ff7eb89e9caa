import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_DEMANDE, PHRASES_TRAITEMENT } from '@/lib/lexique/demandes'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { peutTraiter } from '../demande/access'
import { lockDemande } from '../demande/data'

/** Somebody of the staff opens a demande: the journal keeps who read what. */
export const noterLectureDemande = (acteur: PorteeGestion, id: string): Promise<void> =>
  ecrire(acteur, (client) =>
    journaliser(client, {
      acte: 'DEMANDE_LUE',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'demande',
      objetId: id,
      resultat: 'FAIT',
    }),
  )

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
