import { exigerAdherent } from '@/lib/server/session'
import { repondreFichier } from '@/lib/server/telechargement'
import { refuserFichier } from '@/lib/server/traces'
import { loadFichierDuDepot } from '@/lib/services/depot/data'
import { depotIdSchema } from '@/lib/services/depot/schema'

interface Contexte {
  readonly params: Promise<{ readonly depot: string }>
}

/** A piece, back to the account that sent it. */
export async function GET(requete: Request, { params }: Contexte): Promise<Response> {
  const acteur = await exigerAdherent()
  const id = depotIdSchema.safeParse((await params).depot)
  const depot = id.success ? await loadFichierDuDepot(acteur, id.data) : null
  return depot === null ? refuserFichier(acteur) : repondreFichier(requete, depot.fichier, depot.nom)
}
