import type { ReactNode } from 'react'
import { CadrePublic } from '@/components/cadre/cadre-public'
import { acteurCourant } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'

const ESPACES = {
  ADHERENT: { href: '/adherent', libelle: 'Mon espace' },
  GESTION: { href: '/gestion', libelle: 'Espace de gestion' },
} as const

export default async function PublicLayout({ children }: { readonly children: ReactNode }) {
  const acteur = await acteurCourant()
  const espace = acteur === null ? null : ESPACES[acteur.type]
  return (
    <CadrePublic organisme={lireCadre().organisme} espace={espace}>
      {children}
    </CadrePublic>
  )
}
