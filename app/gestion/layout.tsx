import type { ReactNode } from 'react'
import { CadreEspace } from '@/components/cadre/cadre-espace'
import { MENU_GESTION } from '@/components/cadre/menus'
import { libelleRole } from '@/lib/lexique/libelles'
import { exigerGestion, sessionCourante } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'

/** A first gate; each page asks again, with the roles it admits. */
export default async function GestionLayout({ children }: { readonly children: ReactNode }) {
  const { role } = await exigerGestion()
  const session = await sessionCourante()
  return (
    <CadreEspace
      organisme={lireCadre().organisme}
      accueil="/gestion"
      porte="Gestion"
      qui={session?.nomAffiche ?? ''}
      precision={libelleRole(role)}
      menu={MENU_GESTION}
    >
      {children}
    </CadreEspace>
  )
}
