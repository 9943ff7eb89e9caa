import { exigerGestion } from '@/lib/server/session'
import { repondreFichier } from '@/lib/server/telechargement'
import { refuserFichier } from '@/lib/server/traces'
import { pieceViseeSchema } from '@/lib/services/corbeille/schema'
import { loadPieceADonner } from '@/lib/services/fiche-demande/data'
import { noterLecturePiece } from '@/lib/services/fiche-demande/mutations'

interface Contexte {
  readonly params: Promise<{ readonly demande: string; readonly piece: string }>
}

/** A piece of a demande, to those who treat it; a medical one, to the médecin-conseil alone. */
export async function GET(requete: Request, { params }: Contexte): Promise<Response> {
  const acteur = await exigerGestion('GESTIONNAIRE', 'COMPTABLE', 'SUPERVISEUR', 'MEDECIN_CONSEIL')
  const visee = pieceViseeSchema.safeParse(await params)
  const piece = visee.success ? await loadPieceADonner(acteur, visee.data.demande, visee.data.piece) : null
  if (piece === null) return refuserFichier(acteur)
  await noterLecturePiece(acteur, piece.depotId, piece.medicale)
  return repondreFichier(requete, piece.fichier, piece.nom)
}
