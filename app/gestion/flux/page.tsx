import type { Metadata } from 'next'
import { EnvoiFlux } from '@/components/flux/envoi-flux'
import { ListeFlux } from '@/components/flux/liste-flux'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { loadFluxRecus } from '@/lib/services/flux/data'
import { cleSchema } from '@/lib/services/flux/schema'
import { envoyerFlux } from './actions'

export const metadata: Metadata = { title: 'Flux' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const { avant } = await searchParams
  const { flux, suite } = await loadFluxRecus(acteur, cleSchema.parse(avant ?? null))
  return (
    <>
      <TitrePage titre="Flux">
        <p>Les fichiers de décomptes reçus, ce qui en est entré et ce qui a été mis de côté.</p>
      </TitrePage>
      <h2 className="text-xl">Importer un fichier</h2>
      <EnvoiFlux action={envoyerFlux} />
      <h2 className="mt-10 text-xl">Fichiers reçus</h2>
      <ListeFlux flux={flux} suite={suite} />
    </>
  )
}
