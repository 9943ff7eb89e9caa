import type { ReactNode } from 'react'
import { CadreEspace } from '@/components/cadre/cadre-espace'
import { MENU_ADHERENT } from '@/components/cadre/menus'
import { exigerAdherent, sessionCourante } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'

/** A first gate; each page asks again, because a layout is not rendered anew at each navigation. */
export default async function AdherentLayout({ children }: { readonly children: ReactNode }) {
  await exigerAdherent()
  const session = await sessionCourante()
  return (
    <CadreEspace
      organisme={lireCadre().organisme}
      accueil="/adherent"
      qui={session?.nomAffiche ?? ''}
      menu={MENU_ADHERENT}
    >
      {children}
    </CadreEspace>
  )
}
