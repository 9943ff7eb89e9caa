import { exigerGestion } from '@/lib/server/session'
import { repondreFichier } from '@/lib/server/telechargement'
import { refuserFichier } from '@/lib/server/traces'
import { loadFichierDuDepot } from '@/lib/services/depot/data'
import { noterLectureDepot } from '@/lib/services/depot/mutations'
import { depotIdSchema } from '@/lib/services/depot/schema'

interface Contexte {
  readonly params: Promise<{ readonly depot: string }>
}

/** A member's piece, to those who handle it. */
export async function GET(requete: Request, { params }: Contexte): Promise<Response> {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR')
  const id = depotIdSchema.safeParse((await params).depot)
  const depot = id.success ? await loadFichierDuDepot(acteur, id.data) : null
  if (depot === null || !id.success) return refuserFichier(acteur)
  await noterLectureDepot(acteur, id.data)
  return repondreFichier(requete, depot.fichier, depot.nom)
}
