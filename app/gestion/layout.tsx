import type { ReactNode } from 'react'
import { CadreEspace } from '@/components/cadre/cadre-espace'
import { menuGestion } from '@/components/cadre/menus'
import { libelleRole } from '@/lib/lexique/libelles'
import { exigerGestion, sessionCourante } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { peutSuivreCourriels } from '@/lib/services/courriel/access'
import { peutLireDepots } from '@/lib/services/depot/access'
import { peutImporterFlux } from '@/lib/services/flux/access'
import { peutSuivreImpayes } from '@/lib/services/impaye/access'
import { peutFaireReleves } from '@/lib/services/releve/access'

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
      menu={menuGestion({
        flux: peutImporterFlux(acteur),
        depots: peutLireDepots(acteur),
        releves: peutFaireReleves(acteur),
        impayes: peutSuivreImpayes(acteur),
        courriels: peutSuivreCourriels(acteur),
      })}
    >
      {children}
    </CadreEspace>
  )
}
