import { PageDocument } from '@/components/document/page-document'
import { exigerGestion } from '@/lib/server/session'
import { noterLecture, refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadDocument } from '@/lib/services/document/data'
import { documentIdSchema } from '@/lib/services/document/schema'
import { voirDocument } from '@/lib/services/document/view'
import { papierDuDocument } from '@/lib/services/rendu/data'

/** The title is in the page: it names the paper, and « introuvable » has its own. */
export const metadata = { title: null }

export default async function DocumentPage({
  params,
}: {
  readonly params: Promise<{ readonly id: string }>
}) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const id = documentIdSchema.safeParse((await params).id)
  const document = id.success ? await loadDocument(acteur, id.data) : null
  if (document === null) return refuserPage(acteur)
  await noterLecture(acteur, 'DOCUMENT_LU', { objetType: 'document', objetId: document.id })
  return (
    <PageDocument
      organisme={lireCadre().organisme.nomCourt}
      document={voirDocument(document)}
      papier={await papierDuDocument(document)}
      pdf={`/gestion/documents/${document.id}/telecharger`}
      verification={`/verifier/${document.jetonVerification}`}
      retour={{ href: '/gestion/courriers', libelle: 'Écrire un autre courrier' }}
    />
  )
}
