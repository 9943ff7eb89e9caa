import type { Metadata } from 'next'
import { MesDocuments } from '@/components/document/mes-documents'
import { TitrePage } from '@/components/ui/titre-page'
import { aujourdhui } from '@/lib/server/clock'
import { exigerAdherent } from '@/lib/server/session'
import { loadAnneesPayees } from '@/lib/services/attestation-cotisations/data'
import { loadContratsDe, loadDocuments } from '@/lib/services/document/data'
import { voirDocument } from '@/lib/services/document/view'
import { demanderDocument } from './actions'

export const metadata: Metadata = { title: 'Mes documents' }

/** More than a member gathers in years; older ones stay in the base. */
const NOMBRE = 100

export default async function DocumentsPage() {
  const portee = await exigerAdherent()
  const [lus, documents, annees] = await Promise.all([
    loadContratsDe(portee),
    loadDocuments(portee, NOMBRE),
    loadAnneesPayees(portee, aujourdhui()),
  ])
  const contrats = lus.map((c) => ({ ...c, anneesPayees: annees.get(c.id) ?? [] }))
  return (
    <>
      <TitrePage titre="Mes documents">
        <p>Votre carte, vos attestations et nos courriers : à lire ici, à télécharger ou à imprimer.</p>
      </TitrePage>
      <MesDocuments contrats={contrats} documents={documents.map(voirDocument)} demander={demanderDocument} />
    </>
  )
}
