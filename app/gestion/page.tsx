import type { Metadata } from 'next'
import Link from 'next/link'
import { ListeFlux } from '@/components/flux/liste-flux'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion, sessionCourante } from '@/lib/server/session'
import { peutImporterFlux } from '@/lib/services/flux/access'
import { loadFluxRecus } from '@/lib/services/flux/data'
import { peutSuivreImpayes } from '@/lib/services/impaye/access'

export const metadata: Metadata = { title: 'Gestion' }

const DERNIERS = 3

export default async function GestionPage() {
  const acteur = await exigerGestion()
  const session = await sessionCourante()
  const titre = `Bonjour ${session?.nomAffiche ?? ''}`
  if (!peutImporterFlux(acteur)) {
    return (
      <TitrePage titre={titre}>
        {peutSuivreImpayes(acteur) ? (
          <p>
            Vous êtes dans l’espace de gestion. <Link href="/gestion/impayes">Suivre les impayés</Link>
          </p>
        ) : (
          <p>
            Vous êtes dans l’espace de gestion. Votre rôle n’y a pas encore d’autre page que votre compte.
          </p>
        )}
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
      <p className="mt-3">
        <Link href="/gestion/releves">Éditer les relevés de prestations</Link>
      </p>
      <p className="mt-3">
        <Link href="/gestion/impayes">Suivre les impayés</Link>
      </p>
      <p className="mt-3">
        <Link href="/gestion/courriers">Écrire un courrier à un adhérent</Link>
      </p>
    </>
  )
}
