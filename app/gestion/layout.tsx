import type { ReactNode } from 'react'
import { resterConnecte } from '@/app/session/actions'
import { CadreEspace } from '@/components/cadre/cadre-espace'
import { menuGestion } from '@/components/cadre/menus'
import { VeilleSession } from '@/components/session/veille-session'
import { libelleRole } from '@/lib/lexique/libelles'
import { maintenant } from '@/lib/server/clock'
import { exigerGestion, sessionCourante } from '@/lib/server/session'
import { ouverturesDe } from '@/lib/services/cadre/access'
import { lireCadre } from '@/lib/services/cadre/data'

/** A first gate; each page asks again, with the roles it admits. */
export default async function GestionLayout({ children }: { readonly children: ReactNode }) {
  const acteur = await exigerGestion()
  const session = await sessionCourante()
  return (
    <CadreEspace
      organisme={lireCadre().organisme}
      accueil="/gestion"
      espace={acteur.compteId}
      porte="Gestion"
      qui={session?.nomAffiche ?? ''}
      precision={libelleRole(acteur.role)}
      menu={menuGestion(ouverturesDe(acteur))}
    >
      {children}
      {session === null ? null : (
        <VeilleSession
          reste={session.finLe.getTime() - maintenant().getTime()}
          qui={session.acteur.compteId}
          espace={acteur.compteId}
          prolonger={resterConnecte}
        />
      )}
    </CadreEspace>
  )
}
