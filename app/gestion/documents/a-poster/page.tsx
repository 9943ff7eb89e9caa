import type { Metadata } from 'next'
import { PilesAPoster } from '@/components/envoi-postal/piles'
import { TitrePage } from '@/components/ui/titre-page'
import { aujourdhui } from '@/lib/server/clock'
import { exigerGestion } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { loadAPoster } from '@/lib/services/envoi-postal/data'
import { empiler } from '@/lib/services/envoi-postal/view'
import { noterCommePostes } from './actions'

export const metadata: Metadata = { title: 'À poster' }

export default async function Page() {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const jour = aujourdhui()
  const lus = await loadAPoster(acteur, jour)
  if (lus === null) return refuserPage(acteur)
  return (
    <>
      <TitrePage titre="À poster">
        <p>
          Les papiers des personnes qui ont choisi le papier, ou qui n’ont pas ouvert leur espace : aucun
          e-mail ne les prévient. Imprimez-les, postez-les, puis notez le jour. Les relevés s’impriment par
          leur lot.
        </p>
      </TitrePage>
      <PilesAPoster piles={empiler(lus.papiers)} encore={lus.encore} jour={jour} noter={noterCommePostes} />
    </>
  )
}
