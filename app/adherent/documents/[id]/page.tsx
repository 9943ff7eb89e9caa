import { PageDocument } from '@/components/document/page-document'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
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
  const portee = await exigerAdherent()
  const id = documentIdSchema.safeParse((await params).id)
  const document = id.success ? await loadDocument(portee, id.data) : null
  if (document === null) return refuserPage(portee)
  return (
    <PageDocument
      organisme={lireCadre().organisme.nomCourt}
      document={voirDocument(document)}
      papier={await papierDuDocument(document)}
      pdf={`/adherent/documents/${document.id}/telecharger`}
      verification={`/verifier/${document.jetonVerification}`}
      retour={
        document.nature === 'RELEVE_PRESTATIONS'
          ? { href: '/adherent/releves', libelle: 'Revenir à mes relevés' }
          : { href: '/adherent/documents', libelle: 'Revenir à mes documents' }
      }
    />
  )
}
