import type { Metadata } from 'next'
import { LignesEcartees } from '@/components/flux/lignes-ecartees'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { noterLecture, refuserPage } from '@/lib/server/traces'
import { loadFluxEcartees } from '@/lib/services/flux/data'
import { cleSchema, fluxIdSchema } from '@/lib/services/flux/schema'

export const metadata: Metadata = { title: 'Lignes mises de côté' }

interface Props {
  readonly params: Promise<{ readonly flux: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ params, searchParams }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const id = fluxIdSchema.safeParse((await params).flux)
  const { apres } = await searchParams
  const vu = id.success ? await loadFluxEcartees(acteur, id.data, cleSchema.parse(apres ?? null)) : null
  if (vu === null) return refuserPage(acteur)
  await noterLecture(acteur, 'FLUX_LU', { objetType: 'flux', objetId: vu.flux.id })
  return (
    <>
      <TitrePage titre="Lignes mises de côté">
        <p>
          Fichier {vu.flux.idFichier} ({vu.flux.emetteur}) : ces lignes ne sont pas entrées. Corrigez la
          cause, puis demandez à l’émetteur de les renvoyer dans un nouveau fichier.
        </p>
      </TitrePage>
      <LignesEcartees {...vu} />
    </>
  )
}
