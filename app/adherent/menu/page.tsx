import type { Metadata } from 'next'
import { menuAdherent } from '@/components/cadre/menus'
import { PlanEspace } from '@/components/cadre/plan-espace'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Toutes les pages' }

export default async function Page() {
  const { adhesions } = await exigerAdherent()
  return (
    <>
      <TitrePage titre="Toutes les pages">
        <p>Tout ce que vous pouvez lire et faire dans votre espace.</p>
      </TitrePage>
      <PlanEspace groupes={menuAdherent(adhesions.length > 0)} />
    </>
  )
}
