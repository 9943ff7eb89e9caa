import type { Metadata } from 'next'
import { menuGestion } from '@/components/cadre/menus'
import { PlanEspace } from '@/components/cadre/plan-espace'
import { ListeFlux } from '@/components/flux/liste-flux'
import { Alertes } from '@/components/journal/alertes'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion, sessionCourante } from '@/lib/server/session'
import { ouverturesDe } from '@/lib/services/cadre/access'
import { loadAlertes } from '@/lib/services/essais-repartis/data'
import { peutImporterFlux } from '@/lib/services/flux/access'
import { loadFluxRecus } from '@/lib/services/flux/data'

export const metadata: Metadata = { title: 'Gestion' }

const DERNIERS = 3

export default async function GestionPage() {
  const acteur = await exigerGestion()
  const session = await sessionCourante()
  const flux = peutImporterFlux(acteur) ? (await loadFluxRecus(acteur, null)).flux : null
  const [, ...pages] = menuGestion(ouverturesDe(acteur))
  return (
    <>
      <TitrePage titre={`Bonjour ${session?.nomAffiche ?? ''}`}>
        <p>
          {flux === null
            ? 'Vous êtes dans l’espace de gestion.'
            : 'Les derniers fichiers de décomptes reçus, et ce qui demande votre attention.'}
        </p>
      </TitrePage>
      <Alertes alertes={await loadAlertes(acteur)} />
      {flux === null ? null : <ListeFlux flux={flux.slice(0, DERNIERS)} suite={null} />}
      <div className="mt-10">
        <PlanEspace groupes={pages} />
      </div>
    </>
  )
}
