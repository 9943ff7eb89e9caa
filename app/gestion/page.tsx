import type { Metadata } from 'next'
import Link from 'next/link'
import { ListeFlux } from '@/components/flux/liste-flux'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion, sessionCourante } from '@/lib/server/session'
import { peutImporterFlux } from '@/lib/services/flux/access'
import { loadFluxRecus } from '@/lib/services/flux/data'
import { peutSuivreCotisations } from '@/lib/services/suivi-cotisations/access'
import { peutSaisirTarif } from '@/lib/services/tarif/access'

export const metadata: Metadata = { title: 'Gestion' }

const DERNIERS = 3

export default async function GestionPage() {
  const acteur = await exigerGestion()
  const session = await sessionCourante()
  const titre = `Bonjour ${session?.nomAffiche ?? ''}`
  const suivi = (
    <>
      {peutSuivreCotisations(acteur) ? (
        <p className="mt-4">
          <Link href="/gestion/cotisations">Cotisations et impayés</Link>
        </p>
      ) : null}
      {peutSaisirTarif(acteur) ? (
        <p className="mt-4">
          <Link href="/gestion/tarifs">Tarifs</Link>
        </p>
      ) : null}
    </>
  )
  if (!peutImporterFlux(acteur)) {
    return (
      <TitrePage titre={titre}>
        <p>Vous êtes dans l’espace de gestion.</p>
        {suivi}
      </TitrePage>
    )
  }
  const { flux } = await loadFluxRecus(acteur, null)
  return (
    <>
      <TitrePage titre={titre}>
        <p>Les derniers fichiers de décomptes reçus, et ce qui demande votre attention.</p>
      </TitrePage>
      <ListeFlux flux={flux.slice(0, DERNIERS)} suite={null} />
      <p className="mt-6">
        <Link href="/gestion/flux">Importer un fichier, voir tous les fichiers</Link>
      </p>
      {suivi}
    </>
  )
}
