import type { Metadata } from 'next'
import { MesCartes } from '@/components/carte/mes-cartes'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { loadMesCartes } from '@/lib/services/carte/data'
import { demanderDocument } from '../documents/actions'

export const metadata: Metadata = { title: 'Ma carte' }

export default async function Page() {
  const cartes = await loadMesCartes(await exigerAdherent())
  return (
    <>
      <TitrePage titre="Ma carte de tiers payant">
        <p>À présenter avec votre carte Vitale : vous n’avancez pas notre part chez qui l’accepte.</p>
      </TitrePage>
      <MesCartes cartes={cartes} demander={demanderDocument} />
    </>
  )
}
