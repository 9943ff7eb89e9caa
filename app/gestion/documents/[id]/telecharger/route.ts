import { exigerGestion } from '@/lib/server/session'
import { repondreFichier } from '@/lib/server/telechargement'
import { noterLecture, refuserFichier } from '@/lib/server/traces'
import { loadDocument } from '@/lib/services/document/data'
import { documentIdSchema } from '@/lib/services/document/schema'
import { nomFichierDocument } from '@/lib/services/document/view'
import { fichierDuDocument } from '@/lib/services/rendu/mutations'

interface Contexte {
  readonly params: Promise<{ readonly id: string }>
}

/** A member's paper, to those of the staff who answer for it. */
export async function GET(requete: Request, { params }: Contexte): Promise<Response> {
  const portee = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const id = documentIdSchema.safeParse((await params).id)
  const document = id.success ? await loadDocument(portee, id.data) : null
  if (document === null) return refuserFichier(portee)
  await noterLecture(portee, 'DOCUMENT_TELECHARGE', { objetType: 'document', objetId: document.id })
  return repondreFichier(requete, await fichierDuDocument(portee, document), nomFichierDocument(document))
}
