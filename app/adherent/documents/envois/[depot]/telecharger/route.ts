import { exigerAdherent } from '@/lib/server/session'
import { repondreFichier, repondreIntrouvable } from '@/lib/server/telechargement'
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
  return depot === null ? repondreIntrouvable() : repondreFichier(requete, depot.fichier, depot.nom)
}
