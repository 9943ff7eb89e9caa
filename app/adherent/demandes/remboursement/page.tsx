import type { Metadata } from 'next'
import { ChoixDuSoin } from '@/components/simulation/choix-du-soin'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { lirePersonnes, soinsGarantis } from '@/lib/services/simulation/data'
import { voirChoix } from '@/lib/services/simulation/view'

export const metadata: Metadata = { title: 'Me faire rembourser une facture' }

export default async function RemboursementPage() {
  const portee = await exigerAdherent()
  const [lecteur] = await lirePersonnes(portee)
  const { jour } = lireCadre()
  const vue = voirChoix(lecteur === undefined ? null : soinsGarantis(lecteur, jour))
  return (
    <>
      <TitrePage titre="Me faire rembourser une facture">
        <p>
          Pour un soin que l’Assurance maladie ne nous a pas transmis, ou qu’elle ne rembourse pas. Choisissez
          le soin : vous saurez quels documents envoyer.
        </p>
      </TitrePage>
      <ChoixDuSoin {...vue} vers="/adherent/demandes/remboursement" />
    </>
  )
}
