import { exigerAdherent } from '@/lib/server/session'
import { repondreFichier } from '@/lib/server/telechargement'
import { refuserFichier } from '@/lib/server/traces'
import { loadDocument } from '@/lib/services/document/data'
import { documentIdSchema } from '@/lib/services/document/schema'
import { nomFichierDocument } from '@/lib/services/document/view'
import { fichierDuDocument } from '@/lib/services/rendu/mutations'

interface Contexte {
  readonly params: Promise<{ readonly id: string }>
}

/** The paper as a file, made at the first request. */
export async function GET(requete: Request, { params }: Contexte): Promise<Response> {
  const portee = await exigerAdherent()
  const id = documentIdSchema.safeParse((await params).id)
  const document = id.success ? await loadDocument(portee, id.data) : null
  if (document === null) return refuserFichier(portee)
  return repondreFichier(requete, await fichierDuDocument(portee, document), nomFichierDocument(document))
}
