import type { Metadata } from 'next'
import { MesDocuments } from '@/components/document/mes-documents'
import { TitrePage } from '@/components/ui/titre-page'
import { aujourdhui } from '@/lib/server/clock'
import { exigerAdherent } from '@/lib/server/session'
import { loadAnneesPayees } from '@/lib/services/attestation-cotisations/data'
import { loadContratsDe, loadPageDocuments } from '@/lib/services/document/data'
import { cleDocumentSchema } from '@/lib/services/document/schema'
import { voirDocument } from '@/lib/services/document/view'
import { demanderDocument } from './actions'

export const metadata: Metadata = { title: 'Mes documents' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function DocumentsPage({ searchParams }: Props) {
  const portee = await exigerAdherent()
  const avant = cleDocumentSchema.parse((await searchParams).avant ?? null)
  const [lus, { documents, suite }, annees] = await Promise.all([
    // What may be obtained is on the first page.
    avant === null ? loadContratsDe(portee) : [],
    loadPageDocuments(portee, avant),
    avant === null ? loadAnneesPayees(portee, aujourdhui()) : new Map<string, readonly number[]>(),
  ])
  const contrats = lus.map((c) => ({ ...c, anneesPayees: annees.get(c.id) ?? [] }))
  return (
    <>
      <TitrePage titre="Mes documents">
        <p>Votre carte, vos attestations et nos courriers : à lire ici, à télécharger ou à imprimer.</p>
      </TitrePage>
      <MesDocuments
        contrats={contrats}
        documents={documents.map(voirDocument)}
        suite={suite}
        premiere={avant === null}
        demander={demanderDocument}
      />
    </>
  )
}
