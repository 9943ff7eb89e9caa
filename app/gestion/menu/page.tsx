import type { Metadata } from 'next'
import { menuGestion } from '@/components/cadre/menus'
import { PlanEspace } from '@/components/cadre/plan-espace'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { ouverturesDe } from '@/lib/services/cadre/access'

export const metadata: Metadata = { title: 'Toutes les pages' }

export default async function Page() {
  const acteur = await exigerGestion()
  return (
    <>
      <TitrePage titre="Toutes les pages">
        <p>Tout ce que votre rôle vous ouvre.</p>
      </TitrePage>
      <PlanEspace groupes={menuGestion(ouverturesDe(acteur))} />
    </>
  )
}
