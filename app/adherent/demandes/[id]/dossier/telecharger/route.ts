import { exigerAdherent } from '@/lib/server/session'
import { repondreArchive } from '@/lib/server/telechargement'
import { refuserFichier } from '@/lib/server/traces'
import { demandeIdSchema } from '@/lib/services/demande/schema'
import { exporterDossier } from '@/lib/services/dossier-demande/mutations'

interface Contexte {
  readonly params: Promise<{ readonly id: string }>
}

/** A demande whole, for its author: for the mediator, or to keep. */
export async function GET(requete: Request, { params }: Contexte): Promise<Response> {
  const acteur = await exigerAdherent()
  const id = demandeIdSchema.safeParse((await params).id)
  const archive = id.success ? await exporterDossier(acteur, id.data) : null
  return archive === null ? refuserFichier(acteur) : repondreArchive(requete, archive.octets, archive.nom)
}
