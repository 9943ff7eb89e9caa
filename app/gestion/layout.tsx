import type { ReactNode } from 'react'
import { CadreEspace } from '@/components/cadre/cadre-espace'
import { menuGestion } from '@/components/cadre/menus'
import { libelleRole } from '@/lib/lexique/libelles'
import { exigerGestion, sessionCourante } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { peutLireDepots } from '@/lib/services/depot/access'
import { peutImporterFlux } from '@/lib/services/flux/access'
import { peutSuivreCotisations } from '@/lib/services/suivi-cotisations/access'
import { peutSaisirTarif } from '@/lib/services/tarif/access'

/** A first gate; each page asks again, with the roles it admits. */
export default async function GestionLayout({ children }: { readonly children: ReactNode }) {
  const acteur = await exigerGestion()
  const session = await sessionCourante()
  return (
    <CadreEspace
      organisme={lireCadre().organisme}
      accueil="/gestion"
      porte="Gestion"
      qui={session?.nomAffiche ?? ''}
      precision={libelleRole(acteur.role)}
      menu={menuGestion(
        peutImporterFlux(acteur),
        peutLireDepots(acteur),
        peutSuivreCotisations(acteur),
        peutSaisirTarif(acteur),
      )}
    >
      {children}
    </CadreEspace>
  )
}
