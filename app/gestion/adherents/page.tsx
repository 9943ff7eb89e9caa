import type { Metadata } from 'next'
import { Recherche } from '@/components/dossier/recherche'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { chercher } from './actions'

export const metadata: Metadata = { title: 'Adhérents' }

export default async function AdherentsPage() {
  await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR', 'MEDECIN_CONSEIL')
  return (
    <>
      <TitrePage titre="Adhérents">
        <p>
          Le dossier d’une personne en une page : ses contrats, ses demandes, ses remboursements, ses papiers.
        </p>
      </TitrePage>
      <Recherche action={chercher} />
    </>
  )
}
